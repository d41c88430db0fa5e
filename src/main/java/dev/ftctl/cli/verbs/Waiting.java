package dev.ftctl.cli.verbs;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.follow.Following;
import dev.ftctl.operate.follow.Looks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Asks for something that takes time, and may wait for its end.
///
/// @param noun what takes time: `sync`
public record Waiting(Run run, CommonFlags common, int parallelism, WaitFlag flag, String noun) {

  /// What is done to each object, given who sees what began.
  public interface Asking {
    Deed with(Consumer<Followed> followed);
  }

  /// From now on lines have their time where nobody looks on: they may stand in a log.
  public void stamp() {
    if (!run.console().terminals().err()) {
      run.output().stamp(run.console().clock());
    }
  }

  public ExitCode all(List<Named> objects, Looks looks, Asking asking) {
    var results = new Results(run, common);
    var followed = new ConcurrentHashMap<String, Followed>();
    try (var telling = new FollowTelling(run, common, results, noun)) {
      var following = new Following(looks, run.console().sleeper(), telling);
      var bulk =
          new Bulk(
              parallelism,
              result -> {
                if (flag.isGiven() && followed.containsKey(result.object().id())) {
                  telling.began(result);
                } else {
                  results.tell(result);
                }
              });
      run.stop()
          .guard(() -> {
            bulk.stop();
            following.stop();
          });
      Deed deed = asking.with(each -> followed.put(each.object().id(), each));
      List<Result> begun = bulk.run(objects, deed);
      return results.end(
          flag.isGiven()
              ? ended(begun, following.run(inOrder(begun, followed), flag.limit))
              : begun);
    }
  }

  private static List<Followed> inOrder(List<Result> begun, Map<String, Followed> followed) {
    var ordered = new ArrayList<Followed>();
    for (Result result : begun) {
      Followed each = followed.get(result.object().id());
      if (each != null) {
        ordered.add(each);
      }
    }
    return ordered;
  }

  private static List<Result> ended(List<Result> begun, Map<String, Result> ends) {
    return begun.stream().map(result -> ends.getOrDefault(result.object().id(), result)).toList();
  }
}
