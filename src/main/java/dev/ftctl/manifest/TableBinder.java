package dev.ftctl.manifest;

import dev.ftctl.kind.Field;
import dev.ftctl.kind.Field.Trait;
import dev.ftctl.kind.FieldTable;
import dev.ftctl.kind.Shape;
import dev.ftctl.model.Near;
import dev.ftctl.model.Origin;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.model.Value;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Binds a mapping to a table: known fields by their shapes, unknown ones refused or, where the
/// table is open, kept.
final class TableBinder {

  /// Names that hold secrets in every service, so that a field which the catalogue does not know
  /// yet still never prints.
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(password|passwd|passphrase|secret|token|private_key|api_key|credential).*");

  private final ShapeBinder shapes;
  private final Report report;
  private final boolean isAbsent;

  /// @param isAbsent whether the resource is to be absent, so that only its identity is required
  TableBinder(ShapeBinder shapes, Report report, boolean isAbsent) {
    this.shapes = shapes;
    this.report = report;
    this.isAbsent = isAbsent;
  }

  /// @param ownerPlace of the key that the mapping stands under, for what is missing
  Value.Mapping bind(FieldTable table, Node.Mapping mapping, SourceLocation ownerPlace) {
    var values = new LinkedHashMap<String, Value>();
    var places = new LinkedHashMap<String, SourceLocation>();
    mapping
        .entries()
        .forEach((name, entry) ->
            value(table, name, entry)
                .ifPresent(value -> {
                  values.put(name, value);
                  places.put(name, entry.keyPlace());
                }));
    table.all().stream()
        .filter(field -> isRequired(field) && !mapping.entries().containsKey(field.name()))
        .forEach(field -> missing(table, field, ownerPlace));
    return new Value.Mapping(values, places, Origin.at(mapping.place()));
  }

  private boolean isRequired(Field field) {
    return field.is(Trait.REQUIRED)
        && (!isAbsent || field.is(Trait.IDENTITY) || field.is(Trait.PART_OF));
  }

  private void missing(FieldTable table, Field field, SourceLocation place) {
    report.error(
        place,
        "missing-field",
        "'" + field.name() + "' is missing in " + table.owner(),
        "add " + field.name() + ": …");
  }

  private Optional<Value> value(FieldTable table, String name, Node.Entry entry) {
    Optional<Field> field = table.field(name);
    if (field.isEmpty()) {
      return unknown(table, name, entry);
    }
    if (field.get().is(Trait.READ_ONLY)) {
      report.error(
          entry.keyPlace(),
          "read-only",
          "'" + name + "' is made by Fivetran and can't be set",
          "remove it");
      return Optional.empty();
    }
    return shapes.bind(field.get(), entry, this);
  }

  private Optional<Value> unknown(FieldTable table, String name, Node.Entry entry) {
    String hint = Near.hint(name, table.names());
    String message = "unknown field '" + name + "' in " + table.owner();
    if (!table.isOpen() || !hint.isEmpty()) {
      boolean isShort = table.names().size() <= 12;
      String fix = hint.isEmpty() && isShort ? "there are " + Near.list(table.names()) : hint;
      report.error(entry.keyPlace(), "unknown-field", message, fix);
      return Optional.empty();
    }
    report.warning(entry.keyPlace(), "unknown-field", message, "it is sent as it stands");
    Field free = Field.of(name, new Shape.Free());
    return shapes.bind(
        SECRET_NAME.matcher(name).matches() ? free.with(Trait.SECRET) : free, entry, this);
  }
}
