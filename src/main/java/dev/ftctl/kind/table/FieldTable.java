package dev.ftctl.kind.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The fields of a kind, or of an object inside one. It drives validation, conversion, comparison,
/// bodies and masking.
///
/// @param fields by the name that manifests write
/// @param fanOut the field that lists the groups to make one instance each in; empty when the kind
///   has no instances
/// @param isOpen whether a field that is not listed is kept with a warning (services know more
///   fields than the catalogue) or refused
/// @param dropped fields that the API is known to drop here, each with what to write instead
/// @param owner what the fields belong to, for messages: `spec of Webhook`, `config of service
///   'postgres'`
public record FieldTable(
    SequencedMap<String, Field> fields,
    String fanOut,
    boolean isOpen,
    Map<String, String> dropped,
    String owner) {

  public FieldTable {
    fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    dropped = Map.copyOf(dropped);
  }

  /// A table of which nothing is dropped.
  public FieldTable(
      SequencedMap<String, Field> fields, String fanOut, boolean isOpen, String owner) {
    this(fields, fanOut, isOpen, Map.of(), owner);
  }

  public static FieldTable of(Field... fields) {
    return of(Arrays.asList(fields));
  }

  public static FieldTable of(Collection<Field> fields) {
    var byName = new LinkedHashMap<String, Field>();
    fields.forEach(field -> byName.put(field.name(), field));
    return new FieldTable(byName, "", false, "spec");
  }

  public FieldTable fansOutBy(String field) {
    return new FieldTable(fields, field, isOpen, dropped, owner);
  }

  /// The same table, keeping fields that it does not list.
  public FieldTable open() {
    return new FieldTable(fields, fanOut, true, dropped, owner);
  }

  public FieldTable ownedBy(String newOwner) {
    return new FieldTable(fields, fanOut, isOpen, dropped, newOwner);
  }

  /// The same table, whose manifests may not say what the API drops.
  public FieldTable dropping(Map<String, String> names) {
    return new FieldTable(fields, fanOut, isOpen, names, owner);
  }

  /// The same table with one field's shape put in place of what it was, for fields whose inside
  /// depends on another (`config` on `service`).
  public FieldTable with(Field field) {
    var copy = new LinkedHashMap<>(fields);
    copy.put(field.name(), field);
    return new FieldTable(copy, fanOut, isOpen, dropped, owner);
  }

  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// The field of a name, or of its other one.
  public Optional<Field> meant(String written) {
    return field(written)
        .or(() ->
            fields.values().stream()
                .filter(field -> field.otherName().equals(written) && !written.isEmpty())
                .findFirst());
  }

  public Set<String> names() {
    return fields.keySet();
  }

  public List<Field> all() {
    return List.copyOf(fields.values());
  }
}
