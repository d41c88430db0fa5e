package dev.ftctl.kind;

import java.util.List;

/// How a step ended that did not fail by exception.
public sealed interface StepResult {

  /// Done; the notes are printed with the outcome.
  record Done(List<String> notes) implements StepResult {
    public Done {
      notes = List.copyOf(notes);
    }
  }

  /// Done as far as ftctl can now: a person must go on (OAuth), or Fivetran. Counts as success.
  ///
  /// @param holdsBack whether what stands on the object has to wait as well, since it can't work
  ///   yet
  record Waiting(String why, boolean holdsBack) implements StepResult {

    /// For a person, while everything else can go on.
    public Waiting(String why) {
      this(why, false);
    }
  }

  /// Done, but what the manifest wants protected is not live yet, so the owner of this part must
  /// not be finished.
  record Held(String why) implements StepResult {}

  /// What was asked could not be reached (failed setup tests, an exclusion that is not live); the
  /// run is partial.
  record Unfinished(String why) implements StepResult {}

  /// Fivetran took what was asked and could not do it.
  record Failed(String why) implements StepResult {}

  /// Not yet: the step is to be run again in a while, and does nothing twice then.
  ///
  /// @param why what it waits for, as `CREATING`
  /// @param otherwise what it comes to when nobody waits any longer
  record NotYet(String why, StepResult otherwise) implements StepResult {}

  /// Somebody else made the same object at the same time, and that one counts: what needs this one
  /// must wait for a new plan.
  record Overtaken(String why) implements StepResult {}

  StepResult DONE = new Done(List.of());
}
