package dev.ftctl.manifest;

import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads `ignore:` of the project file: each entry is an address glob, or a mapping of several with
/// the fields that are meant.
final class IgnoreReader {

  private static final String ADDRESSES = "addresses";
  private static final String FIELDS = "fields";

  private IgnoreReader() {}

  static List<Project.Ignored> read(PlainReader plain, Report report, Node.Mapping file) {
    var ignored = new ArrayList<Project.Ignored>();
    for (Node entry : file.get("ignore").map(IgnoreReader::entries).orElse(List.of())) {
      if (entry instanceof Node.Mapping mapping) {
        ignored.add(some(plain, report, mapping));
      } else {
        ignored.add(new Project.Ignored(plain.texts(entry, "'ignore'"), List.of()));
      }
    }
    return ignored;
  }

  private static List<Node> entries(Node written) {
    return written instanceof Node.Sequence several ? several.items() : List.of(written);
  }

  private static Project.Ignored some(PlainReader plain, Report report, Node.Mapping entry) {
    plain.checkKeys(entry, "ignore", List.of(ADDRESSES, FIELDS), Set.of());
    if (entry.get(ADDRESSES).isEmpty()) {
      report.error(
          entry.place(),
          "missing-field",
          "this entry of ignore has no 'addresses'",
          "write addresses: [connector/ads@*]; without fields, all of them are left alone");
    }
    return new Project.Ignored(texts(plain, entry, ADDRESSES), texts(plain, entry, FIELDS));
  }

  private static List<String> texts(PlainReader plain, Node.Mapping entry, String name) {
    return entry.get(name).map(node -> plain.texts(node, "'" + name + "'")).orElse(List.of());
  }
}
