package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.WrittenPattern;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// Reads the address patterns of the project file, and keeps where each stands: whether it covers
/// anything is judged later, when the account was read.
final class PatternReader {

  private final PlainReader plain;
  private final List<WrittenPattern> all = new ArrayList<>();

  PatternReader(PlainReader plain) {
    this.plain = plain;
  }

  /// @param name of the list
  /// @param key what the file calls the matter: `prune.scope`
  List<AddressPattern> read(Node node, String name, String key) {
    var patterns = new ArrayList<AddressPattern>();
    for (Node.Scalar scalar : plain.scalars(node, "'" + name + "'")) {
      plain
          .text(scalar, "an item of '" + name + "'")
          .ifPresent(text -> {
            var pattern = new AddressPattern(text);
            patterns.add(pattern);
            note(pattern, key + ": " + text, scalar.place());
          });
    }
    return patterns;
  }

  void note(AddressPattern pattern, String said, SourceLocation place) {
    all.add(new WrittenPattern(pattern, said, place));
  }

  /// Those read so far, in their order.
  List<WrittenPattern> all() {
    return all;
  }
}
