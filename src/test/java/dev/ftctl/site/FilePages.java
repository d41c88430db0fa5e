package dev.ftctl.site;

import java.util.List;
import java.util.stream.Collectors;

/// Pages for what the documentation links to that is no Markdown: files with their text, folders
/// with their names.
final class FilePages {

  private static final int MOST_LINES = 2_000;

  private final Repository repository;

  FilePages(Repository repository) {
    this.repository = repository;
  }

  /// A folder's, in Markdown, which may link to further files.
  Page folder(String path) {
    List<String> names = repository.names(path);
    String list =
        names.stream()
            .map(name -> "- [%s](%s)".formatted(title(path, name), name))
            .collect(Collectors.joining("\n"));
    return new Page(path + "/README.md", "# " + path + "\n\n" + list + "\n");
  }

  /// Decisions by what they say, not by what their files are called.
  private String title(String folder, String name) {
    return name.endsWith(".md")
        ? new MarkdownText(repository.text(folder + "/" + name)).title()
        : name;
  }

  /// A file's, in HTML.
  String file(String path) {
    if (!repository.isText(path)) {
      return "<h1>%s</h1><p>A file that is no text.</p>".formatted(Colours.escaped(path));
    }
    List<String> lines = repository.text(path).lines().toList();
    String code = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n", "", "\n"));
    String more =
        lines.size() > MOST_LINES
            ? "<p>And %d more lines.</p>".formatted(lines.size() - MOST_LINES)
            : "";
    return "<h1>%s</h1><pre class=\"code\" tabindex=\"0\"><code>%s</code></pre>%s"
        .formatted(Colours.escaped(path), Colours.of(language(path), code), more);
  }

  private static String language(String path) {
    String end = path.substring(path.lastIndexOf('.') + 1);
    return end.equals("yml") ? "yaml" : end;
  }
}
