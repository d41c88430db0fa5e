package dev.ftctl.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether every link of a folder of web pages leads to a file there, and to an anchor in it.
public final class LinkCheck {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern FOREIGN = Pattern.compile("(https?|mailto):.*");

  private final Path folder;
  private final Map<Path, Set<String>> anchors = new HashMap<>();
  private int checked;

  public LinkCheck(Path folder) {
    this.folder = folder;
  }

  /// The links that lead nowhere, each with its page.
  public List<String> broken() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    var broken = new ArrayList<String>();
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (!leads(page, link.group(1))) {
          broken.add(folder.relativize(page) + ": " + link.group(1));
        }
      }
    }
    return broken;
  }

  /// How many links were looked at.
  public int checked() {
    return checked;
  }

  private boolean leads(Path page, String link) throws IOException {
    checked++;
    if (FOREIGN.matcher(link).matches()) {
      return true;
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    return file.startsWith(folder)
        && Files.isRegularFile(file)
        && (hash < 0 || anchors(file).contains(link.substring(hash + 1)));
  }

  private Set<String> anchors(Path file) throws IOException {
    Set<String> known = anchors.get(file);
    if (known == null) {
      known = new HashSet<>();
      Matcher anchor = ANCHOR.matcher(Files.readString(file));
      while (anchor.find()) {
        known.add(anchor.group(1));
      }
      anchors.put(file, known);
    }
    return known;
  }
}
