package dev.ftctl.export.copy;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.shown.ShellWord;
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
  /// @param groups of the copy
  /// @throws RefusedException when there is no such field or group, or the command line would tell
  ///   a secret
  public SetField checked(SetField field, List<String> groups) {
    if (!field.group().isEmpty() && !groups.contains(field.group())) {
      throw new RefusedException(
          Refusal.USAGE,
          "--set " + field.group() + ":" + field.path() + ": --to names no group " + field.group(),
          "--to means " + String.join(", ", groups) + ".");
    }
    return checked(field);
  }

  private SetField checked(SetField field) {
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
          "Name where it is read: --set " + ShellWord.of(field.path() + "=${env:NAME}"));
    }
    return field;
  }

  /// What connections of all groups are named by, where that is said.
  public Optional<String> naming(List<SetField> fields) {
    List<String> keys = naming();
    return fields.stream()
        .filter(field -> field.group().isEmpty() && keys.contains(field.path().toString()))
        .map(field -> field.value().asText())
        .filter(text -> !text.isBlank() && !text.contains("${"))
        .reduce((first, second) -> first + "." + second);
  }

  /// The field by which a connection of this configuration gets another name.
  public String namingField(Value.Mapping config) {
    return naming().stream()
        .filter(key -> !config.get(key.substring(CONFIG.length() + 1)).isAbsent())
        .reduce((first, last) -> last)
        .orElse(CONFIG + ".schema");
  }

  private List<String> naming() {
    return config().stream()
        .flatMap(inside -> inside.all().stream())
        .filter(field -> field.is(Trait.IDENTITY))
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
        .filter(Shape.Nested.class::isInstance)
        .map(shape -> ((Shape.Nested) shape).table());
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
