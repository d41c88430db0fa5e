package dev.ftctl.fivetran.pacing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// What is left of the quota of all requests, other clients' included, as answers tell it with
/// `X-Rate-Limit` and `X-Rate-Limit-Remaining` (fivetran-quirks 1.6). No header tells when more
/// comes: the window rolls, so each own request comes back one window after it was counted. Not
/// safe for use by many threads; the [Pacer] locks.
///
/// With few left, requests go at the pace at which the quota comes back. With none left they wait
/// for an own one to come back; where others spent it, one request in a sixtieth of the window
/// asks.
final class RequestBudget {

  /// One in so many left is few.
  private static final int FEW = 100;

  private static final int ASKED_IN_A_WINDOW = 60;

  private final long windowNanos;
  private final Deque<Own> own = new ArrayDeque<>();
  private long limit;

  /// Not more than there is, unless others spent it since the last answer.
  private long left;

  private long others;
  private long takenSoFar;
  private int open;
  private int mostOpen;
  private long lastTaken;
  private long emptySince;

  /// A request that was let go.
  ///
  /// @param sent not later than it is sent, in nanoseconds
  /// @param number of the request
  /// @param besides requests in flight when it was let go
  record Taken(long sent, long number, int besides) {}

  /// A request that the server counted at some moment between the two.
  private record Own(long sent, long answered) {}

  RequestBudget(Duration window) {
    this.windowNanos = window.toNanos();
  }

  /// In a window; zero while nobody told.
  long limit() {
    return limit;
  }

  long left() {
    return Math.max(0, left);
  }

  /// Whether it may be used up, as far as anybody knows.
  boolean isNearlyEmpty() {
    return limit == 0 || left <= limit / FEW;
  }

  /// Nanoseconds until the next request may go; zero when it may at once.
  long waitNanos(long now) {
    takeBack(now);
    if (limit == 0 || !isNearlyEmpty()) {
      return 0;
    }
    long next = left > 0 ? lastTaken + windowNanos / limit : afterNone();
    return Math.max(0, next - now);
  }

  Taken take(long now) {
    var taken = new Taken(now, ++takenSoFar, open);
    open++;
    mostOpen = Math.max(mostOpen, open);
    left--;
    lastTaken = now;
    noteEmpty(now);
    return taken;
  }

  /// It was counted, or may have been.
  void spent(Taken request, long now) {
    open--;
    own.addLast(new Own(request.sent(), now));
  }

  void notCounted() {
    open--;
  }

  /// What the answer of a request said. Answers overtake one another, and what one says held at
  /// some moment after it was let go: of what was in flight then or was let go since, all may have
  /// been counted later. So each answer tells how much there is at least; the most that any tells
  /// holds. Own requests that came back by then are no news.
  void heard(Taken request, long now, long saidLimit, long saidLeft) {
    others = saidLimit - saidLeft - own.size() - 2L * mostOpen;
    long since = takenSoFar - request.number() + request.besides();
    if (limit == 0 || saidLeft - since > left) {
      left = saidLeft - since;
      own.removeIf(each -> each.sent() + windowNanos <= now);
    }
    left = Math.min(left, saidLeft);
    limit = saidLimit;
    noteEmpty(now);
  }

  private void noteEmpty(long now) {
    if (left <= 0) {
      emptySince = now;
    }
  }

  private void takeBack(long now) {
    while (!own.isEmpty() && own.getFirst().answered() + windowNanos <= now) {
      own.removeFirst();
      left++;
    }
  }

  private long afterNone() {
    long asked = emptySince + windowNanos / ASKED_IN_A_WINDOW;
    if (own.isEmpty()) {
      return asked;
    }
    long back = own.getFirst().answered() + windowNanos;
    return others > 0 ? Math.min(asked, back) : back;
  }
}
