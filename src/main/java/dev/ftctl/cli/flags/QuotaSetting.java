package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.DurationText;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// The quotas of an account that has others than documented, as `FTCTL_QUOTAS` tells them: `none`,
/// or `connections_created=100/1h,setup_tests=250/1m`. Those that it does not name are none.
final class QuotaSetting {

  static final String VARIABLE = "FTCTL_QUOTAS";

  private static final Pattern ENTRY = Pattern.compile("([a-z_]+)=([1-9]\\d{0,8})/(\\d{1,9}\\w*)");

  private static final Map<String, CallSort> NAMES =
      Map.of(
          "requests", CallSort.REQUEST,
          "setup_tests", CallSort.SETUP_TEST,
          "source_interactions", CallSort.SOURCE_INTERACTION,
          "connections_created", CallSort.CONNECTION_CREATION,
          "users_created", CallSort.USER_CREATION,
          "private_links_created", CallSort.PRIVATE_LINK_CREATION);

  private QuotaSetting() {}

  /// @param usual where the variable is not set
  /// @throws RefusedException when it can't be read
  static Quotas of(Console console, Quotas usual) {
    String said = console.variable(VARIABLE).strip();
    if (said.isEmpty()) {
      return usual;
    }
    if (said.toLowerCase(Locale.ROOT).equals("none")) {
      return Quotas.NONE;
    }
    var quotas = new ArrayList<Quota>();
    for (String entry : said.split(",")) {
      quotas.add(quota(entry.strip()));
    }
    return new Quotas(quotas);
  }

  private static Quota quota(String entry) {
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      throw refused(entry, "it is not written like connections_created=20/1m");
    }
    CallSort sort = NAMES.get(parts.group(1));
    if (sort == null) {
      throw refused(
          entry,
          "there is no quota '"
              + parts.group(1)
              + "'; there are "
              + Near.list(List.copyOf(NAMES.keySet())));
    }
    try {
      Duration window = new DurationText().convert(parts.group(3));
      if (window.isPositive()) {
        return new Quota(sort, Long.parseLong(parts.group(2)), window);
      }
      throw refused(entry, "its time is zero");
    } catch (TypeConversionException unreadable) {
      throw refused(entry, String.valueOf(unreadable.getMessage()));
    }
  }

  private static RefusedException refused(String entry, String why) {
    return new RefusedException(
        Refusal.USAGE,
        VARIABLE + " can't be read at '" + entry + "': " + why,
        "Write none, or entries like setup_tests=250/1m with commas between them.");
  }
}
