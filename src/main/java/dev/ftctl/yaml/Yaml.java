package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML 1.2 files into located trees.
public final class Yaml {

  /// The largest file that is read, in bytes.
  public static final int LARGEST = 5 * 1024 * 1024;

  private Yaml() {}

  /// Reads every document of a file. Never throws: whatever is wrong with the bytes is a located
  /// problem.
  ///
  /// @param file as it is shown to the user
  public static YamlFile read(String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return new YamlFile(List.of(), List.of(tooLarge(file, bytes.length)), List.of());
    }
    var problems = new ArrayList<Problem>();
    String text;
    try {
      text = SourceText.decode(file, bytes);
    } catch (BrokenYaml broken) {
      return new YamlFile(List.of(), List.of(broken.problem()), SourceText.lossyLines(bytes));
    }
    List<String> lines = SourceText.lines(text);
    List<Node> documents = documents(file, text, lines, problems);
    if (documents.isEmpty() && problems.isEmpty()) {
      var start = SourceLocation.of(file, 1, 1);
      problems.add(
          Problem.error(
              start,
              "empty-file",
              "",
              "the file holds no document",
              "write one, or remove the file"));
    }
    return new YamlFile(documents, problems, lines);
  }

  /// The lines of a file that was read before without a problem.
  public static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return SourceText.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /// The same, up to one of them at least: most of a file need not become text for its first lines.
  ///
  /// @param last counted from one
  public static List<String> linesTo(byte[] bytes, int last) {
    int ends = 0;
    int end = 0;
    while (end < bytes.length && ends < last) {
      ends += bytes[end] == '\n' ? 1 : 0;
      end++;
    }
    return lines(Arrays.copyOf(bytes, end));
  }

  /// The problem of a file that is larger than [#LARGEST].
  public static Problem tooLarge(String file, long bytes) {
    String message =
        "the file has %.1f MB, more than the limit of %d MB"
            .formatted(bytes / 1024.0 / 1024.0, LARGEST / 1024 / 1024);
    return Problem.error(
        SourceLocation.of(file, 1, 1), "too-large", "", message, "split it into several files");
  }

  private static List<Node> documents(
      String file, String text, List<String> lines, List<Problem> problems) {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST + 1)
            .build();
    var documents = new ArrayList<Node>();
    try {
      var events = new Parse(settings).parseString(text).iterator();
      new TreeReader(file, events, problems).readInto(documents);
    } catch (BrokenYaml broken) {
      problems.add(broken.problem());
    } catch (YamlEngineException syntax) {
      problems.add(Syntax.explain(file, lines, syntax));
    }
    return documents;
  }
}
