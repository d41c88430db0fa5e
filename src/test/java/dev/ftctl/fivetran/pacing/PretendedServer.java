package dev.ftctl.fivetran.pacing;

import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/// A client with many requests to send before a server, in a time that only counts: nobody waits.
final class PretendedServer {

  /// Milliseconds until a refused request is sent again.
  private static final int AGAIN = 500;

  private static final int REFUSAL = -1;

  /// Milliseconds at most until a request is there, so that some overtake others.
  private static final int WAY = 4;

  private final IntUnaryOperator millis;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now;
  private int waiting;
  private int inFlight;
  private int arrived;
  private int refusals;
  private int most;

  private enum What {
    ARRIVES,
    ANSWERED,
    REFUSED,
    AGAIN
  }

  private record Event(long at, What what, Optional<Limit.Sent> request, long sent)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return Long.compare(at, other.at);
    }
  }

  /// How a run went.
  ///
  /// @param millis that it took
  /// @param most requests in flight at once
  record Run(long millis, int refusals, int most) {}

  /// @param millis that an answer takes, by how many requests are in flight; less than zero for a
  ///   refusal
  private PretendedServer(IntUnaryOperator millis) {
    this.millis = millis;
  }

  static PretendedServer answering(IntUnaryOperator millis) {
    return new PretendedServer(millis);
  }

  /// Refuses what comes while so many are in flight; a refusal takes as long as an answer.
  static PretendedServer refusingAbove(int number, int latency) {
    return new PretendedServer(level -> level > number ? REFUSAL - latency : latency);
  }

  /// Refuses some at random.
  static PretendedServer refusingOneIn(int number, int latency, long seed) {
    var random = new Random(seed);
    return new PretendedServer(level -> random.nextInt(number) == 0 ? REFUSAL - latency : latency);
  }

  /// Sends all, and all that is refused again.
  Run run(int requests, Limit limit, long seed) {
    var random = new Random(seed);
    waiting = requests;
    send(limit, random);
    while (!events.isEmpty()) {
      Event event = events.remove();
      now = event.at();
      switch (event.what()) {
        case ARRIVES -> arrive(event, random);
        case ANSWERED ->
            end(event, limit, new Limit.End.Answered(Math.max(1, now - event.sent()) / 100.0));
        case REFUSED -> {
          refusals++;
          end(event, limit, new Limit.End.Refused(true));
          events.add(new Event(now + AGAIN, What.AGAIN, Optional.empty(), 0));
        }
        case AGAIN -> waiting++;
      }
      send(limit, random);
    }
    return new Run(now, refusals, most);
  }

  private void arrive(Event event, Random random) {
    arrived++;
    int answer = millis.applyAsInt(arrived);
    boolean isRefused = answer < 0;
    int latency = isRefused ? REFUSAL - answer : answer;
    // Answers differ by a fifth from one another.
    long took = Math.max(1, Math.round(latency * (0.9 + 0.2 * random.nextDouble())));
    What what = isRefused ? What.REFUSED : What.ANSWERED;
    events.add(new Event(now + took, what, event.request(), event.sent()));
  }

  private void end(Event event, Limit limit, Limit.End end) {
    arrived--;
    inFlight--;
    limit.ended(event.request().orElseThrow(), end, waiting);
  }

  private void send(Limit limit, Random random) {
    while (waiting > 0 && limit.admits(inFlight)) {
      waiting--;
      inFlight++;
      most = Math.max(most, inFlight);
      Optional<Limit.Sent> request = Optional.of(limit.sent(inFlight));
      events.add(new Event(now + random.nextInt(WAY), What.ARRIVES, request, now));
    }
  }
}
