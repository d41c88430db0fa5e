package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.model.Live;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Judges a read of one object that failed after a list had named the object: whether that is about
/// this object alone, about the whole account, or whether the object is gone.
final class Refused {

  /// Where so many objects can't be read and no more could, Fivetran is away.
  private static final int MANY = 25;

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Account account;
  private final KindList kinds;
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger away = new AtomicInteger();

  /// Ids by slug, read again after a 404.
  private final Map<String, Set<String>> listed = new ConcurrentHashMap<>();

  Refused(Account account, KindList kinds) {
    this.account = account;
    this.kinds = kinds;
  }

  /// The object was deleted since the lists were read.
  static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void read() {
    read.incrementAndGet();
  }

  /// Returns when the failure is about this object alone.
  ///
  /// @throws ApiException when it is about more
  /// @throws GoneException when the list, read again, has not the object any more
  void judge(Live live, ApiException refused) {
    ApiFailure failure = refused.failure();
    if (failure.status() == 0
        || failure.status() == UNAUTHORIZED
        || failure.status() == TOO_MANY_REQUESTS) {
      throw refused;
    }
    if (failure.isAway() && away.incrementAndGet() > Math.max(MANY, read.get())) {
      throw refused;
    }
    if (failure.isNotFound() && !isListed(live)) {
      throw new GoneException();
    }
  }

  /// A part is there as long as its owner is.
  private boolean isListed(Live live) {
    String slug =
        kinds.ofSlug(live.kind()).definition().partOf().map(PartOf::owner).orElse(live.kind());
    return listed.computeIfAbsent(slug, this::ids).contains(live.id().value());
  }

  private Set<String> ids(String slug) {
    return kinds.ofSlug(slug).reader(account).list().stream()
        .map(live -> live.id().value())
        .collect(Collectors.toSet());
  }
}
