package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.live.ReadingObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The reading of the account as it goes: a bar on a terminal, nothing elsewhere.
public sealed interface ReadingProgress extends ReadingObserver, AutoCloseable {

  static ReadingProgress of(Run run, CommonFlags common) {
    return Bar.fits(run, common)
        ? new OnTerminal(() -> new Bar(run, common, "Reading", Bar.PATIENCE))
        : new Silent();
  }

  @Override
  default void close() {}

  /// With a bar that names what was read last. It begins with the reading, which manifests come
  /// before.
  final class OnTerminal implements ReadingProgress {

    private final Supplier<Bar> begin;
    private Optional<Bar> bar = Optional.empty();

    OnTerminal(Supplier<Bar> begin) {
      this.begin = begin;
    }

    @Override
    public void expected(int count) {
      bar().expect(count);
    }

    @Override
    public void read(String what) {
      bar().ended();
      bar().at(List.of(what));
    }

    @Override
    public synchronized void close() {
      bar.ifPresent(Bar::close);
    }

    private synchronized Bar bar() {
      Bar shown = bar.orElseGet(begin);
      bar = Optional.of(shown);
      return shown;
    }
  }

  /// Without.
  record Silent() implements ReadingProgress {}
}
