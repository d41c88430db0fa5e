package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// Reads `ignore:` of the project file: each entry is an address pattern, or a mapping of several
/// with the fields that are meant.
final class IgnoreReader {

  private static final String ADDRESSES = "addresses";
  private static final String FIELDS = "fields";

  private IgnoreReader() {}

  static List<Project.Ignored> read(
      PlainReader plain, PatternReader patterns, Report report, Node.Mapping file) {
    var ignored = new ArrayList<Project.Ignored>();
    for (Node entry : file.get("ignore").map(IgnoreReader::entries).orElse(List.of())) {
      if (entry instanceof Node.Mapping mapping) {
        ignored.add(some(plain, patterns, report, mapping));
      } else {
        ignored.add(new Project.Ignored(patterns.read(entry, "ignore", "ignore"), List.of()));
      }
    }
    return ignored;
  }

  private static List<Node> entries(Node written) {
    return written instanceof Node.Sequence several ? several.items() : List.of(written);
  }

  private static Project.Ignored some(
      PlainReader plain, PatternReader patterns, Report report, Node.Mapping entry) {
    plain.checkKeys(entry, "ignore", List.of(ADDRESSES, FIELDS));
    if (entry.get(ADDRESSES).isEmpty()) {
      report.error(
          entry.place(),
          "missing-field",
          "this entry of ignore has no 'addresses'",
          "write addresses: [connector/ads@*]; without fields, all of them are left alone");
    }
    return new Project.Ignored(
        entry
            .get(ADDRESSES)
            .map(node -> patterns.read(node, ADDRESSES, "ignore"))
            .orElse(List.of()),
        entry.get(FIELDS).map(node -> plain.texts(node, "'" + FIELDS + "'")).orElse(List.of()));
  }
}
