package dev.ftctl.fivetran;

import dev.ftctl.fivetran.pacing.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes only while somebody sleeps, at once.
public final class RecordingSleeper implements Sleeper {

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> slept = new CopyOnWriteArrayList<>();

  public List<Duration> slept() {
    return slept;
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleep(Duration duration) {
    slept.add(duration);
    nanos.addAndGet(duration.toNanos());
  }
}
