package dev.ftctl.site;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where links of the Markdown lead on the web pages. Files and folders that are no Markdown become
/// pages, too; which, is collected here.
final class Links {

  private final Repository repository;
  private final Set<String> files = new TreeSet<>();
  private final Set<String> made = new HashSet<>();

  Links(Repository repository) {
    this.repository = repository;
  }

  /// Files and folders that something links to, relative to the top.
  Set<String> files() {
    return files;
  }

  /// Of pages that are no files of the repository.
  void made(Page page) {
    made.add(page.path());
  }

  /// Of a destination as it stands in a page; what leads to no file stays as it is, for the check
  /// of all links to find.
  String of(Page page, String destination) {
    if (destination.startsWith("#") || destination.matches("[a-z][a-z0-9+.-]*:.*")) {
      return destination;
    }
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    String anchor = hash < 0 ? "" : destination.substring(hash);
    return target(page, path).map(file -> file + anchor).orElse(destination);
  }

  private Optional<String> target(Page page, String path) {
    String there = resolved(page.folder(), path);
    if (made.contains(there)) {
      return Optional.of(Page.fileOf(path));
    }
    if (there.startsWith("..") || !repository.exists(there)) {
      return Optional.empty();
    }
    if (there.endsWith(".md")) {
      return Optional.of(Page.fileOf(path));
    }
    if (repository.isFolder(there)) {
      if (!repository.exists(there + "/README.md")) {
        files.add(there);
      }
      return Optional.of((path + "/").replace("//", "/") + "index.html");
    }
    files.add(there);
    return Optional.of(path + ".html");
  }

  static String resolved(String folder, String path) {
    String base = folder.isEmpty() ? "" : folder + "/";
    return URI.create(base + path).normalize().toString().replaceFirst("/$", "");
  }
}
