package dev.ftctl.cli.process;

import dev.ftctl.model.WrittenDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads durations as people write them: `500ms`, `60s`, `2m`, `1h`, `7d`; a bare number is
/// seconds.
public final class DurationText implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    String written = text.matches("\\d+") ? text + "s" : text;
    return WrittenDuration.parse(written)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is no duration; write 500ms, 60s, 2m, 1h or 7d"));
  }
}
