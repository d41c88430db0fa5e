package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.export.Spoken;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Documents with references to others by their new names: as values, and as keys of memberships.
final class Renaming {

  private final Map<Address, Address> moved;
  private final Map<String, String> keys = new HashMap<>();

  Renaming(Map<Address, Address> moved) {
    this.moved = Map.copyOf(moved);
    moved.forEach((before, after) -> keys.put(Spoken.reference(before), Spoken.reference(after)));
  }

  Document in(Document document) {
    return moved.isEmpty() ? document : document.withSpec((Value.Mapping) renamed(document.spec()));
  }

  private Value renamed(Value value) {
    return switch (value) {
      case Value.Reference reference ->
          new Value.Reference(
              moved.getOrDefault(reference.target(), reference.target()), reference.origin());
      case Value.Items items -> Value.items(items.items().stream().map(this::renamed).toList());
      case Value.Mapping mapping -> {
        Map<String, Value> renamed = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, inside) -> renamed.put(keys.getOrDefault(key, key), renamed(inside)));
        yield Value.Mapping.of(renamed);
      }
      case Value.Text text -> text;
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
      case Value.Null nothing -> nothing;
      case Value.Absent absent -> absent;
      case Value.Secret secret -> secret;
    };
  }
}
