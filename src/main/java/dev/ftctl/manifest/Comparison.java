package dev.ftctl.manifest;

import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a project says now beside what it said then, resource by resource: by what a document
/// expands to, so that a template, a row, an overlay, a default, a variable and a file that it
/// names count, and a comment does not.
///
/// @param commit of then
/// @param tree of then
record Comparison(Since since, String commit, FileTree tree) {

  private static final int MOST_TOLD = 5;

  /// The part of a document that makes it another than its neighbours.
  private record Origin(String file, int line) {
    static Origin of(Document document) {
      return new Origin(document.file(), document.place().line());
    }
  }

  /// @param wrong errors of then
  ChangedDocuments of(List<Bound> then, List<Bound> now, List<Problem> wrong) {
    Set<String> doubtful = files(wrong);
    // What is wrong outside of the documents, in the project file or a row, may concern them all.
    boolean isAllDoubtful = !shown(then).containsAll(doubtful);
    Map<Address, Bound> before = new HashMap<>();
    then.forEach(bound -> before.put(bound.resource().address(), bound));
    var changed = new ArrayList<Bound>();
    for (Bound bound : now) {
      Bound earlier = before.remove(bound.resource().address());
      if (earlier == null
          || isAllDoubtful
          || files(earlier).anyMatch(doubtful::contains)
          || !isSame(earlier.resource(), bound.resource())) {
        changed.add(bound);
      }
    }
    return changed(changed, before.values(), warnings(wrong));
  }

  /// @param why there was nothing then
  ChangedDocuments withNothing(List<Bound> now, String why) {
    return changed(now, List.of(), List.of(warning(why)));
  }

  /// @param gone what has no resource of the same address any more
  private ChangedDocuments changed(
      List<Bound> changed, Collection<Bound> gone, List<Problem> warnings) {
    var addresses = new HashSet<Address>();
    var origins = new HashSet<Origin>();
    for (Bound bound : changed) {
      addresses.add(bound.resource().address());
      origins.add(Origin.of(bound.draft().document()));
    }
    Set<Address> dropped =
        gone.stream()
            .map(Bound::resource)
            .filter(one -> !one.metadata().isAbsent() && !one.metadata().isExisting())
            .map(Resource::address)
            .collect(Collectors.toSet());
    return new ChangedDocuments(
        since.revision(), commit, addresses, origins.size(), dropped, warnings);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Resource then, Resource now) {
    return then == now || then.metadata().equals(now.metadata()) && isSame(then.spec(), now.spec());
  }

  /// Secrets are told apart by their sources, and those that the repository itself holds by their
  /// texts too.
  private static boolean isSame(Value then, Value now) {
    if (!then.equals(now)) {
      return false;
    }
    return switch (now) {
      case Value.Secret secret ->
          secret.source().written().equals(((Value.Secret) then).source().written());
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .allMatch(
                  entry -> isSame(((Value.Mapping) then).get(entry.getKey()), entry.getValue()));
      case Value.Items items -> {
        List<Value> others = ((Value.Items) then).items();
        boolean isSame = true;
        for (int index = 0; index < others.size(); index++) {
          isSame &= isSame(others.get(index), items.items().get(index));
        }
        yield isSame;
      }
      case Value.Absent absent -> true;
      case Value.Null nothing -> true;
      case Value.Text text -> true;
      case Value.Num number -> true;
      case Value.Bool bool -> true;
      case Value.Reference reference -> true;
    };
  }

  private static Set<String> files(List<Problem> problems) {
    return problems.stream().map(problem -> problem.place().file()).collect(Collectors.toSet());
  }

  private Stream<String> files(Bound bound) {
    return bound.draft().files().stream().map(tree::shown);
  }

  private Set<String> shown(List<Bound> bounds) {
    var shown = new TreeSet<String>();
    bounds.forEach(bound -> files(bound).forEach(shown::add));
    return shown;
  }

  private List<Problem> warnings(List<Problem> wrong) {
    var warnings = new ArrayList<Problem>();
    for (Problem problem : wrong.subList(0, Math.min(MOST_TOLD, wrong.size()))) {
      warnings.add(warning(problem.place() + ": " + problem.message()));
    }
    if (wrong.size() > MOST_TOLD) {
      warnings.add(warning((wrong.size() - MOST_TOLD) + " more problems"));
    }
    return warnings;
  }

  private Problem warning(String why) {
    return Problem.warning(
        SourceLocation.NONE,
        "changed-since-unread",
        since.flag(),
        "what can't be compared counts as changed: " + why,
        "");
  }
}
