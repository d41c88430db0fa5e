package dev.ftctl.sandbox.source;

import java.util.List;
import java.util.Optional;

/// What a connection finds at its source. Names are case-sensitive; orders are stable.
///
/// Tables are looked at one at a time, so that a source of 10,000 of them costs little.
public interface Source {
  List<String> schemas();

  /// The names of a schema's tables; empty for a schema that isn't there.
  List<String> tables(String schema);

  Optional<SourceTable> table(String schema, String table);
}
