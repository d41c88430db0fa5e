package dev.ftctl.fivetran;

import dev.ftctl.fivetran.pacing.Pacer;
import dev.ftctl.fivetran.pacing.Permit;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/// A server that enforces quotas, and the network before it, in a time that passes only while
/// somebody sleeps. Calls take random times to arrive and to be answered, and overtake one another.
public final class PacedServer implements Sleeper {

  public static final int MOST_IN_FLIGHT = 8;
  private static final Request REQUEST =
      Request.create(
          Request.HttpMethod.GET,
          "http://127.0.0.1/v1/groups",
          Map.of(),
          null,
          StandardCharsets.UTF_8,
          null);

  private final Map<Quota, Deque<Long>> counted = new LinkedHashMap<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at));
  private final Random random;
  private final long latencyNanos;
  private final boolean tells;
  private final List<Long> accepted = new ArrayList<>();
  private long now;
  private int inFlight;
  private int refused;

  private record Event(long at, Runnable happening) {}

  /// @param tells whether answers tell what is left of the quota of all requests
  public PacedServer(Quotas quotas, Duration latency, boolean tells, Random random) {
    quotas.all().forEach(quota -> counted.put(quota, new ArrayDeque<>()));
    this.random = random;
    this.latencyNanos = latency.toNanos();
    this.tells = tells;
  }

  public int refused() {
    return refused;
  }

  public int accepted() {
    return accepted.size();
  }

  /// From the first call that was accepted to the last.
  public Duration span() {
    return Duration.ofNanos(accepted.getLast() - accepted.getFirst());
  }

  /// Other clients use the quota of all requests now.
  public void spendElsewhere(int requests) {
    counted.forEach((quota, times) -> {
      if (quota.sort() == CallSort.REQUEST) {
        for (int i = 0; i < requests; i++) {
          times.addLast(now);
        }
      }
    });
  }

  /// Sends one call when the pacer lets it.
  public void call(Pacer pacer, Set<CallSort> sorts) throws InterruptedException {
    while (inFlight >= MOST_IN_FLIGHT) {
      sleep(Duration.ofNanos(events.element().at() - now));
    }
    Permit permit = pacer.await(sorts, Optional.empty());
    inFlight++;
    long arrival = now + random.nextLong(latencyNanos);
    events.add(new Event(arrival, () -> arrived(pacer, permit)));
  }

  /// Until every call is answered.
  public void settle() {
    while (!events.isEmpty()) {
      sleep(Duration.ofNanos(events.element().at() - now));
    }
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    long end = now + duration.toNanos();
    while (!events.isEmpty() && events.element().at() <= end) {
      Event next = events.remove();
      now = next.at();
      next.happening().run();
    }
    now = end;
  }

  private void arrived(Pacer pacer, Permit permit) {
    Response response = answer(permit.sorts());
    events.add(
        new Event(
            now + random.nextLong(latencyNanos),
            () -> {
              inFlight--;
              pacer.heard(permit, response);
            }));
  }

  private Response answer(Set<CallSort> sorts) {
    boolean isFull = false;
    for (var entry : counted.entrySet()) {
      Deque<Long> times = entry.getValue();
      long window = entry.getKey().window().toNanos();
      while (!times.isEmpty() && times.getFirst() + window <= now) {
        times.removeFirst();
      }
      isFull |= sorts.contains(entry.getKey().sort()) && times.size() >= entry.getKey().limit();
    }
    if (isFull) {
      refused++;
      return response(429, Map.of());
    }
    accepted.add(now);
    counted.forEach((quota, times) -> {
      if (sorts.contains(quota.sort())) {
        times.addLast(now);
      }
    });
    return response(200, headers());
  }

  private Map<String, Collection<String>> headers() {
    var headers = new LinkedHashMap<String, Collection<String>>();
    counted.forEach((quota, times) -> {
      if (tells && quota.sort() == CallSort.REQUEST) {
        headers.put("X-Rate-Limit", List.of(quota.limit() + ""));
        headers.put("X-Rate-Limit-Remaining", List.of(quota.limit() - times.size() + ""));
      }
    });
    return headers;
  }

  private static Response response(int status, Map<String, Collection<String>> headers) {
    return Response.builder().status(status).headers(headers).request(REQUEST).build();
  }
}
