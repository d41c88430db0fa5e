package dev.ftctl.operate.rollout;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.FollowObserver;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.follow.Following;
import dev.ftctl.operate.follow.Looks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Waits for one end after the other. [#stop] may be called by another thread.
public final class Waits {

  private final ConnectionsApi api;
  private final Sleeper sleeper;
  private final FollowObserver observer;
  private final Duration limit;
  private Optional<Following> current = Optional.empty();
  private boolean isStopped;

  /// @param limit of each
  public Waits(ConnectionsApi api, Sleeper sleeper, FollowObserver observer, Duration limit) {
    this.api = api;
    this.sleeper = sleeper;
    this.observer = observer;
    this.limit = limit;
  }

  /// For a signal: nothing else begins, and nothing is waited for any longer.
  public synchronized void stop() {
    isStopped = true;
    current.ifPresent(Following::stop);
  }

  synchronized boolean isStopped() {
    return isStopped;
  }

  Result of(Followed followed) {
    var looks = new Looks(List::of, api::details, 1);
    var following = new Following(looks, sleeper, observer);
    synchronized (this) {
      current = Optional.of(following);
      if (isStopped) {
        following.stop();
      }
    }
    String id = followed.object().id();
    return following
        .run(List.of(followed), limit)
        .getOrDefault(id, new Result.NotBegun(followed.object()));
  }
}
