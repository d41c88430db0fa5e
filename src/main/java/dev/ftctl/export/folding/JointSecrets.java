package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.export.EnvNames;
import dev.ftctl.export.Placeholder;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Secrets that several documents are said to share.
public final class JointSecrets {

  private final EnvNames names;
  private final SequencedMap<String, String> uses = new LinkedHashMap<>();

  /// @param names of variables, that knows those that are used
  public JointSecrets(EnvNames names) {
    this.names = names;
  }

  /// The documents with one variable for each secret that all have.
  ///
  /// @param address of the document that is to stand for all
  List<Document> in(List<Document> documents, Address address) {
    Map<FieldPath, String> shared = new HashMap<>();
    return documents.stream()
        .map(document -> {
          SequencedMap<FieldPath, Value> leaves = Leaves.of(document.spec());
          leaves.replaceAll((path, value) ->
              value instanceof Value.Secret
                  ? Placeholder.env(shared.computeIfAbsent(path, where -> variable(address, where)))
                  : value);
          return document.withSpec(Leaves.spec(leaves));
        })
        .toList();
  }

  private String variable(Address address, FieldPath path) {
    List<String> words =
        path.segments().stream().filter(segment -> !segment.equals("config")).toList();
    String name = names.next(address.name(), address.kind(), words);
    uses.put(name, address + " " + path);
    return name;
  }

  /// The variables, each with what reads it.
  SequencedMap<String, String> uses() {
    return uses;
  }
}
