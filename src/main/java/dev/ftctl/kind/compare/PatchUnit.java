package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The smallest thing that a PATCH sends: a field of the kind or, in an object that the API merges
/// at its top level, a field of that.
///
/// @param path of one segment or two
/// @param owner the merged object's field that it stands in; the field itself when there is none
record PatchUnit(FieldPath path, Field owner, Field field, Value wanted, Value live) {

  /// The units that the changes touch, in their order, without those that are never sent.
  static List<PatchUnit> of(
      FieldTable table,
      List<FieldChange> changes,
      Value.Mapping wanted,
      Value.Mapping live,
      Set<String> merged) {
    return changes.stream()
        .map(change -> pathOf(change.path(), merged))
        .distinct()
        .map(path -> at(table, path, wanted, live))
        .flatMap(Optional::stream)
        .filter(unit -> BodyBuilder.isSent(unit.owner()) && BodyBuilder.isSent(unit.field()))
        .toList();
  }

  boolean isInside() {
    return path.segments().size() > 1;
  }

  private static FieldPath pathOf(FieldPath path, Set<String> merged) {
    List<String> segments = path.segments();
    int depth = merged.contains(segments.getFirst()) ? 2 : 1;
    return new FieldPath(segments.subList(0, Math.min(depth, segments.size())));
  }

  private static Optional<PatchUnit> at(
      FieldTable table, FieldPath path, Value.Mapping wanted, Value.Mapping live) {
    Field owner = field(table, path.segments().getFirst());
    Value value = wanted.at(path);
    if (value.isAbsent()) {
      return Optional.empty();
    }
    if (path.segments().size() == 1) {
      return Optional.of(new PatchUnit(path, owner, owner, value, live.get(owner.apiName())));
    }
    FieldTable inner =
        owner.shape() instanceof Shape.Nested nested ? nested.table() : FieldTable.of().open();
    Field field = field(inner, path.leaf());
    return Optional.of(
        new PatchUnit(
            path, owner, field, value, live.mapping(owner.apiName()).get(field.apiName())));
  }

  private static Field field(FieldTable table, String name) {
    return table.field(name).orElseGet(() -> Field.of(name, new Shape.Free()));
  }
}
