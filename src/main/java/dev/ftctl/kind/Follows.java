package dev.ftctl.kind;

import java.util.List;

/// The facet of a kind that needs others to be there although no field refers to them: a connection
/// loads into the destination of its group.
public interface Follows {

  /// Slugs of kinds whose resources in the same group come first.
  List<String> inTheSameGroup();
}
