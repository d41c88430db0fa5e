package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Backup;
import dev.ftctl.operate.state.Kept;
import dev.ftctl.operate.state.Step;
import dev.ftctl.operate.state.StepObserver;
import dev.ftctl.render.Paint;
import dev.ftctl.render.StateJson;
import dev.ftctl.render.Tone;

/// Announces each step, on stderr.
record StateTelling(Run run, CommonFlags common, boolean isOne) implements StepObserver {

  @Override
  public void begins(Named connection, Step step) {
    String words = words(step);
    if (!common.isQuiet) {
      banner(isOne ? "=== " + words + " ===" : connection.address() + ": " + words);
    }
  }

  private static String words(Step step) {
    return switch (step) {
      case CHECK -> "Getting current connection state";
      case PAUSE -> "Pausing connection";
      case WAIT -> "Waiting until the running sync has ended";
      case BACK_UP -> "Backing up the state";
      case UPDATE -> "Updating connection state";
      case VERIFY -> "Verifying updated state";
      case SET_BACK -> "Setting the state back";
      case RESUME -> "Resuming connection";
      case LOOK_AGAIN -> "Looking at the state once more";
    };
  }

  /// Information.
  void banner(String line) {
    run.output().tell(paint().apply(Tone.TOLD, line));
  }

  @Override
  public void takesUp(Named connection, Backup unfinished) {
    run.output()
        .tell(
            paint()
                .apply(
                    Tone.CHANGED,
                    "note: "
                        + connection.address()
                        + " was paused by a run that began at "
                        + unfinished.time()
                        + " and did not end; it will be resumed, as it was before"));
  }

  @Override
  public void backedUp(Named connection, Kept kept) {
    if (!common.isQuiet) {
      run.output().tell((isOne ? "" : connection.address() + ": ") + "kept in " + shown(kept));
    }
  }

  @Override
  public void sees(Named connection, Value.Mapping state) {
    if (isOne && common.isVerbose()) {
      run.output().tellText(StateJson.of(state));
    }
  }

  /// From the working folder where it lies below that.
  String shown(Kept kept) {
    var folder = run.console().folder();
    return kept.file().startsWith(folder)
        ? folder.relativize(kept.file()).toString()
        : kept.file().toString();
  }

  Paint paint() {
    return common.errPaint(run.console());
  }
}
