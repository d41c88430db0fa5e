package dev.ftctl.sql.scope;

/// One name as it stands in a text.
///
/// @param start offset of what would be replaced
/// @param text what stands there, quotes included
/// @param name without quotes
/// @param isWhole whether the quotes are its own; false for one of several names in one pair
public record Part(int start, String text, String name, boolean isQuoted, boolean isWhole) {

  public int end() {
    return start + text.length();
  }

  /// Whether it can mean something of this name: letters count in quotes only.
  public boolean means(String other) {
    return isQuoted ? name.equals(other) : name.equalsIgnoreCase(other);
  }

  /// For what a text declares itself (aliases), where quotes are not worth a mistake.
  public boolean isLike(String other) {
    return name.equalsIgnoreCase(other);
  }
}
