package dev.ftctl.kinds.sdkpackage;

import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What two ZIP files hold otherwise, by the names of their entries.
///
/// @param unread why they could not be compared, as a sentence goes on; empty where they were
record ZipDifference(
    List<String> added, List<String> removed, List<String> changed, String unread) {

  ZipDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /// What the account has besides what the API answers of a package.
  static final String FIELD = "file_difference";

  private static final int MOST_NAMES = 10;

  static ZipDifference between(Path live, Path wanted) {
    Map<String, List<String>> before;
    Map<String, List<String>> after;
    try {
      before = ZipContents.of(live);
    } catch (IOException unreadable) {
      return unread("the package in the account can't be taken apart: " + why(unreadable));
    }
    try {
      after = ZipContents.of(wanted);
    } catch (IOException unreadable) {
      return unread("the file can't be taken apart: " + why(unreadable));
    }
    return between(before, after);
  }

  private static String why(IOException unreadable) {
    return unreadable instanceof ZipContents.TooMuchException
        ? String.valueOf(unreadable.getMessage())
        : "no ZIP";
  }

  private static ZipDifference unread(String why) {
    return new ZipDifference(List.of(), List.of(), List.of(), why);
  }

  private static ZipDifference between(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    var added = new TreeSet<>(after.keySet());
    added.removeAll(before.keySet());
    var removed = new TreeSet<>(before.keySet());
    removed.removeAll(after.keySet());
    var changed = new TreeSet<>(after.keySet());
    changed.removeIf(name -> !before.containsKey(name) || before.get(name).equals(after.get(name)));
    return new ZipDifference(List.copyOf(added), List.copyOf(removed), List.copyOf(changed), "");
  }

  boolean isNone() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && unread.isEmpty();
  }

  /// As a value beside what the API answered.
  Value value() {
    return Value.Mapping.of(
        new TreeMap<>(Map.of("lines", Value.items(lines().stream().map(Value::text).toList()))));
  }

  /// `changed: connector.py`, one line for each sort.
  List<String> lines() {
    var lines = new ArrayList<String>();
    line("added", added, lines);
    line("removed", removed, lines);
    line("changed", changed, lines);
    if (!unread.isEmpty()) {
      lines.add("not compared by entries, since " + unread);
    }
    return lines;
  }

  private static void line(String word, List<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      int more = names.size() - MOST_NAMES;
      String shown =
          String.join(", ", names.stream().limit(MOST_NAMES).map(ZipDifference::shown).toList());
      lines.add(word + ": " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  /// Whoever made the file named its entries.
  static String shown(String name) {
    String plain = name.replaceAll("\\p{C}", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
  }
}
