package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// What manifests say in each environment of their project, in turn.
///
/// @param desired by the environment's name; one without a name where one was asked for, or the
///   project has none
/// @param warnings of all, each once; those that not all have name their environments
public record EveryEnvironment(
    SequencedMap<String, Desired> desired, List<Problem> warnings, Sources sources) {

  /// @throws ManifestException with the problems of all environments
  /// @throws UnknownPathException when a path, selector, target or variable matches nothing in any
  ///   of them
  public static EveryEnvironment read(ReadRequest request, KindList kinds) {
    Manifests.Declared declared = Manifests.environments(request, kinds);
    if (!request.environment().isEmpty() || declared.names().isEmpty()) {
      Desired one = Manifests.skim(request, kinds);
      return new EveryEnvironment(
          new LinkedHashMap<>(Map.of("", one)), one.warnings(), one.sources());
    }
    var reading = new Reading(declared);
    declared.names().forEach(name -> reading.add(name, request.in(name), kinds));
    return reading.result();
  }

  /// The same problems of each environment, told once.
  ///
  /// @param byName of the environment
  public static List<Problem> told(SequencedMap<String, List<Problem>> byName) {
    var names = new LinkedHashMap<Problem, Set<String>>();
    byName.forEach((name, problems) ->
        problems.forEach(
            problem -> names.computeIfAbsent(problem, one -> new LinkedHashSet<>()).add(name)));
    return names.entrySet().stream()
        .map(entry ->
            entry.getValue().size() == byName.size()
                ? entry.getKey()
                : named(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  private static Problem named(Problem problem, Set<String> environments) {
    return new Problem(
        problem.severity(),
        problem.place(),
        problem.rule(),
        problem.subject(),
        problem.message() + " (in " + String.join(", ", environments) + ")",
        problem.fix());
  }

  /// More would leave no room for what is kept of other projects.
  private static final int MOST_SKIMMED = 8;

  /// Collects what the readings of the environments come to.
  private static final class Reading {
    private final Manifests.Declared declared;
    private final SequencedMap<String, Desired> desired = new LinkedHashMap<>();
    private final SequencedMap<String, List<Problem>> problems = new LinkedHashMap<>();
    private final List<UnknownPathException> unmatched = new ArrayList<>();
    private final Sources sources = new Sources();

    Reading(Manifests.Declared declared) {
      this.declared = declared;
    }

    void add(String name, ReadRequest request, KindList kinds) {
      try {
        Desired one =
            declared.names().size() > MOST_SKIMMED
                ? Manifests.read(request, kinds)
                : Manifests.skim(request, kinds);
        desired.put(name, one);
        problems.put(name, one.warnings());
        sources.addAll(one.sources());
      } catch (ManifestException broken) {
        problems.put(name, broken.problems());
        sources.addAll(broken.sources());
      } catch (UnknownPathException nothing) {
        unmatched.add(nothing);
      }
    }

    EveryEnvironment result() {
      if (unmatched.size() == declared.names().size()) {
        throw unmatched.getFirst();
      }
      var told = new ArrayList<>(told(problems));
      told.addAll(declared.problems());
      if (told.stream().anyMatch(Problem::isError)) {
        throw new ManifestException(told, sources);
      }
      return new EveryEnvironment(desired, told, sources);
    }
  }
}
