package dev.ftctl.live;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which object is whose: each belongs to the resource that claims it first. Used by one thread.
final class Claims {

  private final Ids ids = new Ids();
  private final List<Problem> problems = new ArrayList<>();

  /// By kind and id.
  private final Map<String, Address> owners = new HashMap<>();

  /// Whether the resource has it now; where another one has it already, that is a problem.
  boolean claim(Resource wanted, Live live) {
    Address earlier = owners.putIfAbsent(key(live), wanted.address());
    if (earlier != null) {
      problems.add(
          Problem.error(
              wanted.place(),
              "two-for-one",
              wanted.address().toString(),
              "this and "
                  + earlier
                  + " both describe the live object "
                  + live.label()
                  + " (id "
                  + live.id()
                  + ")",
              "keep one of the two documents"));
      return false;
    }
    ids.put(wanted.address(), live.id());
    return true;
  }

  boolean isClaimed(Live live) {
    return owners.containsKey(key(live));
  }

  void ambiguous(Resource wanted, List<Live> candidates) {
    List<String> found =
        candidates.stream().map(live -> live.label() + " (id " + live.id() + ")").toList();
    problems.add(
        Problem.error(
            wanted.place(),
            "ambiguous",
            wanted.address().toString(),
            "the account has "
                + candidates.size()
                + " objects of this identity: "
                + String.join(", ", found),
            "say which one is meant with spec.id"));
  }

  void missingPin(Resource wanted, String pinned) {
    problems.add(
        Problem.error(
            wanted.spec().placeOf("id"),
            "unknown-id",
            wanted.address().toString(),
            "spec.id is '" + pinned + "', and the account has no such object of this kind",
            "mend the id, or leave it out"));
  }

  Ids ids() {
    return ids;
  }

  List<Problem> problems() {
    return problems;
  }

  private static String key(Live live) {
    return live.kind() + "/" + live.id();
  }
}
