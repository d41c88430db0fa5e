package dev.ftctl.operate.rollout;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// How pieces are switched on, and what of them is on.
public interface Switch {

  /// What is wrong with the pieces of a rollout, with their places, by the account as it is now.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when the account can't be read
  List<Problem> problems(Rollout rollout);

  /// Those of the pieces that are on now.
  Set<String> on(Collection<String> pieces);

  /// What is switched beside the pieces, as a sentence; empty for nothing.
  String beside(List<String> pieces);

  /// Switches them on with one call, and looks that they are.
  ///
  /// @param reached what the rollout has come to, which is left as it is
  /// @throws dev.ftctl.model.problem.ApiException when they are not on
  /// @throws dev.ftctl.model.RefusedException when nobody can tell, or they were not kept
  void turnOn(List<String> pieces, Set<String> reached);

  /// The part of a manifest's `spec` that says that they are on.
  Value.Mapping lasting(List<String> pieces);
}
