package dev.ftctl.kind.compare;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a document that pins its object by `spec.id` says of what the object is known by. No
/// comparison looks at that, since otherwise it is what the object was found by.
public final class PinnedIdentity {

  private PinnedIdentity() {}

  /// The findings with an error for each such field that is another in the account and that no
  /// change among them mends.
  public static Findings told(
      Findings findings, Resource wanted, Live there, KindDefinition definition, Ids ids) {
    Value.Mapping spec = wanted.spec();
    if (spec.get("id").isBlank() || !findings.problems().isEmpty()) {
      return findings;
    }
    if (findings.replaces()) {
      return findings.noting(
          "the id "
              + there.id()
              + " goes with it: take `id` out of the document once this was"
              + " applied");
    }
    Optional<String> meant = definition.identity(wanted, ids);
    if (meant.equals(Optional.of(there.identity()))) {
      return findings;
    }
    Findings told = findings;
    boolean isToldOf = false;
    for (FieldChange other : others(wanted, there, definition, ids)) {
      if (findings.fields().stream().noneMatch(change -> change.path().equals(other.path()))) {
        told = told.failing(problem(wanted, there, other));
        isToldOf = true;
      }
    }
    boolean isCalledOtherwise = meant.isPresent() && definition.namedBy().isEmpty();
    return !isToldOf && isCalledOtherwise && !findings.hasChanges()
        ? findings.noting("found by spec.id; the account knows it as " + there.label())
        : told;
  }

  /// Those that answers tell. A name that is the document's own says nothing of the object.
  private static List<FieldChange> others(
      Resource wanted, Live there, KindDefinition definition, Ids ids) {
    Value.Mapping spec = wanted.spec();
    List<Field> fields =
        definition.fields(spec).all().stream()
            .filter(field -> field.is(Trait.IDENTITY) && !field.is(Trait.LOCAL))
            .filter(field ->
                !field.name().equals(definition.namedBy())
                    || !spec.text(field.name()).equals(wanted.metadata().name()))
            .map(field -> new Field(field.name(), field.apiName(), field.shape(), Set.of()))
            .toList();
    Value.Mapping said = Value.Mapping.EMPTY;
    for (Field field : fields) {
      Value value = spec.get(field.name());
      said = value.isBlank() ? said : said.with(field.name(), value);
    }
    return Comparison.between(FieldTable.of(fields), said, there.fields(), ids).changes();
  }

  private static Problem problem(Resource wanted, Live there, FieldChange other) {
    return Problem.error(
        wanted.spec().placeOf(other.path().leaf()),
        "cannot-change",
        wanted.address().toString(),
        "says %s %s, and the object with id %s has %s: no call changes it"
            .formatted(
                other.path(),
                other.after().display(),
                there.id(),
                other.before().isBlank() ? "none" : other.before().display()),
        "write what the account has, or take spec.id out to describe another one");
  }
}
