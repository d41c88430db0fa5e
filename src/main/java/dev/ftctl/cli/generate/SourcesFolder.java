package dev.ftctl.cli.generate;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Folders;
import dev.ftctl.files.FoundFiles;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.generate.DbtSource;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The file or folder that sources of dbt are written to.
final class SourcesFolder {

  private static final Pattern YAML = Pattern.compile("(?i).*[.]ya?ml");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_.-]");

  private static final int LARGEST = 20_000_000;

  private final Run run;
  private final String target;
  private final Path top;
  private final boolean isFile;

  private Optional<SequencedMap<String, String>> standing = Optional.empty();

  /// @param target as it was typed; empty for the screen
  SourcesFolder(Run run, String target) {
    this.run = run;
    this.target = target;
    this.top = run.console().folder().resolve(target).normalize();
    this.isFile = YAML.matcher(target).matches() && !Files.isDirectory(top);
  }

  /// @throws RefusedException when nothing can be written or compared there
  void require(boolean isCheck) {
    if (isCheck && target.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE, "--check needs -o, which says what is compared", "Give -o DIR or FILE.");
    }
    if (!target.isEmpty() && !isFile && Files.isRegularFile(top)) {
      throw new RefusedException(
          Refusal.USAGE,
          "-o " + target + " is a file, and its name does not end in .yml or .yaml",
          "Name a folder, or a file that dbt reads.");
    }
    if (!target.isEmpty()) {
      refuseLinks(top);
    }
  }

  /// Files that hold sources, by the path that is shown.
  SequencedMap<String, String> standing() {
    if (standing.isEmpty()) {
      standing = Optional.of(read());
    }
    return standing.get();
  }

  private SequencedMap<String, String> read() {
    Map<String, String> texts = new TreeMap<>();
    try {
      if (isFile) {
        if (Files.isRegularFile(top)) {
          texts.put(target, text(top));
        }
      } else if (!target.isEmpty() && Files.isDirectory(top)) {
        for (Path file : FoundFiles.below(top, YAML)) {
          String text = text(file);
          if (text.contains("sources:")) {
            texts.put(shown(file), text);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't read " + target + ": " + Reasons.of(unreadable),
          "Make it readable, or give another folder.");
    }
    return new LinkedHashMap<>(texts);
  }

  private static String text(Path file) throws IOException {
    return BoundedFile.regular(file, LARGEST)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  /// Where a source goes that no file holds.
  String path(DbtSource source, GenerateDbtSourcesCommand.Layout layout) {
    if (isFile) {
      return target;
    }
    String name =
        switch (layout) {
          case GROUP -> source.feeds().getFirst().group();
          case CONNECTOR ->
              source.feeds().size() == 1 ? source.feeds().getFirst().name() : source.name();
        };
    return (target.endsWith("/") ? target : target + "/")
        + ODD.matcher(name).replaceAll("_")
        + ".yml";
  }

  void write(SequencedMap<String, String> texts) {
    Path folder = run.console().folder();
    texts.keySet().forEach(path -> refuseLinks(folder.resolve(path).normalize()));
    texts.forEach((path, text) ->
        WholeFile.write(run.console().disk(), folder.resolve(path).normalize(), text));
  }

  /// What somebody put into a branch must not lead out of it: neither is it read, nor written.
  private void refuseLinks(Path file) {
    Path folder = run.console().folder();
    Path named = isFile ? top.resolveSibling("") : top;
    try {
      Folders.requireNoLinks(top.startsWith(folder) ? folder : named, file);
    } catch (IOException link) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + Reasons.of(link),
          "Remove the link, or give another folder.");
    }
  }

  private String shown(Path file) {
    String below = top.relativize(file).toString().replace('\\', '/');
    return (target.endsWith("/") ? target : target + "/") + below;
  }
}
