package dev.ftctl.export.account;

import dev.ftctl.export.EnvNames;
import dev.ftctl.export.Placeholder;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What documents must not say and read from the environment instead.
final class Hidden {

  /// What fields only stand in.
  private static final Set<String> BLOCKS = Set.of("config", "project_config", "environment_vars");

  private final EnvNames names;
  private final List<EnvEntry> entries = new ArrayList<>();

  Hidden(EnvNames names) {
    this.names = names;
  }

  /// The place holder of a text.
  ///
  /// @param known the text where the account tells it, empty where it shows a mask
  Value put(Address document, FieldPath path, Optional<String> known) {
    List<String> words =
        path.segments().stream().filter(segment -> !BLOCKS.contains(segment)).toList();
    String name = names.next(document.name(), document.kind(), words);
    entries.add(new EnvEntry(name, document, path, known));
    return Placeholder.env(name);
  }

  List<EnvEntry> entries() {
    return List.copyOf(entries);
  }
}
