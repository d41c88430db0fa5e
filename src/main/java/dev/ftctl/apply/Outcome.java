package dev.ftctl.apply;

import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import java.util.List;

/// How one step ended.
public sealed interface Outcome {

  Step step();

  /// The writes that reached the account, or may have: `POST /v1/groups`.
  List<String> writes();

  /// As asked.
  record Done(Step step, List<String> notes, List<String> writes) implements Outcome {
    public Done {
      notes = List.copyOf(notes);
      writes = List.copyOf(writes);
    }
  }

  /// As asked, but what is to be protected is not live yet: the owner is not finished.
  record Held(Step step, String why, List<String> writes) implements Outcome {
    public Held {
      writes = List.copyOf(writes);
    }
  }

  /// As far as ftctl can; a person must go on, or Fivetran.
  ///
  /// @param holdsBack whether what depends on the step waits as well
  record Waiting(Step step, String why, boolean holdsBack, List<String> writes) implements Outcome {
    public Waiting {
      writes = List.copyOf(writes);
    }
  }

  /// What was asked could not be reached; the object is left safe (paused).
  record Unfinished(Step step, String why, List<String> writes) implements Outcome {
    public Unfinished {
      writes = List.copyOf(writes);
    }
  }

  /// Somebody else made the same object at the same time; see [StepResult.Overtaken].
  record Overtaken(Step step, String why, List<String> writes) implements Outcome {
    public Overtaken {
      writes = List.copyOf(writes);
    }
  }

  /// The API refused or was away. `writes` were carried out before (`POST /v1/groups`); `isAway`:
  /// the API could not be reached or had no quota; `isDenied`: 401 or 403; `isConflict`: 409;
  /// `isWithheld`: it was not sent, since somebody forbade it.
  record Failed(
      Step step,
      String message,
      List<String> writes,
      boolean isAway,
      boolean isDenied,
      boolean isConflict,
      boolean isWithheld)
      implements Outcome {

    public Failed(
        Step step, String message, List<String> writes, boolean isAway, boolean isDenied) {
      this(step, message, writes, isAway, isDenied, false, false);
    }

    public Failed {
      writes = List.copyOf(writes);
    }
  }

  /// ftctl itself failed: neither the API's doing nor the manifest's.
  record Broken(Step step, Throwable defect, List<String> writes) implements Outcome {
    public Broken {
      writes = List.copyOf(writes);
    }
  }

  /// Not begun, because a step that it waits for did not end well, or the run was interrupted.
  record Skipped(Step step, String because) implements Outcome {
    @Override
    public List<String> writes() {
      return List.of();
    }
  }
}
