package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.value.Mark;

/// What is null, empty or missing where a text was looked for.
public final class NotSet {

  /// The rule of what an entry of a `for_each`, or a variable, does not set.
  static final String ENTRY = "not-set";

  /// The rule of what the environment, a file or a secret source has as an empty text. Where a
  /// secret comes from may differ between the run that checks and the one that sends.
  static final String SOURCE = "empty-source";

  /// Why an empty text is as good as none.
  private static final String EMPTY = "is empty: a CI secret that does not exist arrives like this";

  private NotSet() {}

  /// @param reference as it is written, without its `${}`
  static Filled entry(Mark mark, String message, String reference) {
    return Filled.notSet(mark, new Filled.Missing(ENTRY, message, fix(reference), false));
  }

  /// An item of a list that a variable or an entry holds.
  static Filled item() {
    return Filled.notSet(
        Mark.NONE,
        new Filled.Missing(ENTRY, "an item of the list is null", "compact(…) drops it", false));
  }

  static Filled source(Mark mark, String what, String fix) {
    return Filled.notSet(mark, emptySource(what, fix));
  }

  static Filled.Missing emptySource(String what, String fix) {
    return new Filled.Missing(SOURCE, what + " " + EMPTY, fix, false);
  }

  /// Whether only a later run can tell what a secret is, or whether there is one.
  public static boolean isEmptySource(Filled.Missing missing) {
    return missing.rule().equals(SOURCE);
  }

  /// Whether an item of a list is one that `compact` keeps.
  static boolean isThere(Filled item) {
    return !item.isNotSet() && !item.isLeftOut() && !item.isEmptyText();
  }

  /// What `default` covers.
  static boolean isCovered(Filled filled) {
    return filled.isLeftOut()
        || !filled.missing().isEmpty()
            && filled.missing().stream().map(Filled.Missing::rule).allMatch(NotSet::isCovered);
  }

  private static boolean isCovered(String rule) {
    return rule.equals(ENTRY)
        || rule.equals(SOURCE)
        || rule.equals("unset-variable")
        || rule.equals("undefined-each");
  }

  private static String fix(String reference) {
    return "write ${default("
        + reference
        + ", 'text')}, or ${default("
        + reference
        + ", unset)} to leave the field out";
  }
}
