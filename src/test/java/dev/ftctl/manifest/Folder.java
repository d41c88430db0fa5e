package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A working folder with manifests, and a request to read them.
public final class Folder {

  final Redaction redaction = new Redaction();
  private final Path root;
  private KindList kinds = SampleKinds.ALL;
  private List<String> paths = List.of();
  private List<String> targets = List.of();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> selectors = new HashMap<>();
  private String config = "";
  private boolean isStrict;
  private String named = "";
  private boolean isForAccount;

  public Folder(Path root) {
    this.root = root;
  }

  public Folder file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Folder file(String name, byte[] bytes) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Folder kinds(KindList others) {
    kinds = others;
    return this;
  }

  public Folder paths(String... named) {
    paths = List.of(named);
    return this;
  }

  public Folder targets(String... named) {
    targets = List.of(named);
    return this;
  }

  public Folder variable(String name, String text) {
    variables.put(name, text);
    return this;
  }

  public Folder environment(String name, String text) {
    environment.put(name, text);
    return this;
  }

  public Folder selector(String name, String text) {
    selectors.put(name, text);
    return this;
  }

  public Folder config(String file) {
    config = file;
    return this;
  }

  Folder strict() {
    isStrict = true;
    return this;
  }

  /// `--env`.
  Folder in(String name) {
    named = name;
    return this;
  }

  Folder forAccount() {
    isForAccount = true;
    return this;
  }

  public Desired read() {
    var request =
        new ReadRequest(
            new WorkingTree(root),
            config,
            paths,
            named,
            variables,
            environment,
            selectors,
            targets,
            isStrict,
            redaction,
            Instant.parse("2026-11-22T23:30:00Z"),
            isForAccount);
    return Manifests.read(request, kinds);
  }

  public Resource resource(String address) {
    Desired desired = readWhole();
    return desired.resources().stream()
        .filter(resource -> resource.address().toString().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + address + " in " + addresses(desired)));
  }

  public List<String> addresses() {
    return addresses(readWhole());
  }

  /// Reads what has no errors, and shows them where it has.
  private Desired readWhole() {
    try {
      return read();
    } catch (ManifestException broken) {
      String found = broken.problems().stream().map(Folder::line).toList().toString();
      throw new AssertionError(found, broken);
    }
  }

  /// What stops the reading, and what is told beside it.
  List<Problem> problems() {
    try {
      return read().warnings();
    } catch (ManifestException broken) {
      return broken.problems();
    }
  }

  /// The errors, each as `file:line:column: rule: message`.
  public List<String> errors() {
    try {
      read();
      return List.of();
    } catch (ManifestException broken) {
      return broken.problems().stream().filter(Problem::isError).map(Folder::line).toList();
    }
  }

  public List<String> warnings() {
    return read().warnings().stream().map(Folder::line).toList();
  }

  private static String line(Problem problem) {
    return problem.place() + ": " + problem.rule() + ": " + problem.message();
  }

  private static List<String> addresses(Desired desired) {
    return desired.resources().stream().map(resource -> resource.address().toString()).toList();
  }
}
