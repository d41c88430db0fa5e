package dev.ftctl.cli.process;

import java.util.List;

/// A few names of many, as a line has room for them.
public final class Shortlist {

  private Shortlist() {}

  /// `a, b +3`: the first ones whole, the number of the others; one that has no room is cut.
  public static String within(int room, List<String> names) {
    var text = new StringBuilder();
    int shown = 0;
    for (String name : names) {
      String next = shown == 0 ? name : ", " + name;
      int rest = names.size() - shown - 1;
      if (text.length() + next.length() + more(rest).length() > room) {
        break;
      }
      text.append(next);
      shown++;
    }
    if (shown == 0 && !names.isEmpty()) {
      return cut(names.getFirst(), room - more(names.size() - 1).length()) + more(names.size() - 1);
    }
    return text + more(names.size() - shown);
  }

  private static String more(int rest) {
    return rest == 0 ? "" : " +" + rest;
  }

  private static String cut(String name, int length) {
    return length < 1 ? "" : name.substring(0, Math.min(name.length(), length - 1)) + "…";
  }
}
