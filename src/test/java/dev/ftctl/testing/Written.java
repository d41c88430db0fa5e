package dev.ftctl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Resources of manifests that a test wrote as one text.
public final class Written {

  private Written() {}

  /// @throws AssertionError with the problems when the reader refuses the text
  public static Resource[] resources(String text) {
    return read(text).resources().toArray(Resource[]::new);
  }

  private static Desired read(String text) {
    try {
      Desired desired =
          Manifests.read(
              new ReadRequest(
                  new OneFile(text),
                  "",
                  List.of(OneFile.NAME),
                  "",
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  List.of(),
                  true,
                  new Redaction(),
                  Instant.EPOCH,
                  false),
              Wanted.KINDS);
      assertThat(desired.warnings()).as(text).isEmpty();
      return desired;
    } catch (ManifestException wrong) {
      throw new AssertionError(
          wrong.problems().stream().limit(20).map(String::valueOf).collect(Collectors.joining("\n"))
              + "\n"
              + text.lines().limit(300).collect(Collectors.joining("\n")),
          wrong);
    }
  }
}
