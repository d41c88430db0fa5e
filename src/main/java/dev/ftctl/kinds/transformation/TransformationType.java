package dev.ftctl.kinds.transformation;

import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.refsToOne;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The two types of transformations, and what stands in `transformation_config` of each
/// (fivetran-quirks 2.13).
enum TransformationType {
  /// `steps` run in their order, so that nothing tells one from another but its place.
  DBT_CORE(
      ref("project", "project_id", "transformation-project").orAsApi().required().names(),
      text("name").names().notClearable(),
      Field.of(
              "steps",
              new Shape.ItemsOf(
                  FieldTable.of(
                          text("name").required().notClearable(),
                          text("command").required().notClearable())
                      .ownedBy("a step"),
                  List.of(),
                  false))
          .notClearable()),
  QUICKSTART(
      text("package_name").required().names().immutable().notClearable(),
      refsToOne("connections", "connection_ids", "connector")
          .orAsApi()
          .required()
          .names()
          .immutable(),
      set("excluded_models"),
      Field.of("configurable_variables", new Shape.Free()));

  static final String FIELD = "type";
  static final String CONFIG = "transformation_config";
  static final String PROJECT = "project";
  static final String NAME = "name";
  static final String STEPS = "steps";
  static final String PACKAGE = "package_name";
  static final String CONNECTIONS = "connections";
  static final String CONNECTION_IDS = "connection_ids";
  static final String EXCLUDED = "excluded_models";
  static final String VARIABLES = "configurable_variables";

  /// Of a type that nobody knows, with the members of both.
  private static final Field OF_ANY = ofAny();

  private final List<Field> members;
  private final Field field;

  TransformationType(Field... members) {
    this.members = List.of(members);
    this.field =
        config(FieldTable.of(members).ownedBy("transformation_config of type '" + name() + "'"));
  }

  static Field choice() {
    return Field.choice(FIELD, Arrays.stream(values()).map(Enum::name).toArray(String[]::new))
        .required()
        .immutable()
        .names();
  }

  /// The type that a spec or an object is of.
  static Optional<TransformationType> of(Value.Mapping fields) {
    return Arrays.stream(values())
        .filter(type -> type.name().equalsIgnoreCase(fields.text(FIELD)))
        .findFirst();
  }

  static boolean isQuickstart(Value.Mapping fields) {
    return of(fields).filter(QUICKSTART::equals).isPresent();
  }

  /// The field of what depends on the type.
  static Field config(Value.Mapping fields) {
    return of(fields).map(type -> type.field).orElse(OF_ANY);
  }

  private static Field ofAny() {
    var all = new ArrayList<Field>();
    for (TransformationType type : values()) {
      type.members.forEach(member -> {
        var traits = new java.util.HashSet<>(member.traits());
        traits.remove(Field.Trait.REQUIRED);
        all.add(new Field(member.name(), member.apiName(), member.shape(), traits));
      });
    }
    return config(FieldTable.of(all));
  }

  private static Field config(FieldTable table) {
    return Field.of(CONFIG, new Shape.Nested(table)).required().notClearable();
  }
}
