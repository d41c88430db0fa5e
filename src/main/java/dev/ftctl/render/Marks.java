package dev.ftctl.render;

import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a painted text changes its colour, until it reaches the screen. What others wrote must not
/// colour anything, nor move a cursor; so a mark holds a number that each process draws anew, which
/// nobody outside can know, and only marks become sequences of a terminal.
public final class Marks {

  /// A letter that Unicode keeps for a program's own use, and the number.
  private static final String BEGIN =
      "\uFDD0" + Long.toHexString(new SecureRandom().nextLong()) + ":";

  private static final Pattern MARK = Pattern.compile(BEGIN + "(\\d{1,2})m");
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d{1,2})m");

  private Marks() {}

  static String around(Tone tone, String text) {
    return BEGIN + tone.code() + "m" + text + BEGIN + "0m";
  }

  /// Marks in the place of the colours that a library has painted with.
  public static String adopted(String text) {
    return SEQUENCE.matcher(text).replaceAll(Matcher.quoteReplacement(BEGIN) + "$1m");
  }

  /// What a terminal takes for the marks.
  public static String shown(String text) {
    return text.contains(BEGIN) ? MARK.matcher(text).replaceAll("\u001b[$1m") : text;
  }

  /// The text without its marks.
  public static String without(String text) {
    return text.contains(BEGIN) ? MARK.matcher(text).replaceAll("") : text;
  }
}
