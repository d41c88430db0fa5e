package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The bodies of requests, by API names. References become ids; secrets stay [Value.Secret] and are
/// resolved where they are encoded; memberships, local, hoisted and read-only fields are never in
/// them.
public final class Bodies {

  private Bodies() {}

  /// Everything that the manifest says. A `null` for a field that can't be cleared is left out.
  ///
  /// @throws IllegalStateException when something referred to has no id yet, which the order of
  ///   steps rules out
  public static Value.Mapping create(FieldTable table, Value.Mapping wanted, Ids ids) {
    var overlay = new BodyBuilder(ids);
    Value.Mapping said = Pinned.without(table, wanted);
    for (Field field : table.all()) {
      if (field.is(Trait.NOT_CLEARABLE) && wanted.get(field.name()) instanceof Value.Null) {
        said = said.without(field.name());
      }
    }
    return resolved(overlay, overlay.object(table, FieldPath.ROOT, said, Value.Mapping.EMPTY));
  }

  /// Only what changed, each field whole: nested objects as the live one overlaid by the manifest.
  /// `merged` names the objects that the API merges at their top level (`config`), of which only
  /// the changed members are sent.
  ///
  /// @throws IllegalStateException when something referred to has no id yet, which the order of
  ///   steps rules out
  public static Value.Mapping patch(
      FieldTable table,
      List<FieldChange> changes,
      Value.Mapping wanted,
      Value.Mapping live,
      Ids ids,
      Set<String> merged) {
    var overlay = new BodyBuilder(ids);
    var body = new LinkedHashMap<String, Value>();
    for (PatchUnit unit : PatchUnit.of(table, changes, wanted, live, merged)) {
      Value value = overlay.value(unit.field(), unit.path(), unit.wanted(), unit.live());
      if (unit.isInside()) {
        Value so = body.getOrDefault(unit.owner().apiName(), Value.Mapping.EMPTY);
        Value.Mapping inner = so instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
        body.put(unit.owner().apiName(), inner.with(unit.field().apiName(), value));
      } else {
        body.put(unit.field().apiName(), value);
      }
    }
    return resolved(overlay, Value.Mapping.of(body));
  }

  public static Value.Mapping patch(
      FieldTable table,
      List<FieldChange> changes,
      Value.Mapping wanted,
      Value.Mapping live,
      Ids ids) {
    return patch(table, changes, wanted, live, ids, Set.of());
  }

  /// The object as it will be once the manifest is applied to it. What is not there yet is null.
  public static Value.Mapping afterwards(
      FieldTable table, Value.Mapping wanted, Value.Mapping live, Ids ids) {
    return new BodyBuilder(ids).object(table, FieldPath.ROOT, Pinned.without(table, wanted), live);
  }

  private static Value.Mapping resolved(BodyBuilder overlay, Value.Mapping body) {
    if (!overlay.missing().isEmpty()) {
      throw new IllegalStateException("no id yet of " + overlay.missing());
    }
    return body;
  }
}
