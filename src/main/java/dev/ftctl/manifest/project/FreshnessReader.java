package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// Reads `freshness:` of the project file: durations by address pattern.
final class FreshnessReader {

  private static final String KEY = "freshness";

  private FreshnessReader() {}

  static List<Project.Freshness> read(
      PlainReader plain, PatternReader patterns, Node.Mapping file) {
    var all = new ArrayList<Project.Freshness>();
    file.get(KEY)
        .flatMap(node -> plain.mapping(node, "'" + KEY + "'"))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((text, entry) -> {
                  var pattern = new AddressPattern(text);
                  patterns.note(pattern, KEY + ": " + text, entry.keyPlace());
                  plain
                      .duration(entry.value(), "the freshness of " + text)
                      .ifPresent(most -> all.add(new Project.Freshness(pattern, most)));
                }));
    return all;
  }
}
