package dev.ftctl.kind.downstream;

import java.util.List;

/// One thing that a change breaks.
///
/// @param element its names in the source: schema; schema, table; schema, table, column; empty for
///   all that the object brings
/// @param elsewhere where the object was before, as `GROUP/SCHEMA`, where it is about that; else
///   empty
public record Break(Effect effect, List<String> element, String elsewhere) {

  public Break {
    element = List.copyOf(element);
  }

  /// Of all that an object brings.
  public static Break whole(Effect effect) {
    return new Break(effect, List.of(), "");
  }

  public static Break of(Effect effect, List<String> element) {
    return new Break(effect, element, "");
  }

  /// As plans name it: `public.users`; empty for all.
  public String label() {
    return String.join(".", element);
  }
}
