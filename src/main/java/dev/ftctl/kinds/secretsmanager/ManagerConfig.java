package dev.ftctl.kinds.secretsmanager;

import static dev.ftctl.kind.table.Field.secret;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.kind.table.Spelling;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the `config` of a secrets manager holds, by its type (fivetran-quirks 2.20).
enum ManagerConfig {
  AWS_SECRET_MANAGER(
      List.of("role_arn"),
      List.of(),
      text("role_arn").notClearable(),
      text("external_id").readOnly()),
  AZURE_KEY_VAULT(
      List.of("vault_url"),
      List.of("tenant_id"),
      text("vault_url").notClearable(),
      text("tenant_id")),
  HASHICORP_VAULT(
      List.of("vault_address"),
      List.of("role_id", "secret_id"),
      text("vault_address").notClearable(),
      text("role_id"),
      secret("secret_id"),
      text("namespace"));

  static final String FIELD = "config";

  private static final Spelling SPELLING = new Spelling(names(), Map.of());
  private static final Field OF_ANY =
      Field.of(
          FIELD,
          new Shape.Nested(
              FieldTable.of(
                      Arrays.stream(values())
                          .flatMap(type -> type.members.stream())
                          .toArray(Field[]::new))
                  .open()));

  private final List<String> required;
  private final List<String> outsideHybrid;
  private final List<Field> members;
  private final Field field;

  /// @param outsideHybrid required besides, unless agents of the hybrid deployment log in
  ///   themselves
  ManagerConfig(List<String> required, List<String> outsideHybrid, Field... members) {
    this.required = required;
    this.outsideHybrid = outsideHybrid;
    this.members = List.of(members);
    this.field =
        Field.of(
            FIELD,
            new Shape.Nested(FieldTable.of(members).ownedBy("config of type '" + name() + "'")));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  /// The field, as it is for a type; of one that nobody knows, with the members of all.
  static Field field(String type) {
    return of(type).map(one -> one.field).orElse(OF_ANY);
  }

  /// Whether two texts mean one type.
  static boolean isSame(String one, String other) {
    return SPELLING.meaning(one).equals(SPELLING.meaning(other));
  }

  private static Optional<ManagerConfig> of(String type) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(type))
        .findFirst()
        .or(() -> SPELLING.known(type).map(ManagerConfig::valueOf));
  }

  /// What is missing in a config that is said: it is sent whole, whatever of it changes.
  static List<Problem> missing(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    if (!(spec.get(FIELD) instanceof Value.Mapping config)) {
      return List.of();
    }
    boolean isHybrid =
        spec.get(SecretsManagerDefinition.HYBRID) instanceof Value.Bool said && said.flag();
    return of(spec.text(SecretsManagerDefinition.TYPE)).stream()
        .flatMap(type ->
            Stream.concat(
                type.required.stream(),
                isHybrid ? Stream.<String>empty() : type.outsideHybrid.stream()))
        .filter(name -> config.get(name).isBlank())
        .map(name ->
            Problem.error(
                spec.placeOf(FIELD),
                "missing-field",
                wanted.address().toString(),
                "'"
                    + name
                    + "' is missing in config of type '"
                    + spec.text(SecretsManagerDefinition.TYPE)
                    + "'",
                "add " + name + ": …"))
        .toList();
  }
}
