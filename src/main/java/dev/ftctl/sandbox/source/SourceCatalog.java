package dev.ftctl.sandbox.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes the source behind a connection. Stateless; any thread may ask.
public final class SourceCatalog {
  private static final int DEFAULT_TABLES = 12;
  private static final int DEFAULT_COLUMNS = 8;
  private static final Set<String> SALESFORCE = Set.of("salesforce", "salesforce_sandbox");

  private final Catalog catalog;

  public SourceCatalog(Catalog catalog) {
    this.catalog = catalog;
  }

  public Source source(SourceSpec spec) {
    var overrides = spec.overrides();
    var before = isSized(overrides) ? generated(spec) : typical(spec);
    return overrides.has("add") || overrides.has("drop")
        ? new ChangedSource(before, overrides.path("add"), overrides.path("drop"))
        : before;
  }

  /// Whether the service is a database, whose tables can be synced in several modes.
  public boolean isDatabase(String service) {
    return naming(service) == NamingFamily.SCHEMA_PREFIX;
  }

  /// Whether single tables can be synced again; not where a connection is one table anyway.
  public boolean resyncsTables(String service) {
    return naming(service) != NamingFamily.SCHEMA_TABLE;
  }

  private static boolean isSized(ObjectNode overrides) {
    return overrides.has("schemas") || overrides.has("tables") || overrides.has("columns");
  }

  private static Source generated(SourceSpec spec) {
    var overrides = spec.overrides();
    return new GeneratedSource(
        Math.max(1, overrides.path("schemas").asInt(1)),
        Math.max(0, overrides.path("tables").asInt(DEFAULT_TABLES)),
        Math.max(1, overrides.path("columns").asInt(DEFAULT_COLUMNS)),
        spec.seed());
  }

  private Source typical(SourceSpec spec) {
    return switch (naming(spec.service())) {
      case SCHEMA_PREFIX -> database(spec);
      case SCHEMA_TABLE_GROUP_NAME -> single(spec, TableFacts.FILE);
      case SCHEMA_TABLE -> single(spec, TableFacts.SHEET);
      case SCHEMA, NONE -> application(spec);
    };
  }

  private NamingFamily naming(String service) {
    return catalog.connection(service).map(ServiceFacts::naming).orElse(NamingFamily.SCHEMA);
  }

  private static Source database(SourceSpec spec) {
    var random = new SplittableRandom(spec.seed());
    var tables = new ArrayList<SourceTable>();
    TableFacts.DATABASE.forEach((name, facts) -> {
      if (!facts.optional() || random.nextBoolean()) {
        tables.add(facts.table());
      }
    });
    return ListedSource.of(mainSchema(spec), tables);
  }

  private static Source single(SourceSpec spec, SequencedMap<String, TableFacts> facts) {
    var table = facts.firstEntry().getValue().named(spec.tablePart()).withoutColumnsConfig();
    return ListedSource.of(spec.schemaRoot(), List.of(table));
  }

  /// Salesforce and NetSuite have one fixed key whatever the schema in the destination is called
  /// (API page of the schema settings; fivetran-quirks Q57).
  private static Source application(SourceSpec spec) {
    if (SALESFORCE.contains(spec.service())) {
      return listed("salesforce", TableFacts.SALESFORCE);
    }
    if (spec.service().startsWith("netsuite")) {
      return listed("netsuite", TableFacts.NETSUITE);
    }
    var sellsAds = spec.service().endsWith("ads");
    return listed(spec.schemaRoot(), sellsAds ? TableFacts.ADVERTISING : TableFacts.APPLICATION);
  }

  private static Source listed(String schema, SequencedMap<String, TableFacts> facts) {
    return ListedSource.of(schema, facts.values().stream().map(TableFacts::table).toList());
  }

  /// The schema that each sort of database has from the start; MySQL and MongoDB call it like the
  /// database, Oracle like the user.
  private static String mainSchema(SourceSpec spec) {
    var service = spec.service();
    var database = spec.database().isEmpty() ? "app" : spec.database();
    if (service.contains("sql_server")
        || service.contains("azure_sql")
        || service.contains("sqlserver")) {
      return "dbo";
    }
    if (service.contains("oracle") || service.startsWith("db2") || service.contains("sap")) {
      return "APP";
    }
    if (service.startsWith("snowflake")) {
      return "PUBLIC";
    }
    var calledByDatabase =
        List.of("mysql", "maria", "magento", "mongo", "documentdb", "cosmos", "bigquery").stream()
            .anyMatch(service::contains);
    return calledByDatabase || service.equals("aurora")
        ? database.toLowerCase(Locale.ROOT)
        : "public";
  }
}
