package dev.ftctl.manifest.document;

/// Which names addresses can say.
public final class NameRules {

  private static final int LONGEST = 256;

  private NameRules() {}

  /// Why a name will not do, as `is empty`; empty when it will.
  public static String trap(String name) {
    if (name.isEmpty()) {
      return "is empty";
    }
    if (name.length() > LONGEST) {
      return "has more than " + LONGEST + " characters";
    }
    if (!name.strip().equals(name)) {
      return "begins or ends with a blank";
    }
    return name.codePoints().anyMatch(NameRules::isUnprintable) ? "holds a control character" : "";
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
