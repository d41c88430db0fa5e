package dev.ftctl.kind;

import dev.ftctl.model.Live;
import java.util.List;
import java.util.Optional;

/// The facet of a kind that needs others to be there although no field refers to them: a connection
/// loads into the destination of its group.
public interface Follows {

  /// Slugs of kinds whose resources in the same group come first.
  List<String> inTheSameGroup();

  /// What comes of it that there is none.
  default String withoutOne() {
    return "until there is one, setup tests fail and nothing syncs";
  }

  /// Whether nothing can be made as long as there is none.
  default boolean isNeeded() {
    return false;
  }

  /// Whether what follows brings data there.
  default boolean isOfData() {
    return true;
  }

  /// Why nothing can be made beside one of those as it is in the account, and what to do; empty
  /// where that makes no difference.
  default Optional<String> objection(Live followed) {
    return Optional.empty();
  }
}
