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
import java.util.Optional;
import java.util.stream.Collectors;

/// Which object is whose: each belongs to the resource that claims it first. Used by one thread.
final class Claims {

  private final Ids ids = new Ids();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Address, List<Live>> extras = new HashMap<>();

  /// By kind and id.
  private final Map<String, Resource> owners = new HashMap<>();

  /// What has to be made, by kind and identity.
  private final Map<String, Resource> makers = new HashMap<>();

  /// Whether the resource has it now; where another one has it already, that is a problem.
  boolean claim(Resource wanted, Live live) {
    Resource earlier = owners.putIfAbsent(key(live), wanted);
    if (earlier != null) {
      twice(
          wanted, earlier, "describe the live object " + live.label() + " (id " + live.id() + ")");
      return false;
    }
    ids.put(wanted.address(), live.id());
    return true;
  }

  /// Says that a resource has to be made, of which another one must not be another document.
  void make(Resource wanted, String identity) {
    Resource earlier = makers.putIfAbsent(wanted.address().kind() + "/" + identity, wanted);
    if (earlier != null) {
      twice(wanted, earlier, "come to one object, which has to be created");
    }
  }

  private void twice(Resource wanted, Resource earlier, String what) {
    problems.add(
        Problem.error(
            wanted.place(),
            "two-for-one",
            wanted.address().toString(),
            "this and "
                + earlier.address()
                + " in "
                + earlier.place().fileAndLine()
                + " both "
                + what,
            "keep one of the two documents"));
  }

  boolean isClaimed(Live live) {
    return owners.containsKey(key(live));
  }

  /// Others of its natural key, of which this resource's object is the one that counts.
  void extra(Resource wanted, List<Live> others) {
    extras.put(wanted.address(), others);
    others.forEach(other -> owners.putIfAbsent(key(other), wanted));
  }

  /// Objects that may be what is to be gone: nobody can tell, and they stay nobody's.
  void mayBe(Resource wanted, List<Live> others) {
    if (!others.isEmpty()) {
      extras.put(wanted.address(), others);
    }
  }

  Map<Address, List<Live>> extras() {
    return extras;
  }

  void ambiguous(Resource wanted, List<Live> candidates) {
    problems.add(
        Problem.error(
            wanted.place(),
            "ambiguous",
            wanted.address().toString(),
            "the account has "
                + candidates.size()
                + " objects of this identity: "
                + shown(candidates),
            "say which one is meant with spec.id"));
  }

  /// A document that found nothing, beside objects that it may mean, as may others.
  void unclear(Resource wanted, List<Live> lives) {
    problems.add(
        Problem.error(
            wanted.place(),
            "ambiguous",
            wanted.address().toString(),
            "it can't be told whether it means " + shown(lives),
            "say so with spec.id where it does, and describe what no document means"));
  }

  private static String shown(List<Live> lives) {
    return lives.stream()
        .map(live -> live.label() + " (id " + live.id() + ")")
        .collect(Collectors.joining(", "));
  }

  /// An id is used once, so that what is to be absent is.
  void missingPin(Resource wanted, String pinned) {
    if (wanted.metadata().isAbsent()) {
      return;
    }
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

  /// A live object, and the resource that means it.
  record Match(Resource wanted, Live live) {

    /// From where what document moved, the same for all its instances.
    String move() {
      return wanted.address().inGroup("") + " from " + live.id();
    }

    /// Of the instances of a document only the one that came last has to do with the former object,
    /// once it is ready: one that is still to be made, else the newest. The others were there
    /// before and leave it alone.
    static void leaveFormerToTheNew(Map<Address, Match> former, Map<Address, Match> found) {
      Map<String, Optional<String>> last = new HashMap<>();
      former.values().forEach(match -> last.merge(match.move(), match.born(found), Match::later));
      former.values().removeIf(match -> !match.born(found).equals(last.get(match.move())));
    }

    /// When the object came to be that is there already; empty where it is to be made.
    private Optional<String> born(Map<Address, Match> found) {
      return Optional.ofNullable(found.get(wanted.address()))
          .map(there -> there.live().fields().text("created_at"));
    }

    private static Optional<String> later(Optional<String> one, Optional<String> other) {
      return one.flatMap(left -> other.map(right -> left.compareTo(right) < 0 ? right : left));
    }
  }
}
