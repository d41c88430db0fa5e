package dev.ftctl.export.copy;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which fields a copy may be given, by the table of its kind and service.
public record CopyFields(FieldTable table) {

  private static final String CONFIG = "config";

  /// What a copy says by other means.
  private static final Set<String> TAKEN = Set.of("group", "groups", "overrides", "id", "service");

  /// The field with its whole path: a name that only `config` has means the one there.
  ///
  /// @throws RefusedException when there is no such field, or the command line would tell a secret
  public SetField checked(SetField field) {
    String first = field.path().segments().getFirst();
    if (TAKEN.contains(first)) {
      throw new RefusedException(
          Refusal.USAGE,
          "--set " + field.path() + ": a copy is of the same service, in the groups of --to",
          "Leave it out.");
    }
    if (table.meant(first).isEmpty() && inConfig(first)) {
      return checked(field.at(FieldPath.of(CONFIG).then(field.path())));
    }
    if (table.meant(first).isEmpty()) {
      throw unknown(field);
    }
    if (isSecret(field.path()) && !field.value().asText().contains("${")) {
      throw new RefusedException(
          Refusal.USAGE,
          "--set " + field.path() + " is a secret, which every process list would show",
          "Name where it is read: --set '" + field.path() + "=${env:NAME}'.");
    }
    return field;
  }

  /// Names of the fields that tell the connection apart in its group.
  public List<String> naming(Value.Mapping config) {
    return config().stream()
        .flatMap(inside -> inside.all().stream())
        .filter(field -> field.is(Trait.IDENTITY) && !config.get(field.name()).isAbsent())
        .map(field -> CONFIG + "." + field.name())
        .toList();
  }

  private boolean inConfig(String name) {
    return config().flatMap(inside -> inside.meant(name)).isPresent();
  }

  private Optional<FieldTable> config() {
    return inside(table, CONFIG);
  }

  private static Optional<FieldTable> inside(FieldTable table, String name) {
    return table
        .meant(name)
        .map(Field::shape)
        .flatMap(shape ->
            switch (shape) {
              case Shape.Nested nested -> Optional.of(nested.table());
              case Shape.ItemsOf items -> Optional.of(items.table());
              default -> Optional.empty();
            });
  }

  private boolean isSecret(FieldPath path) {
    Optional<FieldTable> here = Optional.of(table);
    for (String segment : path.segments()) {
      if (here.flatMap(one -> one.meant(segment)).filter(one -> one.is(Trait.SECRET)).isPresent()) {
        return true;
      }
      here = here.flatMap(one -> inside(one, segment));
    }
    return false;
  }

  private RefusedException unknown(SetField field) {
    List<String> known = new ArrayList<>(table.names());
    config().ifPresent(inside -> known.addAll(inside.names()));
    String hint = Near.hint(field.path().segments().getFirst(), known);
    return new RefusedException(
        Refusal.USAGE,
        "--set " + field.path() + ": a connector has no such field",
        hint.isEmpty() ? "Name a field of spec, such as sync_frequency or config.host." : hint);
  }
}
