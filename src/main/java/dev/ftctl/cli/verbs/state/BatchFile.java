package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A mapping of addresses or ids to states.
record BatchFile(Run run, String name) {

  /// At least one.
  ///
  /// @throws ManifestException when it is anything else
  Map<String, Value.Mapping> read() {
    YamlFile file = Yaml.read(name, bytes());
    var sources = new Sources();
    sources.put(name, file.lines());
    List<Problem> problems = new ArrayList<>(file.problems());
    Map<String, Value.Mapping> states = new LinkedHashMap<>();
    for (Node document : file.documents()) {
      if (document instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
        mapping
            .entries()
            .forEach((key, entry) -> {
              if (value(entry.value()) instanceof Value.Mapping state) {
                states.put(key, state);
              } else {
                problems.add(
                    wrong(entry.value(), "the state of " + key + " is " + entry.value().what()));
              }
            });
      } else {
        problems.add(wrong(document, "the file is " + document.what()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ManifestException(problems, sources);
    }
    return states;
  }

  private static Problem wrong(Node at, String message) {
    return Problem.error(
        at.place(),
        "state-batch",
        "",
        message,
        "write connector/NAME: {cursor: \"2025-03-06 20:20:20\"}");
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(run.console().folder().resolve(name));
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "can't read " + name + ": " + Reasons.of(unreadable), "Check --batch.");
    }
  }

  private static Value value(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Core.value(scalar.text(), scalar.isPlain(), Origin.LIVE);
      case Node.Refused refused -> Value.ABSENT;
      case Node.Sequence sequence ->
          Value.items(sequence.items().stream().map(BatchFile::value).toList());
      case Node.Mapping mapping -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key, value(entry.value())));
        yield Value.Mapping.of(entries);
      }
    };
  }
}
