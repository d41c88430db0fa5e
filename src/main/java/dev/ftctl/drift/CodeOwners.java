package dev.ftctl.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ftctl.model.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A CODEOWNERS file by GitHub's rules: the last line that matches a file counts, `*` stands for
/// anything but `/`, a pattern without `/` but at its end matches at any depth, one that matches a
/// folder means everything below, `!` and `[ ]` are no patterns. GitLab's sections are read as one.
///
/// @param lines in their order
public record CodeOwners(List<Line> lines) {

  /// Where the forges look for one, in their order.
  private static final List<String> PLACES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  /// In bytes; GitHub reads no larger one.
  private static final int LARGEST = 3 * 1024 * 1024;

  /// One line.
  ///
  /// @param owners empty for a file that belongs to nobody
  record Line(Pattern pattern, List<String> owners) {}

  public CodeOwners {
    lines = List.copyOf(lines);
  }

  /// Whom files belong to by the first such file of a repository.
  public static Owners in(FileTree tree) {
    String top = tree.top();
    for (String place : PLACES) {
      String path = top + "/" + place;
      if (!top.isEmpty() && tree.isFile(path) && tree.size(path) <= LARGEST) {
        CodeOwners owners =
            tree.read(path).map(bytes -> of(new String(bytes, UTF_8))).orElse(of(""));
        return new Owners(file -> owners.ofFile(below(top, tree.canonical(file))));
      }
    }
    return Owners.NOBODY;
  }

  private static String below(String top, String file) {
    return file.startsWith(top + "/") ? file.substring(top.length() + 1) : "";
  }

  static CodeOwners of(String text) {
    var lines = new ArrayList<Line>();
    for (String line : text.lines().toList()) {
      List<String> words = words(line);
      if (!words.isEmpty() && isPattern(words.getFirst())) {
        lines.add(new Line(pattern(words.getFirst()), List.copyOf(words.subList(1, words.size()))));
      }
    }
    return new CodeOwners(lines);
  }

  /// @param file from the top of the repository
  List<String> ofFile(String file) {
    return lines.reversed().stream()
        .filter(line -> line.pattern().matcher(file).matches())
        .findFirst()
        .map(Line::owners)
        .orElse(List.of());
  }

  /// Blanks are escaped by a backslash; `#` begins a comment.
  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    for (String word : line.strip().split("(?<!\\\\)\\s+", -1)) {
      if (word.startsWith("#")) {
        break;
      }
      if (!word.isEmpty()) {
        words.add(word.replaceAll("\\\\(\\s)", "$1"));
      }
    }
    return words;
  }

  private static boolean isPattern(String word) {
    return !word.startsWith("!") && !word.startsWith("[") && !word.startsWith("^[");
  }

  private static Pattern pattern(String glob) {
    boolean isFolder = glob.endsWith("/");
    String rest = isFolder ? glob.substring(0, glob.length() - 1) : glob;
    boolean isAnchored = rest.contains("/");
    rest = rest.startsWith("/") ? rest.substring(1) : rest;
    var regex = new StringBuilder(isAnchored ? "" : "(?:.*/)?");
    for (int at = 0; at < rest.length(); at++) {
      if (rest.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 2;
      } else if (rest.startsWith("**", at)) {
        regex.append(".*");
        at += 1;
      } else if (rest.charAt(at) == '*') {
        regex.append("[^/]*");
      } else if (rest.charAt(at) == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(rest.substring(at, at + 1)));
      }
    }
    // `docs/*` means the files of that folder alone.
    String below = rest.endsWith("/*") ? "" : isFolder ? "/.*" : "(?:/.*)?";
    return Pattern.compile(regex + below, Pattern.DOTALL);
  }
}
