package dev.ftctl.cli.init;

import dev.ftctl.files.Disk;
import dev.ftctl.files.Folders;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.StarterText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Joins the starter with what stands in a folder: what is missing is written, some files gain
/// lines, all others stay as they are.
record Merge(Disk disk, Path root) {

  /// @throws RefusedException before anything is written, for links below the folder and for what
  ///   can't be read
  StarterText.Merged with(List<StarterFile> files) {
    files.forEach(this::refuseLinks);
    var written = new ArrayList<String>();
    Map<String, List<String>> added = new LinkedHashMap<>();
    Map<String, String> left = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (StarterFile file : files) {
      if (!Files.exists(root.resolve(file.path()), LinkOption.NOFOLLOW_LINKS)) {
        written.add(file.path());
        texts.put(file.path(), file.text());
        continue;
      }
      String standing = read(file.path());
      if (file.gainsLines()) {
        List<String> missing = missing(standing, file.text());
        if (!missing.isEmpty()) {
          added.put(file.path(), missing);
          texts.put(file.path(), joined(standing, missing));
        }
      } else if (!standing.equals(file.text())) {
        boolean isJoined = file.mark().isEmpty() || standing.contains(file.mark());
        left.put(file.path(), isJoined ? "" : file.text());
      }
    }
    texts.forEach((path, text) -> WholeFile.write(disk, root.resolve(path), text));
    return new StarterText.Merged(written, added, left);
  }

  /// The lines that mean something and aren't there, with the comment above the first of them.
  private static List<String> missing(String standing, String wanted) {
    Set<String> there = standing.lines().map(Merge::meaning).collect(Collectors.toSet());
    List<String> lines =
        wanted
            .lines()
            .filter(line -> !line.startsWith("#") && !there.contains(meaning(line)))
            .toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<String>();
    wanted
        .lines()
        .filter(line -> line.startsWith("#") && !standing.contains(line))
        .forEach(all::add);
    all.addAll(lines);
    return all;
  }

  /// `.ftctl`, `/.ftctl` and `.ftctl/` keep the same folder out.
  private static String meaning(String line) {
    return line.strip().replaceAll("^/|/$", "");
  }

  /// With the ends of lines that stand there.
  private static String joined(String standing, List<String> lines) {
    String end = standing.contains("\r\n") ? "\r\n" : "\n";
    var text = new StringBuilder(standing);
    if (!standing.isEmpty()) {
      text.append(standing.endsWith("\n") ? end : end + end);
    }
    lines.forEach(line -> text.append(line).append(end));
    return text.toString();
  }

  private String read(String path) {
    try {
      return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + path + " can't be read: " + Reasons.of(unreadable),
          "Make it readable, or name another folder: ftctl init DIR.");
    }
  }

  private void refuseLinks(StarterFile file) {
    try {
      Folders.requireNoLinks(root, root.resolve(file.path()));
    } catch (IOException link) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + Reasons.of(link),
          "Remove the link, or name another folder: ftctl init DIR.");
    }
  }
}
