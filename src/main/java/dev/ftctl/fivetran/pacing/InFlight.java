package dev.ftctl.fivetran.pacing;

import dev.ftctl.fivetran.answer.Verdicts;
import feign.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The places of an account's requests in flight, given to who waited longest. Safe for use by many
/// threads.
public final class InFlight {

  private static final int FAILED = 500;
  private static final int TOO_MANY = 429;

  /// A virtual thread that waits for a monitor would hold its carrier.
  private final ReentrantLock lock = new ReentrantLock();

  private final Deque<Condition> waiting = new ArrayDeque<>();
  private final RouteTimes times = new RouteTimes();
  private final Limit limit;
  private int inFlight;

  /// The place of one request, given back when its answer was read.
  public static final class Place {
    private final Limit.Sent sent;
    private Limit.End end = new Limit.End.Unsent();

    private Place(Limit.Sent sent) {
      this.sent = sent;
    }
  }

  public InFlight(Parallelism parallelism) {
    this.limit =
        parallelism.isFixed()
            ? new FixedLimit(parallelism.start())
            : new AdaptiveLimit(parallelism.start(), parallelism.most());
  }

  /// Waits for a place.
  public Place take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!waiting.isEmpty() || !limit.admits(inFlight)) {
        await();
      }
      inFlight++;
      var place = new Place(limit.sent(inFlight));
      wakeNext();
      return place;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ReferenceEquality") // a turn is itself alone
  private void await() throws InterruptedException {
    Condition turn = lock.newCondition();
    waiting.addLast(turn);
    try {
      while (waiting.getFirst() != turn || !limit.admits(inFlight)) {
        turn.await();
      }
    } catch (InterruptedException stopped) {
      waiting.remove(turn);
      wakeNext();
      throw stopped;
    }
    waiting.removeFirst();
  }

  /// The head of an answer came.
  ///
  /// @param nanos since the request was sent
  public void heard(Place place, Request request, int status, long nanos) {
    String route = RouteTimes.route(request, Verdicts.path(request));
    lock.lock();
    try {
      place.end =
          status == TOO_MANY || status >= FAILED
              ? new Limit.End.Refused(status == TOO_MANY)
              : new Limit.End.Answered(times.slowness(route, nanos));
    } finally {
      lock.unlock();
    }
  }

  /// No answer came.
  public void lost(Place place) {
    place.end = new Limit.End.Refused(false);
  }

  public void giveBack(Place place) {
    lock.lock();
    try {
      inFlight--;
      limit.ended(place.sent, place.end, waiting.size());
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void wakeNext() {
    if (!waiting.isEmpty() && limit.admits(inFlight)) {
      waiting.getFirst().signal();
    }
  }
}
