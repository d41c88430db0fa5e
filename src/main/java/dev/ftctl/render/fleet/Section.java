package dev.ftctl.render.fleet;

/// What the command tells of one account, as Markdown.
///
/// @param whole all of it, without the marker and the heading of a comment; empty where there was
///   no room to keep it
/// @param brief what stands above its table: what is dangerous or blocked
public record Section(String whole, String brief) {

  static final Section NONE = new Section("", "");

  private static final String CUT = "\n(More of it did not fit here.)\n";

  /// @param comment as the command alone prints it
  public static Section of(String comment) {
    String whole = without("### ", without("<!-- ftctl:", comment));
    int table = whole.indexOf("\n| ");
    int fold = whole.indexOf("\n<details>");
    int end = table < 0 ? fold : fold < 0 ? table : Math.min(table, fold);
    return new Section(whole, end < 0 ? whole : whole.substring(0, end + 1) + CUT);
  }

  /// Without the first line, where it begins so.
  private static String without(String begin, String text) {
    return text.startsWith(begin) ? text.substring(text.indexOf('\n') + 1).stripLeading() : text;
  }

  Section brieflyOnly() {
    return new Section("", brief);
  }
}
