package dev.ftctl.endtoend;

import java.util.Random;

/// A name with one wrong keystroke, in a file or on the command line.
///
/// @param what the sort of name
/// @param place where it is written
/// @param wrong as mistyped
record Typo(String what, Place place, String wrong) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /// A name in one line of a file: `before` + `name` + `after` occurs once in it.
  record Place(String file, String before, String name, String after) {

    /// From a text with the name between `«` and `»`.
    static Place of(String file, String marked) {
      String[] parts = marked.split("[«»]", -1);
      return new Place(file, parts[0], parts[1], parts[2]);
    }

    String right() {
      return before + name + after;
    }

    /// Counted from 1, in a text that holds it.
    long line(String text) {
      int at = text.indexOf(right()) + before.length();
      return text.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
    }
  }

  static Typo of(String what, Place place, Random random) {
    String wrong = place.name();
    while (wrong.equalsIgnoreCase(place.name())) {
      wrong = mistyped(place.name(), random);
    }
    return new Typo(what, place, wrong);
  }

  String written() {
    return place.before() + wrong + place.after();
  }

  /// A letter dropped, doubled, replaced, or changed with its neighbour; never the first one.
  private static String mistyped(String name, Random random) {
    int at = 1 + random.nextInt(name.length() - 1);
    String start = name.substring(0, at);
    char letter = name.charAt(at);
    if (!Character.isLetter(letter)) {
      return name;
    }
    String end = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> start + end;
      case 1 -> start + letter + letter + end;
      case 2 -> start + LETTERS.charAt(random.nextInt(LETTERS.length())) + end;
      default -> end.isEmpty() ? name : start + end.charAt(0) + letter + end.substring(1);
    };
  }

  @Override
  public String toString() {
    return what + " " + place.name() + " as " + wrong;
  }
}
