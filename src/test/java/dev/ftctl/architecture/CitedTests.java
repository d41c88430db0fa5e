package dev.ftctl.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tests that a page names: a golden `case`, a class, or a method of one.
///
/// @param sources text of each source file of program and tests, by its path
record CitedTests(SortedMap<String, String> sources) {

  private static final Pattern TEST =
      Pattern.compile("case `(?<case>[^`]+)`|`(?<type>\\w+)(?:#(?<method>\\w+))?`");

  static CitedTests read() {
    var sources = new TreeMap<String, String>();
    try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
      Stream.concat(main, test)
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(file.toString(), text(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new CitedTests(sources);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// As they are written in a text of Markdown.
  static List<String> named(String text) {
    return TEST.matcher(text).results().map(found -> found.group()).toList();
  }

  boolean exists(String name) {
    Matcher test = TEST.matcher(name);
    if (!test.matches()) {
      return false;
    }
    if (test.group("case") != null) {
      return Files.isDirectory(Path.of("src/test/resources/cases", test.group("case")));
    }
    String method = test.group("method");
    return sources.entrySet().stream()
        .filter(file -> file.getKey().startsWith("src/test"))
        .filter(file -> file.getKey().endsWith("/" + test.group("type") + ".java"))
        .anyMatch(file ->
            method == null
                ? file.getValue().contains("class " + test.group("type"))
                : file.getValue().contains("void " + method + "("));
  }
}
