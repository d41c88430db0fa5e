package dev.ftctl.cli.telling;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.WriteRecord;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.Step;
import dev.ftctl.render.English;
import dev.ftctl.render.outcome.OutcomeText;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Apply as it goes, a line on stderr for each step that ended; with `-v` one for each write, too.
final class ProgressLines implements ApplyObserver {

  private final Run run;
  private final CommonFlags common;
  private final OutcomeText text;
  private final Map<Step, String> told = new ConcurrentHashMap<>();

  ProgressLines(Run run, CommonFlags common) {
    this.run = run;
    this.common = common;
    this.text = new OutcomeText(common.errPaint(run.console()));
  }

  /// Once for each thing that a step waits for.
  @Override
  public void awaiting(Step step, String awaited, Duration most) {
    if (!common.isQuiet && !awaited.equals(told.put(step, awaited))) {
      run.output()
          .tell(
              "waiting for  "
                  + step.address()
                  + ": "
                  + English.printable(awaited)
                  + " ("
                  + English.duration(most)
                  + " at most)");
    }
  }

  @Override
  public void ended(Outcome outcome) {
    // What never began is no progress, and the summary lists it.
    if (!common.isQuiet && !(outcome instanceof Outcome.Skipped)) {
      run.output().tell(text.line(outcome));
    }
  }

  @Override
  public void wrote(WriteRecord write, WriteRecord.End end) {
    if (common.isVerbose() && end instanceof WriteRecord.End.Answered) {
      run.output().tell("  wrote      " + write.step().address() + ": " + write);
    }
  }
}
