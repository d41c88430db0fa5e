package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.OtherPart;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.Templates;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Binds a mapping to a table: known fields by their shapes, unknown ones refused or, where the
/// table is open, kept; [dev.ftctl.kind.table.UnknownNames] tells of those.
final class TableBinder {

  /// How many unknown fields are compared with the known ones; a file of nothing else takes
  /// forever.
  private static final int MOST_HINTS = 100;

  /// How the table of a whole `spec` calls itself.
  private static final String SPEC = "spec of ";

  private final ShapeBinder shapes;
  private final Redaction redaction;
  private final Report report;
  private final boolean isAbsent;
  private int unknown;

  /// @param isAbsent whether the resource is to be absent, so that only its identity is required
  TableBinder(ShapeBinder shapes, Redaction redaction, Report report, boolean isAbsent) {
    this.redaction = redaction;
    this.shapes = shapes;
    this.report = report;
    this.isAbsent = isAbsent;
  }

  /// @param ownerPlace of the key that the mapping stands under, for what is missing
  Value.Mapping bind(FieldTable table, Node.Mapping mapping, SourceLocation ownerPlace) {
    var values = new LinkedHashMap<String, Value>();
    var places = new LinkedHashMap<String, SourceLocation>();
    var words = new HashMap<String, String>();
    mapping
        .entries()
        .forEach((written, entry) -> {
          String name = table.meant(written).map(Field::name).orElse(written);
          String first = words.putIfAbsent(name, written);
          if (first != null) {
            twice(first, written, entry);
            return;
          }
          value(table, name, entry)
              .ifPresent(value -> {
                values.put(name, value);
                places.put(name, entry.keyPlace());
              });
        });
    if (mapping.isTorn()) {
      return new Value.Mapping(values, places, Origin.at(mapping.place()));
    }
    Set<String> said = meant(table, mapping);
    table.all().stream()
        .filter(field -> isRequired(field) && !said.contains(field.name()))
        .forEach(field -> missing(table, field, ownerPlace));
    return new Value.Mapping(values, places, Origin.at(mapping.place()));
  }

  /// A field by its name and by its short one.
  private void twice(String first, String written, Node.Entry entry) {
    report.error(
        entry.keyPlace(),
        "duplicate-field",
        "'" + written + "' says what '" + first + "' says as well",
        "keep one of the two");
  }

  /// The fields that a mapping names, and those that it misspells, which are not missing as well.
  private static Set<String> meant(FieldTable table, Node.Mapping mapping) {
    var names = new HashSet<>(mapping.entries().keySet());
    mapping.entries().keySet().stream()
        .filter(name -> table.field(name).isEmpty())
        .limit(MOST_HINTS)
        .forEach(name -> Near.of(name, candidates(table)).ifPresent(names::add));
    return names;
  }

  /// What may be meant: of an instance also what was taken out when it was fanned out.
  private static Set<String> candidates(FieldTable table) {
    var names = new HashSet<>(table.names());
    if (!table.fanOut().isEmpty()) {
      names.add(table.fanOut());
      names.add(Document.OVERRIDES);
      names.add(Templates.FIELD);
    }
    return names;
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
    if (entry.value() instanceof Node.Refused) {
      return Optional.empty();
    }
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
    Optional<String> near =
        ++unknown > MOST_HINTS ? Optional.empty() : Near.of(name, candidates(table));
    near.flatMap(table::field).ifPresent(meant -> guard(meant, entry.value()));
    String hint = near.map(meant -> "did you mean '" + meant + "'?").orElse("");
    String message = "unknown field '" + name + "' in " + table.owner();
    if (!table.isOpen()) {
      report.error(entry.keyPlace(), "unknown-field", message, fix(table, name, hint));
      return Optional.empty();
    }
    boolean isSecret =
        isAllSecret(table)
            || near.flatMap(table::field).filter(it -> it.is(Trait.SECRET)).isPresent();
    Field free = Field.of(name, new Shape.Free());
    return shapes.bind(isSecret ? free.with(Trait.SECRET) : free, entry, this);
  }

  /// What other tools call so, where it stands else, or what there is.
  private static String fix(FieldTable table, String name, String near) {
    String known = table.dropped().get(name);
    if (known != null) {
      return known;
    }
    boolean isShort = table.names().size() <= 12;
    return OtherPart.of(table, name)
        .map(path -> "did you mean '" + path + "'?")
        .or(() ->
            table.owner().startsWith(SPEC) ? Document.elsewhere(name) : Optional.<String>empty())
        .orElseGet(() -> near.isEmpty() && isShort ? all(table.names()) : near);
  }

  private static String all(Set<String> names) {
    return (names.size() == 1 ? "there is only " : "there are ") + Near.list(names);
  }

  /// Whether a table holds nothing but secrets (`auth`), so that what it does not know is one too.
  private static boolean isAllSecret(FieldTable table) {
    return !table.all().isEmpty()
        && table.all().stream()
            .allMatch(field ->
                field.is(Trait.SECRET)
                    || field.shape() instanceof Shape.Nested nested && isAllSecret(nested.table()));
  }

  /// Keeps the text of a misspelt secret out of the excerpt that its error is shown with.
  private void guard(Field meant, Node node) {
    if (meant.is(Trait.SECRET) && node instanceof Node.Scalar scalar) {
      PartReader.literals(scalar).forEach(redaction::remember);
    }
  }
}
