package dev.ftctl.cli;

import dev.ftctl.live.ReadingObserver;
import java.util.List;

/// The reading of the account as it goes: a bar on a terminal, nothing elsewhere.
sealed interface ReadingProgress extends ReadingObserver, AutoCloseable {

  static ReadingProgress of(Run run, CommonFlags common) {
    return Bar.fits(run, common)
        ? new OnTerminal(new Bar(run, common, "Reading", Bar.PATIENCE))
        : new Silent();
  }

  @Override
  default void close() {}

  /// With a bar that names what was read last.
  record OnTerminal(Bar bar) implements ReadingProgress {

    @Override
    public void expected(int count) {
      bar.expect(count);
    }

    @Override
    public void read(String what) {
      bar.ended();
      bar.at(List.of(what));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /// Without.
  record Silent() implements ReadingProgress {}
}
