package dev.ftctl.kind.facet;

import dev.ftctl.model.value.Value;

/// The facet of a kind whose objects carry tokens of somebody's: a webhook's url.
public interface TokenBearing {

  /// The fields of a live object as they may be printed.
  Value.Mapping printable(Value.Mapping live);
}
