package dev.ftctl.accept;

import dev.ftctl.accept.Trial.Tried;
import dev.ftctl.accept.Verification.Fault;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds for each wish the first of its candidates that holds. What can't be shown to change
/// nothing else is not made. Used once.
final class Settling {

  /// What one edit is to bring about.
  record Unit(Candidate candidate, List<Wish> wishes) {}

  private final Trial trial;
  private final Verification verification;
  private final Map<Wish, List<Candidate>> candidates;
  private final Map<Wish, Integer> next = new LinkedHashMap<>();
  private final List<Unit> settled = new ArrayList<>();

  /// The files as they were when what is settled was proved.
  private Map<String, String> proved = Map.of();

  private final Map<Wish, List<Refusal>> refusals = new HashMap<>();

  /// Why a candidate was not taken.
  ///
  /// @param faults what else it would change
  /// @param problems what would be wrong with the manifests
  record Refusal(Candidate candidate, Set<Fault> faults, List<Problem> problems) {}

  Settling(Trial trial, Tried before, Map<Wish, List<Candidate>> candidates) {
    this.trial = trial;
    this.verification = new Verification(before);
    this.candidates = candidates;
    candidates.keySet().forEach(wish -> next.put(wish, 0));
  }

  List<Unit> settled() {
    return settled;
  }

  List<Refusal> refusals(Wish wish) {
    return refusals.getOrDefault(wish, List.of());
  }

  Settling run() {
    for (List<Unit> units = units(); !units.isEmpty(); units = units()) {
      settle(units);
    }
    return this;
  }

  /// One for each edit that is next for somebody.
  private List<Unit> units() {
    Map<Edit, Unit> units = new LinkedHashMap<>();
    for (var entry : next.entrySet()) {
      List<Candidate> all = candidates.getOrDefault(entry.getKey(), List.of());
      if (entry.getValue() < all.size()) {
        Candidate candidate = all.get(entry.getValue());
        units
            .computeIfAbsent(candidate.edit(), edit -> new Unit(candidate, new ArrayList<>()))
            .wishes()
            .add(entry.getKey());
      }
    }
    return List.copyOf(units.values());
  }

  private void settle(List<Unit> units) {
    units.stream()
        .filter(unit -> !speaksForNobodyElse(unit))
        .forEach(unit -> refuse(unit, Set.of(), List.of()));
    attempt(units.stream().filter(Settling::speaksForNobodyElse).toList());
  }

  /// Whether everybody whom the place speaks for has the same wish.
  private static boolean speaksForNobodyElse(Unit unit) {
    Set<Address> asked =
        unit.wishes().stream()
            .map(wish -> wish.drift().subject().address())
            .collect(Collectors.toSet());
    return asked.containsAll(unit.candidate().sharers());
  }

  private void attempt(List<Unit> units) {
    if (units.isEmpty()) {
      return;
    }
    var all = new ArrayList<>(settled);
    all.addAll(units);
    Edits.Made made = Edits.of(edits(all), trial);
    if (!made.refused().isEmpty()) {
      divide(units, unit -> made.refused().contains(unit.candidate().edit()), Set.of(), List.of());
      return;
    }
    Tried after = trial.with(made.texts());
    Set<Fault> faults =
        after.broken().isEmpty() ? verification.faults(after, wishes(all)) : Set.of();
    if (after.broken().isEmpty() && faults.isEmpty()) {
      settled.addAll(units);
      proved = made.texts();
      units.forEach(unit -> unit.wishes().forEach(next::remove));
      return;
    }
    divide(units, unit -> isSuspect(unit, faults), faults, after.broken());
  }

  /// Parts those that may be at fault from the rest.
  private void divide(
      List<Unit> units, Predicate<Unit> isSuspect, Set<Fault> faults, List<Problem> problems) {
    if (units.size() == 1) {
      refuse(units.getFirst(), faults, problems);
      return;
    }
    List<Unit> suspects = units.stream().filter(isSuspect).toList();
    List<Unit> others = units.stream().filter(isSuspect.negate()).toList();
    if (suspects.isEmpty() || others.isEmpty()) {
      int half = units.size() / 2;
      attempt(units.subList(0, half));
      attempt(units.subList(half, units.size()));
    } else {
      attempt(others);
      attempt(suspects);
    }
  }

  private static boolean isSuspect(Unit unit, Set<Fault> faults) {
    return unit.wishes().stream()
        .anyMatch(wish -> faults.stream().anyMatch(fault -> isAbout(fault, wish)));
  }

  private static boolean isAbout(Fault fault, Wish wish) {
    FieldPath path = wish.drift().written();
    Address address = wish.drift().subject().address();
    return fault.address().name().equals(address.name())
        && Verification.isAlong(fault.field(), path);
  }

  private static List<Wish> wishes(Collection<Unit> units) {
    return units.stream().flatMap(unit -> unit.wishes().stream()).toList();
  }

  private void refuse(Unit unit, Set<Fault> faults, List<Problem> problems) {
    for (Wish wish : unit.wishes()) {
      next.merge(wish, 1, Integer::sum);
      refusals
          .computeIfAbsent(wish, one -> new ArrayList<>())
          .add(new Refusal(unit.candidate(), faults, problems));
    }
  }

  /// The files with all edits that hold, letter by letter as they were proved.
  Map<String, String> texts() {
    return proved;
  }

  /// In the order of the wishes, whatever was tried first.
  private List<Edit> edits(List<Unit> units) {
    List<Wish> order = List.copyOf(candidates.keySet());
    return units.stream()
        .sorted(Comparator.comparingInt(unit -> order.indexOf(unit.wishes().getFirst())))
        .map(unit -> unit.candidate().edit())
        .toList();
  }

  Optional<Unit> unit(Wish wish) {
    return settled.stream().filter(unit -> unit.wishes().contains(wish)).findFirst();
  }
}
