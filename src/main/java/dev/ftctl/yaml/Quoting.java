package dev.ftctl.yaml;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.regex.Pattern;

/// Only what nobody could take for anything but text stands without quotes.
final class Quoting extends StringQuotingChecker {

  private static final long serialVersionUID = 1L;

  private static final Pattern WORDS =
      Pattern.compile("[A-Za-z_/(][\\w@./()-]*+(?: [\\w@./()-]++)*+(?::[\\w@./()-]++)*+");
  private static final List<String> SWITCHES = List.of("y", "n", "yes", "no", "on", "off");

  /// Whether a text may stand without quotes, in flow style too.
  static boolean isPlain(String text) {
    return !new Quoting().needToQuoteValue(text);
  }

  @Override
  public boolean needToQuoteName(String name) {
    return needToQuoteValue(name);
  }

  @Override
  public boolean needToQuoteValue(String text) {
    return !WORDS.matcher(text).matches()
        || isReservedKeyword(text)
        || SWITCHES.stream().anyMatch(text::equalsIgnoreCase);
  }
}
