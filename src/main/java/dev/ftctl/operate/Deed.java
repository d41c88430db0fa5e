package dev.ftctl.operate;

import dev.ftctl.address.Named;

/// What a verb does to one object. Safe for use by many threads.
@FunctionalInterface
public interface Deed {

  /// Does it, or finds that nothing is to be done.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when it was not done; a call whose answer was
  ///   lost is looked after first, so that nothing is ever told as not done that was
  Result of(Named object);
}
