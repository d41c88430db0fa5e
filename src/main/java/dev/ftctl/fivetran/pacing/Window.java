package dev.ftctl.fivetran.pacing;

import dev.ftctl.model.Quota;
import java.util.ArrayDeque;
import java.util.Deque;

/// What this process spent of one quota. Not safe for use by many threads; the [Pacer] locks.
///
/// The server counts a call at some moment between its sending and its answer. So a place is taken
/// when the call is let go and free again a whole window after its answer: whatever the network
/// does, no window of the server's holds more than the quota of them.
final class Window {

  private final Quota quota;
  private final long windowNanos;
  private final Deque<Long> spent = new ArrayDeque<>();
  private int open;

  Window(Quota quota) {
    this.quota = quota;
    this.windowNanos = quota.window().toNanos();
  }

  Quota quota() {
    return quota;
  }

  /// Nanoseconds until there may be a place; zero when there is one.
  long waitNanos(long now) {
    while (!spent.isEmpty() && spent.getFirst() + windowNanos <= now) {
      spent.removeFirst();
    }
    if (spent.size() + open < quota.limit()) {
      return 0;
    }
    return spent.isEmpty() ? windowNanos : spent.getFirst() + windowNanos - now;
  }

  void take() {
    open++;
  }

  /// The call was counted, or may have been.
  void spend(long now) {
    open--;
    spent.addLast(now);
  }

  /// The call was not sent, or refused before it was counted.
  void giveBack() {
    open--;
  }
}
