package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Ending;
import dev.ftctl.operate.state.Step;
import dev.ftctl.operate.state.Trouble;
import dev.ftctl.render.Tone;
import java.util.List;

/// Tells how a change of states ended, and what to leave with.
record StateEnd(Run run, StateTelling telling) {

  ExitCode of(List<Ending> endings) {
    endings.forEach(this::tell);
    ExitCode code = code(endings);
    boolean hasWrites = endings.stream().anyMatch(each -> each.how() == Ending.How.CHANGED);
    ExitCode whole = run.output().isWhole() ? code : code.whenLost(hasWrites);
    if (telling.common().isJson()) {
      new StateReport(endings, whole, telling).print(run.output());
    }
    return whole;
  }

  /// A defect ends the run as every other does, once everything was told.
  static void rethrowDefect(List<Ending> endings) {
    for (Ending ending : endings) {
      if (ending.trouble().orElse(null) instanceof Trouble.Failed failed
          && !(failed.cause() instanceof ApiException)
          && !(failed.cause() instanceof RefusedException)) {
        throw failed.cause();
      }
    }
  }

  private void tell(Ending ending) {
    ending.trouble().ifPresent(trouble -> tellTrouble(ending, trouble));
    if (ending.isLeftPaused()) {
      bad("connection LEFT PAUSED: " + ending.connection().address() + ". Resume it with:");
      run.output().tell("  ftctl resume " + word(ending));
    } else if (ending.trouble().isEmpty() && !telling.common().isJson()) {
      run.output().result(result(ending) + "\n");
    }
  }

  private String result(Ending ending) {
    boolean isChanged = ending.how() == Ending.How.CHANGED;
    String words =
        isChanged
            ? "state updated and verified"
            : "No changes made to state." + (ending.kept().isPresent() ? " It is resumed." : "");
    return ending.connection().address()
        + ": "
        + telling
            .common()
            .outPaint(run.console())
            .apply(isChanged ? Tone.GOOD : Tone.CHANGED, words);
  }

  private void tellTrouble(Ending ending, Trouble trouble) {
    bad("error: " + ending.connection().address() + ": " + words(trouble));
    if (trouble instanceof Trouble.Failed failed
        && failed.cause() instanceof RefusedException refused
        && !refused.next().isEmpty()) {
      run.output().tell("  " + refused.next());
    }
    if (trouble instanceof Trouble.Differs differs) {
      Value.Mapping found = differs.found().orElse(Value.Mapping.EMPTY);
      run.output().tellText(Differences.between(differs.sent(), found, telling.paint()).text());
    }
    run.output().tell("  " + fate(ending));
    if (ending.how() == Ending.How.ASTRAY && ending.kept().isPresent()) {
      run.output()
          .tell(
              "  ftctl state restore "
                  + word(ending)
                  + " "
                  + ShellWord.of(telling.shown(ending.kept().get())));
    }
  }

  static String words(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Failed failed -> failure(failed.during()) + " " + failed.cause().getMessage();
      case Trouble.StillSyncing late ->
          "a sync still runs after " + late.waited().toSeconds() + " s (--wait-idle)";
      case Trouble.Differs differs -> "the state that was read back is not the one that was sent";
      case Trouble.Stopped stopped -> "stopped by a signal";
      case Trouble.WithAnother another -> "all or none, and another could not be changed";
    };
  }

  private static String failure(Step during) {
    return switch (during) {
      case CHECK -> "Failed to retrieve current state.";
      case PAUSE -> "Failed to pause connection.";
      case WAIT -> "Failed to see whether a sync runs.";
      case BACK_UP -> "Failed to back up the state.";
      case UPDATE -> "Failed to update connection state.";
      case VERIFY -> "Failed to verify the updated state.";
      case SET_BACK -> "Failed to set the state back.";
      case RESUME -> "Failed to resume connection.";
      case LOOK_AGAIN -> "Failed to look at the state again.";
    };
  }

  static String fate(Ending ending) {
    String file =
        ending.how() == Ending.How.ASTRAY && ending.kept().isPresent()
            ? "The state as it was is put back by:"
            : "";
    return switch (ending.how()) {
      case CHANGED -> "The state is updated and verified.";
      case UNNEEDED, NOT_CHANGED -> "The state is as it was.";
      case SET_BACK -> "The state was set back, and is as it was.";
      case ASTRAY -> "The state is not as it was, or nobody knows. " + file;
    };
  }

  private void bad(String line) {
    run.output().tell(telling.paint().apply(Tone.BAD, line));
  }

  private static String word(Ending ending) {
    return ShellWord.of(ending.connection().address().toString());
  }

  private ExitCode code(List<Ending> endings) {
    if (endings.stream().anyMatch(Ending::isLeftPaused)) {
      return ExitCode.LEFT_PAUSED;
    }
    boolean isPartial =
        endings.stream()
            .anyMatch(each ->
                each.how() == Ending.How.ASTRAY
                    || each.how() == Ending.How.CHANGED && each.trouble().isPresent());
    if (isPartial) {
      return ExitCode.PARTIAL;
    }
    return endings.stream()
        .flatMap(ending -> ending.trouble().stream())
        .filter(trouble -> !(trouble instanceof Trouble.WithAnother))
        .findFirst()
        .map(this::code)
        .orElse(ExitCode.OK);
  }

  private ExitCode code(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Failed failed -> code(failed);
      case Trouble.StillSyncing late -> ExitCode.TIMED_OUT;
      case Trouble.Differs differs -> ExitCode.FAILED;
      case Trouble.Stopped stopped -> run.stop().signal();
      case Trouble.WithAnother another -> ExitCode.FAILED;
    };
  }

  private static ExitCode code(Trouble.Failed failed) {
    if (failed.cause() instanceof RefusedException refused) {
      return ExitCode.ofRefusal(refused.reason());
    }
    if (!(failed.cause() instanceof ApiException call)) {
      return ExitCode.DEFECT;
    }
    ExitCode code = ExitCode.ofFailure(call.failure());
    return code == ExitCode.UNAVAILABLE && failed.during() != Step.CHECK ? ExitCode.FAILED : code;
  }
}
