package dev.ftctl.export.copy;

import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.model.value.Value;
import java.util.List;

/// What a copy is made after, in the words of manifests: `${…}` stands for itself.
///
/// @param metadata without the name
/// @param spec without groups and overrides
/// @param override what one instance says otherwise; empty for nothing
/// @param variables that it reads and that nothing else read before
public record Original(
    Value.Mapping metadata, Value.Mapping spec, Value.Mapping override, List<EnvEntry> variables) {

  public Original {
    variables = List.copyOf(variables);
  }
}
