package dev.ftctl.cli.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A signal's way to what runs: who must end in good order registers here, and is told once.
///
/// Asked by the shutdown hook's thread, waited for by the thread that runs the command.
public final class Stop {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  /// In place of an exit code, while there is none.
  public static final int NOT_ENDED = -1;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Runnable guarded = () -> {};
  private Runnable tidying = () -> {};
  private Runnable unfinished = () -> {};
  private boolean mayHaveWritten;
  private boolean isGuarding;
  private int code = NOT_ENDED;
  private volatile ExitCode signal = ExitCode.INTERRUPTED;

  /// Until [#release], a signal runs `onStop` and then waits until the command has ended; one that
  /// came already runs it at once.
  public synchronized void guard(Runnable onStop) {
    guarded = onStop;
    isGuarding = true;
    mayHaveWritten = true;
    if (isAsked()) {
      onStop.run();
    }
  }

  /// Ends what [#guard] began.
  public synchronized void release() {
    guarded = () -> {};
    isGuarding = false;
  }

  /// What a signal runs where nothing has to end in good order, so that nobody else tells of it.
  public synchronized void unguarded(Runnable tell) {
    unfinished = tell;
  }

  /// Whether from now on a call that writes may be on its way.
  public synchronized void writing(boolean mayBe) {
    mayHaveWritten = mayBe;
  }

  public synchronized boolean mayHaveWritten() {
    return mayHaveWritten;
  }

  /// What a signal runs last, in place of the one before: the process ends right after it.
  public synchronized void beforeLeaving(Runnable tidy) {
    tidying = tidy;
  }

  /// Which signal is about to ask, as what a run that it stops leaves with.
  public void by(ExitCode newSignal) {
    signal = newSignal;
  }

  /// What a run that was stopped leaves with.
  public ExitCode signal() {
    return signal;
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /// Waits until a signal comes.
  public void await() throws InterruptedException {
    asked.await();
  }

  /// Called by the run's thread when its exit code is known.
  public void ended(int exitCode) {
    synchronized (this) {
      code = exitCode;
    }
    ended.countDown();
  }

  /// Hands a signal on to a run beside others, and waits for nothing.
  ///
  /// @return whether it has to end in good order; otherwise it never begins what would have to
  public boolean pass(ExitCode newSignal) {
    by(newSignal);
    return pass();
  }

  private boolean pass() {
    // First, so that who begins to guard now is told of it.
    asked.countDown();
    Runnable toTell;
    boolean waits;
    synchronized (this) {
      toTell = guarded;
      waits = isGuarding;
    }
    toTell.run();
    return waits;
  }

  /// Called on a signal: tells what runs, and waits, bounded, until it ended. The exit code, or
  /// [#NOT_ENDED] when it did not end in time or nothing had to end in good order.
  public int ask() {
    boolean waits = pass();
    if (waits) {
      try {
        ended.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    Runnable last;
    Runnable silent;
    int ending;
    synchronized (this) {
      last = tidying;
      ending = code;
      silent = waits || code != NOT_ENDED ? () -> {} : unfinished;
    }
    last.run();
    silent.run();
    return ending;
  }
}
