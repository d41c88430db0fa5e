package dev.ftctl.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What is around the text of every page: `page.html` with the navigation.
final class Layout {

  static final Path PARTS = Path.of("src/test/resources/site");

  private final String frame = part("page.html");
  private final Navigation navigation;

  Layout(Navigation navigation) {
    this.navigation = navigation;
  }

  /// @param file of the page, relative to the site's top
  /// @param title without the program's name
  /// @param sections for the list of contents
  /// @param source of the text, as a path in the repository; empty where it is generated
  String page(
      String file,
      String title,
      String content,
      List<MarkdownText.Section> sections,
      String source) {
    String root = "../".repeat((int) file.chars().filter(letter -> letter == '/').count());
    return frame
        .replace("{{title}}", Colours.escaped(title))
        .replace("{{root}}", root)
        .replace("{{navigation}}", navigation.html(root, file))
        .replace("{{contents}}", contents(sections))
        .replace("{{source}}", source(source))
        .replace("{{content}}", content);
  }

  private static String source(String source) {
    return source.isEmpty()
        ? "Generated from the program that these pages describe."
        : "Made of <code>" + Colours.escaped(source) + "</code>.";
  }

  /// Where there is something to choose.
  private static String contents(List<MarkdownText.Section> sections) {
    List<MarkdownText.Section> shown =
        sections.stream().filter(section -> section.level() == 2).toList();
    return shown.size() < 3
        ? ""
        : shown.stream()
            .map(section ->
                "<li><a href=\"#%s\">%s</a></li>"
                    .formatted(section.anchor(), Colours.escaped(section.heading())))
            .collect(Collectors.joining("", "<p>On this page</p><ul>", "</ul>"));
  }

  static String part(String name) {
    try {
      return Files.readString(PARTS.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
