package dev.ftctl.kinds.transformation;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Vetted.Known;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Group;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What only the account and other documents tell of changed transformations.
final class TransformationVetting {

  private TransformationVetting() {}

  static List<Problem> wrong(List<Change> changes, Known known, Account account) {
    List<Resource> written = changes.stream().flatMap(change -> written(change).stream()).toList();
    var problems = new ArrayList<Problem>();
    written.forEach(wanted -> problems.addAll(inOtherGroups(wanted, known)));
    List<Resource> quickstarts =
        written.stream().filter(one -> TransformationType.isQuickstart(one.spec())).toList();
    if (!quickstarts.isEmpty()) {
      problems.addAll(unlikeTheirPackages(quickstarts, known, account));
    }
    return problems;
  }

  /// What is to be made, or to run something else or after something else.
  private static Optional<Resource> written(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Replace replace -> Optional.of(replace.wanted());
      case Change.Update update ->
          update.findings().fields().stream()
                  .map(field -> field.path().segments().getFirst())
                  .anyMatch(field ->
                      field.equals(TransformationType.CONFIG)
                          || field.equals(RunTimes.FIELD)
                              && !TransformationType.isQuickstart(update.wanted().spec()))
              ? Optional.of(update.wanted())
              : Optional.empty();
      case Change.Delete delete -> Optional.empty();
      case Change.Keep keep -> Optional.empty();
      case Change.Gone gone -> Optional.empty();
    };
  }

  private static List<Problem> unlikeTheirPackages(
      List<Resource> quickstarts, Known known, Account account) {
    try {
      QuickstartPackages packages = QuickstartPackages.of(account, known);
      return quickstarts.stream().flatMap(one -> packages.wrong(one).stream()).toList();
    } catch (ApiException refused) {
      if (!refused.failure().isDenied() && !refused.failure().isNotFound()) {
        throw refused;
      }
      Resource first = quickstarts.getFirst();
      return List.of(
          Problem.warning(
              first.place(),
              "unchecked-package",
              first.address().toString(),
              "packages can't be looked up: " + refused.failure(),
              "Fivetran tells at apply what does not fit"));
    }
  }

  /// A dbt transformation waits for connections of its project's group alone; the models of a
  /// Quickstart are built in one destination, that of its first connection.
  private static List<Problem> inOtherGroups(Resource wanted, Known known) {
    boolean isQuickstart = TransformationType.isQuickstart(wanted.spec());
    String around = isQuickstart ? TransformationType.CONFIG : RunTimes.FIELD;
    List<Value> connections =
        Shape.elements(wanted.spec().at(FieldPath.of(around, RunTimes.CONNECTIONS)));
    Value home =
        isQuickstart
            ? connections.stream().findFirst().orElse(Value.ABSENT)
            : wanted.spec().at(FieldPath.of(TransformationType.CONFIG, TransformationType.PROJECT));
    Optional<Address> group =
        target(home).stream().flatMap(it -> group(it, known).stream()).findFirst();
    if (group.isEmpty()) {
      return List.of();
    }
    String why =
        isQuickstart
            ? "is built on %s, which is not in " + group.get() + ", as the first connection is"
            : "waits for %s, which is not in its project's " + group.get();
    return connections.stream()
        .flatMap(connection ->
            target(connection).stream()
                .filter(target ->
                    group(target, known).filter(other -> !other.equals(group.get())).isPresent())
                .map(target -> elsewhere(wanted, connection, why.formatted(target))))
        .toList();
  }

  private static Problem elsewhere(Resource wanted, Value connection, String why) {
    return Problem.error(
        connection.origin().place(),
        "wrong-group",
        wanted.address().toString(),
        why,
        "name connections of that group");
  }

  private static Optional<Address> group(Address of, Known known) {
    return known
        .wanted(of)
        .flatMap(resource -> target(resource.spec().get(Group.SLUG)))
        .or(() -> known.live(of).flatMap(live -> group(live, known)));
  }

  private static Optional<Address> group(Live live, Known known) {
    return known.ids().nameOf(Group.SLUG, live.fields().text("group_id"));
  }

  private static Optional<Address> target(Value value) {
    return value instanceof Value.Reference reference
        ? Optional.of(reference.target())
        : Optional.empty();
  }
}
