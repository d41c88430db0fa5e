package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Output;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Shortlist;
import dev.ftctl.render.English;
import dev.ftctl.render.Marks;
import dev.ftctl.render.Paint;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar at the bottom of the terminal: how much is done, for how long, how long it will still
/// take, and what is worked on. Safe for use by many threads.
final class Bar implements AutoCloseable {

  /// What ends sooner shows no bar.
  static final Duration PATIENCE = Duration.ofMillis(300);

  private static final int REDRAWN_MILLIS = 100;
  private static final int WIDEST = 120;

  /// For everything but the names of what is worked on.
  private static final int RESERVED = 58;

  private final Run run;
  private final ProgressBar bar;
  private final int room;
  private long expected;

  /// @param task a word for what goes on
  /// @param patience before it is first shown
  Bar(Run run, CommonFlags common, String task, Duration patience) {
    Console console = run.console();
    // The last column stays free: some terminals begin another line when it is written.
    int width = Math.min(console.terminals().columns() - 1, WIDEST);
    boolean isColoured = common.errPaint(console) == Paint.COLOURED;
    this.run = run;
    this.room = Math.max(0, width - RESERVED);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(0)
            .setUpdateIntervalMillis(REDRAWN_MILLIS)
            .continuousUpdate()
            .setStyle(
                isColoured
                    ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                    : ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new Bottom(run.output(), width, System.nanoTime() + patience.toNanos()))
            .build();
    run.stop().beforeLeaving(this::erase);
  }

  /// Whether stderr is a place for one.
  static boolean fits(Run run, CommonFlags common) {
    return run.console().allowsMovement() && !common.isQuiet && !common.isVeryVerbose();
  }

  synchronized void expect(int more) {
    expected += more;
    bar.maxHint(expected);
  }

  synchronized void ended() {
    bar.step();
  }

  /// Names what is worked on, the first ones whole and the rest as a number.
  void at(List<String> names) {
    List<String> shown = names.stream().map(English::printable).toList();
    bar.setExtraMessage(Shortlist.within(room, shown));
  }

  @Override
  public void close() {
    run.stop().beforeLeaving(() -> {});
    erase();
  }

  private void erase() {
    bar.close();
    // Not left to the library, which forgets it when it never came to draw the bar before.
    run.output().bottom("");
  }

  /// Where the library's lines go.
  private record Bottom(Output output, int width, long shownFrom) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public void accept(String line) {
      if (System.nanoTime() - shownFrom >= 0) {
        output.bottom(Marks.adopted(line));
      }
    }

    @Override
    public void close() {}
  }
}
