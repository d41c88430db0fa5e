package dev.ftctl.kinds.destination;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets.Downstream;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.Effect;
import dev.ftctl.kind.downstream.Letters;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What destinations are to those who read them. Another host may be the same server under another
/// name, so it breaks nothing that anybody could tell; a destination goes with its connections
/// only, whose deletions say it.
record DestinationDownstream() implements Downstream, Downstream.Warehouse {

  /// Names of the database, the first that is said counts (schemas/catalog, all destinations).
  private static final List<String> NAMES = List.of("catalog", "project_id", "database");

  /// Where a schema of Fivetran's is a database of its own: their readers name no other.
  private static final Pattern SCHEMA_IS_DATABASE =
      Pattern.compile(".*(mysql|maria|singlestore|clickhouse).*|aurora_warehouse|.*data_lake");

  @Override
  public Optional<Warehouse> warehouse() {
    return Optional.of(this);
  }

  @Override
  public List<Break> breaks(Change change) {
    return switch (change) {
      case Change.Replace replace -> List.of(Break.whole(Effect.REPLACED));
      case Change.Update update ->
          update.findings().fields().stream().anyMatch(DestinationDownstream::isOfDatabase)
              ? List.of(Break.whole(Effect.RENAMED))
              : List.of();
      case Change.Create create -> List.of();
      case Change.Delete delete -> List.of();
      case Change.Keep keep -> List.of();
      case Change.Gone gone -> List.of();
    };
  }

  private static boolean isOfDatabase(FieldChange field) {
    return NAMES.stream()
        .anyMatch(name -> field.path().equals(FieldPath.of(DestinationFields.CONFIG, name)));
  }

  @Override
  public String database(Value.Mapping fields) {
    Value.Mapping config = fields.mapping(DestinationFields.CONFIG);
    return SCHEMA_IS_DATABASE.matcher(fields.text("service")).matches()
        ? ""
        : NAMES.stream().map(config::text).filter(name -> !name.isEmpty()).findFirst().orElse("");
  }

  @Override
  public Letters letters(Value.Mapping fields) {
    return Letters.of(fields.text("service"));
  }
}
