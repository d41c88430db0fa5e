package dev.ftctl.fivetran.pacing;

import java.time.Duration;

/// Time as retries and pacing see it, so that tests need not wait.
public interface Sleeper {

  Sleeper REAL =
      new Sleeper() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }
      };

  /// Nanoseconds since an arbitrary moment.
  long nanoTime();

  void sleep(Duration duration) throws InterruptedException;
}
