package dev.ftctl.cli.flags;

import dev.ftctl.fivetran.pacing.Parallelism;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how many requests may be in flight: `8`, or `auto`.
final class ParallelismText implements ITypeConverter<ParallelismText.Given> {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}");

  /// @param most as it is said; less than one can't be meant
  record Given(boolean isAuto, int most) {

    static final Given AUTO = new Given(true, Parallelism.AUTO.most());

    Parallelism parallelism() {
      return isAuto ? Parallelism.AUTO : Parallelism.fixed(most);
    }
  }

  @Override
  public Given convert(String text) {
    if (text.equals("auto")) {
      return Given.AUTO;
    }
    if (NUMBER.matcher(text).matches()) {
      return new Given(false, Integer.parseInt(text));
    }
    throw new TypeConversionException("'" + text + "' is no number of requests; write 8, or auto");
  }
}
