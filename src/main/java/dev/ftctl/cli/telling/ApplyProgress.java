package dev.ftctl.cli.telling;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.WriteRecord;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Apply as it goes: on a terminal a bar, and a line above it for each step that did not end as
/// asked; elsewhere a line for each step.
public sealed interface ApplyProgress extends ApplyObserver, AutoCloseable {

  /// @param steps how many there are
  static ApplyProgress of(Run run, CommonFlags common, int steps) {
    var lines = new ProgressLines(run, common);
    if (steps == 0 || !Bar.fits(run, common)) {
      return new Plain(lines);
    }
    var bar = new Bar(run, common, "Applying", Bar.PATIENCE);
    bar.expect(steps);
    return new OnTerminal(bar, lines, common.isVerbose());
  }

  @Override
  default void close() {}

  /// Lines only.
  record Plain(ProgressLines lines) implements ApplyProgress {

    @Override
    public void awaiting(Step step, String awaited, Duration most) {
      lines.awaiting(step, awaited, most);
    }

    @Override
    public void ended(Outcome outcome) {
      lines.ended(outcome);
    }

    @Override
    public void wrote(WriteRecord write, WriteRecord.End end) {
      lines.wrote(write, end);
    }
  }

  /// A bar, and the lines that are worth their place.
  final class OnTerminal implements ApplyProgress {

    private final Bar bar;
    private final ProgressLines lines;
    private final boolean isVerbose;
    private final SequencedSet<Step> underway = new LinkedHashSet<>();

    OnTerminal(Bar bar, ProgressLines lines, boolean isVerbose) {
      this.bar = bar;
      this.lines = lines;
      this.isVerbose = isVerbose;
    }

    @Override
    public synchronized void started(Step step) {
      underway.add(step);
      bar.at(names());
    }

    @Override
    public void awaiting(Step step, String awaited, Duration most) {
      lines.awaiting(step, awaited, most);
    }

    @Override
    public synchronized void ended(Outcome outcome) {
      underway.remove(outcome.step());
      bar.ended();
      bar.at(names());
      boolean isAsAsked = outcome instanceof Outcome.Done || outcome instanceof Outcome.Held;
      if (isVerbose || !isAsAsked) {
        lines.ended(outcome);
      }
    }

    @Override
    public void wrote(WriteRecord write, WriteRecord.End end) {
      lines.wrote(write, end);
    }

    private List<String> names() {
      var names = new ArrayList<String>();
      underway.forEach(step -> names.add(step.address().toString()));
      return names;
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
