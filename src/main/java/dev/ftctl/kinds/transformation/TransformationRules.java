package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.compare.Renames;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What no table says of a transformation, checked offline.
final class TransformationRules {

  private TransformationRules() {}

  static List<Problem> check(Resource wanted) {
    var problems = new ArrayList<>(ScheduleRules.check(wanted));
    boolean isQuickstart = TransformationType.isQuickstart(wanted.spec());
    if (isQuickstart) {
      problems.addAll(
          Renames.refused(wanted, "a Quickstart is its package and its connections, no name"));
    }
    if (wanted.metadata().isAbsent() && wanted.spec().get("id").isBlank()) {
      problems.addAll(unfound(wanted, isQuickstart));
    }
    return problems;
  }

  /// What is to be absent is found by the same members as what is to be there.
  private static List<Problem> unfound(Resource wanted, boolean isQuickstart) {
    Value.Mapping spec = wanted.spec();
    Value.Mapping config = spec.mapping(TransformationType.CONFIG);
    Stream<String> missing =
        (isQuickstart
                ? Stream.of(TransformationType.PACKAGE, TransformationType.CONNECTIONS)
                : Stream.of(TransformationType.PROJECT))
            .filter(member -> config.get(member).isBlank());
    boolean isTyped = TransformationType.of(spec).isPresent();
    return (isTyped ? missing : Stream.of(TransformationType.FIELD))
        .map(member ->
            Problem.error(
                wanted.place(),
                "missing-field",
                wanted.address().toString(),
                "'" + member + "' is missing, by which it is found",
                "add " + (isTyped ? TransformationType.CONFIG + "." : "") + member + ": …"))
        .toList();
  }

  /// What a creation asks for besides.
  static List<Problem> incomplete(Resource wanted) {
    Value.Mapping config = wanted.spec().mapping(TransformationType.CONFIG);
    boolean lacksSteps =
        !TransformationType.isQuickstart(wanted.spec())
            && config.get(TransformationType.STEPS).isBlank();
    return lacksSteps
        ? List.of(
            Problem.error(
                wanted.place(),
                "missing-field",
                wanted.address().toString(),
                "is to be created, and says no steps",
                "add spec.transformation_config.steps, such as [{name: build, command: dbt"
                    + " build}]"))
        : List.of();
  }
}
