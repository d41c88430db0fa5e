package dev.ftctl.manifest.policy;

import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where in a manifest a rule about a resource points to: the first field that the rule speaks of
/// and that the manifest has, else the document.
final class SpokenFields {

  private static final Pattern FIELD = Pattern.compile("\\bspec((?:\\.\\w+)+)");

  private SpokenFields() {}

  static SourceLocation place(Resource resource, String rule) {
    return FIELD
        .matcher(rule)
        .results()
        .map(found -> place(resource.spec(), found))
        .filter(SourceLocation::isKnown)
        .findFirst()
        .orElse(resource.place());
  }

  /// The place of the deepest part of the path that is there.
  private static SourceLocation place(Value.Mapping spec, MatchResult found) {
    SourceLocation deepest = SourceLocation.NONE;
    Value.Mapping here = spec;
    for (String name : List.of(found.group(1).substring(1).split("\\."))) {
      Value value = here.get(name);
      if (value.isAbsent()) {
        return deepest;
      }
      SourceLocation key = here.keyPlaces().getOrDefault(name, SourceLocation.NONE);
      deepest = key.isKnown() ? key : value.origin().place();
      if (!(value instanceof Value.Mapping inner)) {
        return deepest;
      }
      here = inner;
    }
    return deepest;
  }
}
