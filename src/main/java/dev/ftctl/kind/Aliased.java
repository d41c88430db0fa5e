package dev.ftctl.kind;

import java.util.List;

/// The facet of a kind that manifests may call by another name as well: what they call a connector
/// the API calls a connection.
public interface Aliased {

  /// As manifests may write it, besides [KindDefinition#name].
  List<String> aliases();
}
