package dev.ftctl.accept;

import dev.ftctl.accept.Trial.Tried;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.DriftClass;
import dev.ftctl.manifest.Loosely;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Proves of edits that what was wished holds, and that nothing else is said otherwise, in any
/// environment.
record Verification(Tried before) {

  private static final Address NOBODY = Address.of("", "");

  /// What an edit did that nobody asked for, or did not do.
  ///
  /// @param environment empty for that of the run
  /// @param address of what is said otherwise, or is not as wished
  /// @param field the root for the object as a whole
  /// @param why in words, to be told as it is; empty where it is only another value
  record Fault(String environment, Address address, FieldPath field, String why) {}

  /// None where all is as it should be.
  Set<Fault> faults(Tried after, Collection<Wish> wishes) {
    Set<Fault> faults = new LinkedHashSet<>();
    Map<Address, List<Wish>> asked = new LinkedHashMap<>();
    wishes.forEach(
        wish -> asked.computeIfAbsent(subject(wish), one -> new ArrayList<>()).add(wish));
    for (Address address : all(before.here(), after.here())) {
      changes(before.here().get(address), after.here().get(address)).stream()
          .filter(path -> !isAsked(path, asked.getOrDefault(address, List.of())))
          .forEach(path -> faults.add(new Fault("", address, path, "")));
    }
    before.elsewhere().forEach((name, then) -> elsewhere(name, then, after, faults));
    asked.forEach((address, some) -> granted(address, some, after, faults));
    after.refusals().stream()
        .filter(refusal -> !before.refusals().contains(refusal))
        .sorted()
        .map(refusal -> "a policy of the project refuses it: " + refusal)
        .forEach(why -> faults.add(new Fault("", NOBODY, FieldPath.ROOT, why)));
    return faults;
  }

  private static Address subject(Wish wish) {
    return wish.drift().subject().address();
  }

  private static void elsewhere(String name, Loosely then, Tried after, Set<Fault> faults) {
    Loosely now = after.elsewhere().getOrDefault(name, new Loosely(Map.of(), List.of()));
    if (!then.problems().equals(now.problems())) {
      faults.add(new Fault(name, NOBODY, FieldPath.ROOT, ""));
    }
    for (Address address : all(then.resources(), now.resources())) {
      changes(then.resources().get(address), now.resources().get(address))
          .forEach(path -> faults.add(new Fault(name, address, path, "")));
    }
  }

  private static Set<Address> all(Map<Address, Resource> some, Map<Address, Resource> others) {
    Set<Address> all = new TreeSet<>(some.keySet());
    all.addAll(others.keySet());
    return all;
  }

  private static boolean isAsked(FieldPath path, List<Wish> wishes) {
    return wishes.stream().anyMatch(wish -> isAlong(path, wish.drift().written()));
  }

  /// Whether one of two paths leads on from the other. Memberships are told by names in one and by
  /// addresses in the other.
  static boolean isAlong(FieldPath said, FieldPath wished) {
    int common = Math.min(said.segments().size(), wished.segments().size());
    for (int at = 0; at < common; at++) {
      String segment = said.segments().get(at);
      String name = wished.segments().get(at);
      if (!segment.equals(name) && !segment.endsWith("/" + name)) {
        return false;
      }
    }
    return true;
  }

  /// The fields in which two resources differ.
  private static List<FieldPath> changes(
      @org.jspecify.annotations.Nullable Resource one,
      @org.jspecify.annotations.Nullable Resource other) {
    var paths = new ArrayList<FieldPath>();
    if (one == null || other == null) {
      paths.add(FieldPath.ROOT);
    } else {
      if (!one.metadata().equals(other.metadata())) {
        paths.add(FieldPath.ROOT);
      }
      collect(FieldPath.ROOT, one.spec(), other.spec(), paths);
    }
    return paths;
  }

  private static void collect(FieldPath path, Value one, Value other, List<FieldPath> paths) {
    if (one.equals(other)) {
      return;
    }
    if (one instanceof Value.Mapping left && other instanceof Value.Mapping right) {
      var keys = new LinkedHashSet<>(left.entries().keySet());
      keys.addAll(right.entries().keySet());
      keys.forEach(key -> collect(path.then(key), left.get(key), right.get(key), paths));
    } else {
      paths.add(path);
    }
  }

  private static String why(Drift drift) {
    return drift.what() == Drift.What.IMPOSSIBLE
        ? "written down, it could not be as it is declared: " + drift.note()
        : "";
  }

  /// Whether what was wished of one resource is so.
  private void granted(Address address, List<Wish> wishes, Tried after, Set<Fault> faults) {
    Optional<Resource> now = Optional.ofNullable(after.here().get(address));
    boolean isCompared = before.here().containsKey(address);
    Map<String, Drift> left =
        after.drifts().stream()
            .filter(drift -> drift.subject().address().equals(address))
            .collect(Collectors.toMap(Drift::key, drift -> drift, (a, b) -> a, LinkedHashMap::new));
    Set<String> known = new HashSet<>();
    before.drifts().stream()
        .filter(drift -> drift.subject().address().equals(address))
        .forEach(drift -> known.add(drift.key()));
    for (Wish wish : wishes) {
      boolean isSaid =
          now.filter(resource -> resource.spec().at(wish.drift().written()).equals(wish.value()))
              .isPresent();
      boolean isGranted =
          wish.isBlocked() || !isCompared || wish.drift().sort() == DriftClass.NEW
              ? isSaid
              : !left.containsKey(wish.drift().key());
      if (!isGranted) {
        faults.add(new Fault("", address, wish.drift().written(), ""));
      }
    }
    if (isCompared) {
      left.forEach((key, drift) -> {
        boolean isNew = drift.sort() == DriftClass.BREAKS && !known.contains(key);
        boolean isBlocking =
            wishes.stream()
                .anyMatch(
                    wish -> wish.isBlocked() && wish.drift().written().equals(drift.written()));
        if (isNew && !isBlocking) {
          faults.add(new Fault("", address, drift.written(), why(drift)));
        }
      });
    }
  }
}
