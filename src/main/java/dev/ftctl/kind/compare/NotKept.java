package dev.ftctl.kind.compare;

import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Fields of a `config` that Fivetran takes and drops: told as a question, and sent without setup
/// tests, so that what is never kept does not run them at every merge.
///
/// @param config the name of the field that holds the service's fields, as manifests and API call
///   it
/// @param live by the names of the API
public record NotKept(
    String config,
    Resource wanted,
    Value.Mapping live,
    Optional<ServiceFacts> facts,
    Intent intent) {

  private static final String NOTE = "not kept? Take it out, or leave it to others with `ignore:`";
  private static final String ALONG = "without setup tests";

  /// The changes, those noted that are likely not kept, and the secrets that go along with them.
  public List<FieldChange> noted(List<FieldChange> changes) {
    Set<String> causes =
        changes.stream()
            .filter(this::isNotKept)
            .map(change -> SecretsDue.withChangeOf(change.path()))
            .collect(Collectors.toSet());
    return changes.stream()
        .map(change -> {
          if (isNotKept(change)) {
            return change.noting(NOTE);
          }
          return causes.contains(change.note()) ? change.noting(ALONG) : change;
        })
        .toList();
  }

  /// Whether a noted change is one that needs no setup tests.
  public static boolean is(FieldChange change) {
    return change.note().contains(NOTE) || change.note().contains(ALONG);
  }

  private boolean isNotKept(FieldChange change) {
    List<String> path = change.path().segments();
    if (path.size() < 2 || !path.getFirst().equals(config)) {
      return false;
    }
    return switch (change.effect()) {
      case SET -> change.before().isAbsent() && isUnknown(path.get(1)) || isOld(change);
      case ADD, SECRET -> isOld(change);
      case CLEAR, REMOVE, REPLACE -> false;
    };
  }

  /// Whether neither the catalogue nor a service's own description knows the field. Of services
  /// that declare none nothing can be said.
  private boolean isUnknown(String field) {
    return facts
        .filter(known -> !known.config().isEmpty())
        .filter(known -> !known.config().containsKey(field))
        .isPresent();
  }

  /// Whether the account lacks what the manifest said at `--base` already. A secret that it has is
  /// sent for another reason.
  private boolean isOld(FieldChange change) {
    var field = new FieldPath(change.path().segments().subList(0, 2));
    boolean isMissing =
        change.effect() == FieldChange.Effect.SECRET
            ? live.at(field).isAbsent()
            : change.before().isBlank();
    return isMissing && intent.isOld().test(wanted.address(), field);
  }
}
