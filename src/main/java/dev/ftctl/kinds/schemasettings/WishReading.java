package dev.ftctl.kinds.schemasettings;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.tree;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Decodes the tree under `schemas:`, in which a list of names is short for `enabled: true` each.
final class WishReading {

  /// Which members a level has.
  private enum Level {
    SCHEMA("schema", "tables"),
    TABLE("table", "columns"),
    COLUMN("column", "");

    private final String word;
    private final String below;

    Level(String word, String below) {
      this.word = word;
      this.below = below;
    }

    Set<String> members() {
      Field tree =
          switch (this) {
            case SCHEMA -> SCHEMAS;
            case TABLE -> TABLES;
            case COLUMN -> COLUMNS;
          };
      return ((Shape.Tree) tree.shape()).element().names();
    }

    Level next() {
      return this == SCHEMA ? TABLE : COLUMN;
    }
  }

  private static final List<String> SYNC_MODES = List.of("SOFT_DELETE", "HISTORY", "LIVE");

  private static final Field COLUMNS =
      tree("columns", bool("enabled"), bool("hashed"), bool("is_primary_key"));

  private static final Field TABLES =
      tree(
          "tables",
          bool("enabled"),
          oneOf("sync_mode", SYNC_MODES.toArray(String[]::new)),
          COLUMNS);

  /// What stands under `schemas:`.
  static final Field SCHEMAS = tree("schemas", bool("enabled"), TABLES);

  private static final Set<String> FLAGS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private final String subject;
  private final List<Problem> problems = new ArrayList<>();

  private WishReading(String subject) {
    this.subject = subject;
  }

  /// Everything that is wrong with the tree.
  static List<Problem> check(Value tree, String subject) {
    var reading = new WishReading(subject);
    reading.children(tree, Level.SCHEMA);
    return reading.problems;
  }

  /// The wishes by schema; what is wrong in the tree has been refused before.
  static LinkedHashMap<String, WantedElement> read(Value tree) {
    return new WishReading("").children(tree, Level.SCHEMA);
  }

  private LinkedHashMap<String, WantedElement> children(Value tree, Level level) {
    var wishes = new LinkedHashMap<String, WantedElement>();
    switch (tree) {
      case Value.Items names ->
          names.items().forEach(name -> wishes.put(name.asText(), named(name, level)));
      case Value.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (name, value) -> wishes.put(name, wish(value, mapping.placeOf(name), level)));
      case Value.Absent absent -> {}
      case Value.Null nothing -> {}
      case Value.Text text -> wrong(text, level);
      case Value.Num number -> wrong(number, level);
      case Value.Bool bool -> wrong(bool, level);
      case Value.Reference reference -> wrong(reference, level);
      case Value.Secret secret -> wrong(secret, level);
    }
    return wishes;
  }

  private void wrong(Value value, Level level) {
    error(
        value.origin().place(),
        "wrong-type",
        level.word + "s are written as a mapping by name, or as a list of names",
        "write `name: {enabled: true}`");
  }

  private WantedElement named(Value name, Level level) {
    if (name.asText().isEmpty()) {
      wrong(name, level);
    }
    Value on = new Value.Bool(true, Origin.at(name.origin().place()));
    return new WantedElement(
        name.origin().place(), on, Value.ABSENT, Value.ABSENT, new LinkedHashMap<>());
  }

  private WantedElement wish(Value value, SourceLocation place, Level level) {
    if (!(value instanceof Value.Mapping members)) {
      if (!(value instanceof Value.Null)) {
        error(
            place,
            "wrong-type",
            "a " + level.word + " is a mapping of its settings",
            "write {enabled: true}");
      }
      return new WantedElement(
          place, Value.ABSENT, Value.ABSENT, Value.ABSENT, new LinkedHashMap<>());
    }
    members.entries().keySet().stream()
        .filter(member -> !level.members().contains(member))
        .forEach(member -> unknown(members, member, level));
    if (level == Level.COLUMN) {
      flag(members, "is_primary_key");
    }
    Value mode = members.get("sync_mode");
    if (!mode.isAbsent() && !SYNC_MODES.contains(mode.asText())) {
      String hint = Near.hint(mode.asText(), SYNC_MODES);
      error(
          mode.origin().place(),
          "unknown-value",
          "sync_mode is '" + mode.asText() + "'",
          hint.isEmpty() ? "use one of " + Near.list(SYNC_MODES) : hint);
    }
    return new WantedElement(
        place,
        flag(members, "enabled"),
        flag(members, "hashed"),
        mode,
        level == Level.COLUMN
            ? new LinkedHashMap<>()
            : children(members.get(level.below), level.next()));
  }

  private Value flag(Value.Mapping members, String member) {
    Value value = typed(members.get(member));
    if (!value.isAbsent() && !(value instanceof Value.Bool)) {
      error(
          value.origin().place(),
          "wrong-type",
          member + " is true or false",
          "write `" + member + ": true`");
      return Value.ABSENT;
    }
    return value;
  }

  /// A flag in quotes is one all the same, as in every other field.
  private static Value typed(Value value) {
    return value instanceof Value.Text text && FLAGS.contains(text.text())
        ? new Value.Bool(Boolean.parseBoolean(text.text()), text.origin())
        : value;
  }

  private void unknown(Value.Mapping members, String member, Level level) {
    String hint = Near.hint(member, level.members());
    error(
        members.placeOf(member),
        "unknown-field",
        "unknown field '" + member + "' of a " + level.word,
        hint.isEmpty() ? "a " + level.word + " has " + Near.list(level.members()) : hint);
  }

  private void error(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, subject, message, fix));
  }
}
