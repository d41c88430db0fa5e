package dev.ftctl.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.check.Given;
import dev.ftctl.check.Reading;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The accounts that tests begin with, each made once and shared by all tests that are given the
/// same. Safe for use by many threads.
final class GivenAccounts {

  private static final String RULE = "wrong-account";

  private final Run run;
  private final TestRequests requests;
  private final Instant now;
  private final Map<Key, ObjectNode> made = new ConcurrentHashMap<>();

  /// What an account is made of, wherever it is said.
  private record Key(
      Path folder, String file, JsonNode objects, Optional<Reading> manifests, String environment) {

    static Key of(Given given, Path folder) {
      JsonNode objects =
          given.objects().map(AccountNodes::json).orElseGet(JsonNodeFactory.instance::nullNode);
      return new Key(folder, given.file(), objects, given.manifests(), given.environment());
    }
  }

  GivenAccounts(Run run, TestRequests requests, Instant now) {
    this.run = run;
    this.requests = requests;
    this.now = now;
  }

  /// The account as the simulator keeps it; not to be changed.
  ///
  /// @param folder of the file of tests
  /// @param stage on which it is made, if it isn't yet
  /// @throws ManifestException when it can't be made
  ObjectNode of(Given given, Path folder, Stage stage) {
    return made.computeIfAbsent(Key.of(given, folder), key -> make(given, folder, stage));
  }

  private ObjectNode make(Given given, Path folder, Stage stage) {
    ObjectNode seed = seed(given, folder);
    try {
      stage.begin(seed);
      given
          .manifests()
          .ifPresent(reading ->
              new AppliedManifests(run, requests.given(given, reading, folder, now), given, stage)
                  .apply());
      return stage.control().account();
    } catch (IllegalArgumentException refused) {
      throw wrong(given, String.valueOf(refused.getMessage()), "");
    }
  }

  private ObjectNode seed(Given given, Path folder) {
    ObjectNode seed = JsonNodeFactory.instance.objectNode();
    if (!given.file().isEmpty()) {
      seed = AccountNodes.of(file(given, folder));
    }
    if (given.objects().isPresent()) {
      AccountNodes.merge(seed, AccountNodes.of(AccountNodes.json(given.objects().get())));
    }
    return seed;
  }

  private JsonNode file(Given given, Path folder) {
    Path file = folder.resolve(given.file()).normalize();
    byte[] bytes = bytes(given, folder, file);
    if (!file.toString().endsWith(".json")) {
      return yaml(given, file, bytes);
    }
    try {
      return new JsonMapper().readTree(bytes);
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw wrong(given, given.file() + place + " is not JSON", "");
    } catch (IOException impossible) {
      throw wrong(given, given.file() + " is not JSON", "");
    }
  }

  private JsonNode yaml(Given given, Path file, byte[] bytes) {
    String shown = ShownPath.of(run.console().folder(), file);
    YamlFile yaml = Yaml.read(shown, bytes);
    if (!yaml.problems().isEmpty()) {
      var sources = new Sources();
      sources.put(shown, yaml.lines());
      throw new ManifestException(yaml.problems(), sources);
    }
    Optional<Node> root = yaml.documents().stream().findFirst();
    return root.map(AccountNodes::json)
        .orElseThrow(() -> wrong(given, given.file() + " is empty", ""));
  }

  private byte[] bytes(Given given, Path folder, Path file) {
    FileTree tree = requests.tree(folder);
    String path = tree.canonical(ShownPath.of(run.console().folder(), file));
    if (tree.at(path) == FileTree.Found.OUTSIDE) {
      throw new ManifestException(
          List.of(Outside.named(tree, path, given.place(), given.file())), new Sources());
    }
    return tree.read(path)
        .orElseThrow(() ->
            wrong(
                given,
                "the account " + given.file() + " can't be read",
                "paths are relative to the file of tests"));
  }

  /// Whatever is given and can't be played makes the file of tests a wrong one.
  static ManifestException wrong(Given given, String message, String fix) {
    return new ManifestException(
        List.of(Problem.error(given.place(), RULE, "given", message, fix)), new Sources());
  }
}
