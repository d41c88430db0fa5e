package dev.ftctl.endtoend;

import dev.ftctl.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One folder of `src/test/resources/cases`: one idea, as a user would write it down.
///
/// | file | what |
/// |---|---|
/// | `README.md` | what it shows; its first line stands in the table of the cases |
/// | `before/` | manifests that are applied first: the account that the case begins with |
/// | `account.json` | or that account itself, as the simulator keeps it |
/// | `faults.json` | what goes wrong at the API, as rules of the simulator |
/// | `flags.txt` | of the first plan and of the apply |
/// | all else | the project: `manifests/`, `ftctl.yaml`, files that those name |
/// | `plan.txt`, `calls.txt`, `again.txt` | what is expected, see [CasesTest] |
record Case(Path folder) {

  static final Path ALL = Path.of("src/test/resources/cases");

  private static final Set<String> OF_THE_CASE =
      Set.of(
          "README.md",
          "account.json",
          "faults.json",
          "flags.txt",
          "plan.txt",
          "calls.txt",
          "again.txt");

  static List<Case> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(Case::new).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /// What it shows, in one line.
  String shows() {
    return read("README.md").lines().findFirst().orElse("");
  }

  String flags() {
    return has("flags.txt") ? read("flags.txt").strip() : "";
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  String read(String name) {
    return text(folder.resolve(name));
  }

  byte[] bytes(Path name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void check(String name, String text) {
    Golden.checkFile(folder.resolve(name), text);
  }

  /// The files of the user's folder, by their path in it.
  List<Path> project() {
    return files(file -> !OF_THE_CASE.contains(file.toString()) && !file.startsWith("before"));
  }

  /// Files that no run reads: ftctl reads all YAML below `manifests`, `before` and an overlay's
  /// folder, and of other files those that some YAML names.
  List<Path> unread() {
    String yaml =
        String.join(
            "\n", files(Case::isYaml).stream().map(folder::resolve).map(Case::text).toList());
    return files(file ->
        !OF_THE_CASE.contains(file.toString())
            && !file.toString().equals("ftctl.yaml")
            && !(isYaml(file) && isRead(file, yaml))
            && !yaml.contains(file.getFileName().toString()));
  }

  private static boolean isRead(Path file, String yaml) {
    String top = file.getName(0).toString();
    return top.equals("manifests")
        || top.equals("before")
        || file.getParent() != null && yaml.contains("overlays: " + file.getParent());
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml");
  }

  private List<Path> files(Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(which)
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
