package dev.ftctl.manifest;

import static dev.ftctl.kind.table.Field.Trait.READ_ONLY;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the table of a kind knows of the fields of one resource, whether a manifest says them or
/// not.
public final class TableFields {

  private final FieldTable table;

  public TableFields(KindDefinition kind, Resource resource) {
    this.table = kind.fields(resource.spec());
  }

  /// Every field, with those inside others.
  public List<FieldPath> all() {
    var found = new ArrayList<FieldPath>();
    collect(table, FieldPath.ROOT, found);
    return found;
  }

  /// Whether a field, or what it stands in, is never to be shown.
  public boolean isSecret(FieldPath path) {
    FieldTable here = table;
    for (String segment : path.segments()) {
      Optional<Field> field = here.field(segment);
      if (field.filter(found -> found.is(Field.Trait.SECRET)).isPresent()) {
        return true;
      }
      here = field.map(Field::shape).flatMap(TableFields::inner).orElse(FieldTable.of());
    }
    return false;
  }

  /// A field by the names of the API.
  public FieldPath answered(FieldPath path) {
    return translated(path, Field::apiName);
  }

  /// A field by the names of the table, which may be written by its short one (`private_link`).
  public FieldPath meant(FieldPath path) {
    return translated(path, Field::name);
  }

  /// Whether a kind notes a field for itself, where no manifest can say it.
  public boolean isNoted(FieldPath path) {
    return table.field(path.segments().getFirst()).filter(it -> it.is(READ_ONLY)).isPresent();
  }

  private FieldPath translated(FieldPath path, Function<Field, String> name) {
    FieldTable here = table;
    FieldPath found = FieldPath.ROOT;
    for (String segment : path.segments()) {
      Optional<Field> field = here.meant(segment);
      found = found.then(field.map(name).orElse(segment));
      here = field.map(Field::shape).flatMap(TableFields::inner).orElse(FieldTable.of());
    }
    return found;
  }

  private static void collect(FieldTable table, FieldPath path, List<FieldPath> found) {
    for (Field field : table.all()) {
      found.add(path.then(field.name()));
      inner(field.shape()).ifPresent(inside -> collect(inside, path.then(field.name()), found));
    }
  }

  private static Optional<FieldTable> inner(Shape shape) {
    return shape instanceof Shape.Nested nested ? Optional.of(nested.table()) : Optional.empty();
  }
}
