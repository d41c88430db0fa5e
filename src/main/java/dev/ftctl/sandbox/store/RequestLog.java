package dev.ftctl.sandbox.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last requests in order, those of earlier runs first. Safe for many threads.
public final class RequestLog {
  private static final int KEPT = 10_000;

  private final ChangeLog journal;
  private final Deque<RequestRecord> own = new ArrayDeque<>();

  public RequestLog(ChangeLog journal) {
    this.journal = journal;
  }

  public synchronized void add(RequestRecord request) {
    own.addLast(request);
    if (own.size() > KEPT) {
      own.removeFirst();
    }
    journal.request(request.toJson());
  }

  /// The requests of this run and, when the account is kept in a file, of earlier ones.
  public synchronized List<RequestRecord> all() {
    var kept = journal.earlierRequests();
    return kept.isEmpty()
        ? List.copyOf(own)
        : new ArrayList<>(kept.stream().map(RequestRecord::of).toList());
  }

  public synchronized void clear() {
    own.clear();
    journal.forgetRequests();
  }
}
