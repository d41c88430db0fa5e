package dev.ftctl.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands beside every page: `navigation.tsv`, a line for each page: section, label, file.
public record Navigation(List<Entry> entries) {

  /// @param file relative to the site's top: a `.md`, which stands for its page, or a `.html`
  public record Entry(String section, String label, String file) {
    String page() {
      return file.endsWith(".md") ? Page.fileOf(file) : file;
    }
  }

  public Navigation {
    entries = List.copyOf(entries);
  }

  /// What is committed, and behind it, in the section of its folder, each document that is not
  /// named there.
  public static Navigation of(List<Page> pages) {
    List<Entry> named =
        Layout.part("navigation.tsv")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .map(parts -> new Entry(parts[0], parts[1], parts[2]))
            .toList();
    Set<String> known = named.stream().map(Entry::file).collect(Collectors.toSet());
    Stream<Entry> others =
        pages.stream()
            .filter(page -> !known.contains(page.path()))
            .flatMap(page ->
                section(page).stream()
                    .map(section ->
                        new Entry(section, new MarkdownText(page.text()).title(), page.path())));
    return new Navigation(Stream.concat(named.stream(), others).toList());
  }

  private static Optional<String> section(Page page) {
    return switch (page.folder()) {
      case "docs/how-to" -> Optional.of("How to");
      case "docs/reference" -> Optional.of("Reference");
      case "docs", "docs/explanation" -> Optional.of("Background");
      default -> Optional.empty();
    };
  }

  List<String> sections() {
    return entries.stream().map(Entry::section).distinct().toList();
  }

  List<Entry> of(String section) {
    return entries.stream().filter(entry -> entry.section().equals(section)).toList();
  }

  String html(String root, String current) {
    return sections().stream()
        .map(section ->
            of(section).stream()
                .map(entry -> link(root, entry, entry.page().equals(current)))
                .collect(Collectors.joining("", "<h2>" + section + "</h2><ul>", "</ul>")))
        .collect(Collectors.joining("\n"));
  }

  private static String link(String root, Entry entry, boolean isHere) {
    return "<li><a href=\"%s\"%s>%s</a></li>"
        .formatted(root + entry.page(), isHere ? " aria-current=\"page\"" : "", entry.label());
  }
}
