package dev.ftctl.accept;

import dev.ftctl.accept.Settling.Refusal;
import dev.ftctl.accept.Verification.Fault;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Why no place takes a value, in words that tell what to do.
record Reasons(Voices voices) {

  private static final int NAMED = 3;

  String of(Wish wish, List<Refusal> refusals) {
    Address address = wish.drift().subject().address();
    Optional<Level> winner = voices.winner(address, wish.way());
    boolean isMany = winner.filter(level -> level.speaker().isOfMany()).isPresent();
    return expression(wish, winner)
        .or(() -> impossible(refusals))
        .or(() -> isMany ? shared(refusals, true) : Optional.empty())
        .or(() ->
            refusals.reversed().stream()
                .flatMap(refusal -> one(wish, refusal).stream())
                .findFirst())
        .orElse(
            refusals.isEmpty()
                ? "no document has a place for it"
                : "its place can't be changed without losing a comment, an anchor or a reference:"
                    + " change it by hand");
  }

  /// Of one candidate; the last one would have been the most of its own.
  private static Optional<String> one(Wish wish, Refusal refusal) {
    List<Refusal> alone = List.of(refusal);
    return broken(alone)
        .or(() -> elsewhere(alone))
        .or(() -> others(wish, alone))
        .or(() -> shared(alone, false));
  }

  private static Optional<String> expression(Wish wish, Optional<Level> winner) {
    return winner
        .map(level -> level.reach(wish.way()).node())
        .filter(Node.Scalar.class::isInstance)
        .map(node -> (Node.Scalar) node)
        .filter(scalar -> EditedYaml.hasExpression(scalar.text()))
        .map(scalar ->
            "is made by "
                + scalar.text()
                + " ("
                + scalar.place().fileAndLine()
                + "), which stays, and it has no place of its own: change it there");
  }

  private static Optional<String> shared(List<Refusal> refusals, boolean isMany) {
    return refusals.stream()
        .filter(refusal -> !refusal.candidate().sharers().isEmpty())
        .filter(refusal -> refusal.faults().isEmpty() && refusal.problems().isEmpty())
        .findFirst()
        .map(refusal ->
            refusal.candidate().edit().place().fileAndLine()
                + " says it for "
                + names(refusal.candidate().sharers())
                + " as well, and it has no place of its own: "
                + (isMany ? "give the entries of for_each a column for it" : "give it one"));
  }

  private static Optional<String> elsewhere(List<Refusal> refusals) {
    return refusals.stream()
        .flatMap(refusal -> refusal.faults().stream())
        .map(Fault::environment)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name ->
            "is said for the environment "
                + name
                + " too, and this one has no overlay that could say otherwise: name a folder"
                + " of `overlays` for it");
  }

  private static Optional<String> broken(List<Refusal> refusals) {
    return refusals.stream()
        .flatMap(refusal -> refusal.problems().stream())
        .filter(Problem::isError)
        .map(Problem::message)
        .findFirst()
        .map(message -> "a manifest can't say it: " + message);
  }

  private static Optional<String> impossible(List<Refusal> refusals) {
    return refusals.stream()
        .flatMap(refusal -> refusal.faults().stream())
        .map(Fault::why)
        .filter(why -> !why.isEmpty())
        .findFirst();
  }

  private static Optional<String> others(Wish wish, List<Refusal> refusals) {
    Set<Address> others =
        refusals.stream()
            .flatMap(refusal -> refusal.faults().stream())
            .map(Fault::address)
            .filter(address -> !address.equals(wish.drift().subject().address()))
            .collect(Collectors.toCollection(TreeSet::new));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("no place takes it without changing " + names(others) + ": write it by hand");
  }

  private static String names(Set<Address> all) {
    Set<Address> sorted = new TreeSet<>(all);
    String first =
        sorted.stream().limit(NAMED).map(Address::toString).collect(Collectors.joining(", "));
    return sorted.size() <= NAMED ? first : first + " and " + (sorted.size() - NAMED) + " more";
  }
}
