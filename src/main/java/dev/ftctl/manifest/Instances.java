package dev.ftctl.manifest;

import dev.ftctl.model.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drafts by what references call them.
final class Instances {

  private final Map<Address, Draft> byAddress = new HashMap<>();
  private final Map<Address, List<Address>> byDocument = new HashMap<>();

  Instances(List<Draft> drafts) {
    for (Draft draft : drafts) {
      byAddress.put(draft.address(), draft);
      byDocument
          .computeIfAbsent(draft.address().inGroup(""), name -> new ArrayList<>())
          .add(draft.address());
    }
  }

  Optional<Draft> find(Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /// The addresses of all instances of a document, given its address without group; itself where it
  /// has none.
  List<Address> of(Address document) {
    return byDocument.getOrDefault(document.inGroup(""), List.of());
  }

  /// The names of all documents of a kind.
  List<String> names(String kind) {
    return byDocument.keySet().stream()
        .filter(address -> address.kind().equals(kind))
        .map(Address::name)
        .sorted()
        .toList();
  }
}
