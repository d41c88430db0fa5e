package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a control call said of how something goes, in a collection of its own: by a name or an id,
/// or by `*` for all that nothing else is said of. `times` says how often that holds.
public record Steered(AccountData account, String collection) {
  private static final String ALL = "*";
  private static final String TIMES = "times";

  /// What is said of the first of these names that anything is said of; an empty object where
  /// nothing is. Counts as one time.
  public ObjectNode take(String... names) {
    for (var name : names) {
      if (account.find(collection, name).isPresent()) {
        return taken(name);
      }
    }
    return account.find(collection, ALL).isPresent()
        ? taken(ALL)
        : JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode taken(String name) {
    var said = account.find(collection, name).orElseThrow();
    if (!said.has(TIMES)) {
      return said;
    }
    var left = said.path(TIMES).asLong();
    if (left <= 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    account.put(collection, name, said.deepCopy().put(TIMES, left - 1));
    return said;
  }
}
