package dev.ftctl.manifest.policy;

import dev.ftctl.model.address.Near;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the policy language says of a broken expression, in words for somebody who does not know
/// it.
final class Complaint {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern TYPE = Pattern.compile("expected type 'bool' but found '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)' \\(cand.*");
  private static final Pattern EXPECTING = Pattern.compile("(?s) expecting .*");

  private Complaint() {}

  static String words(String complaint) {
    Matcher undeclared = UNDECLARED.matcher(complaint);
    if (undeclared.matches()) {
      return "there is no '" + undeclared.group(1) + "'";
    }
    Matcher type = TYPE.matcher(complaint);
    if (type.matches()) {
      return "it gives " + typeName(type.group(1)) + ", not true or false";
    }
    Matcher overload = OVERLOAD.matcher(complaint);
    if (overload.matches()) {
      return isZoneless(overload)
          ? "'" + overload.group(1) + "' needs a time zone"
          : "'" + overload.group(1).replace("_", "") + "' does not take " + overload.group(2);
    }
    return EXPECTING.matcher(complaint).replaceFirst("");
  }

  static String fix(String complaint, Subject subject) {
    Matcher undeclared = UNDECLARED.matcher(complaint);
    if (undeclared.matches()) {
      String hint = Near.hint(undeclared.group(1), subject.names().keySet());
      return hint.isEmpty() ? "there are " + Near.list(subject.names().keySet()) : hint;
    }
    Matcher overload = OVERLOAD.matcher(complaint);
    return overload.matches() && isZoneless(overload)
        ? "write " + overload.group(1) + "(\"Europe/Berlin\")"
        : "";
  }

  private static boolean isZoneless(Matcher overload) {
    return overload.group(2).equals("google.protobuf.Timestamp.()");
  }

  private static String typeName(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "int", "uint", "double" -> "a number";
      default -> "a " + type;
    };
  }
}
