package dev.ftctl.model.value;

/// Fivetran's stand-in for a secret that is set: asterisks alone, six as documented, eight in a
/// recording (fivetran-quirks 3.1). Sent back it would become the secret.
public final class Mask {

  private Mask() {}

  /// Whether a text is one; blanks around it come of how it was copied.
  public static boolean is(String text) {
    if (text.indexOf('*') < 0) {
      return false;
    }
    String bare = text.strip();
    return bare.chars().allMatch(letter -> letter == '*');
  }
}
