package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.source.SourceCatalog;
import dev.ftctl.sandbox.source.SourceSpec;
import dev.ftctl.sandbox.store.AccountData;
import java.util.Optional;

/// Where the schema settings of an account's connections are kept, and the sources behind them.
///
/// `sources` may hold overrides for a source (see [SourceSpec]), by the connection's id or name.
public record SchemaConfigs(AccountData account) {
  private static final String COLLECTION = "schema_configs";
  private static final String SOURCES = "sources";

  /// The settings of a connection as a copy to work on; empty before its first reload, sync or
  /// pre-creation.
  Optional<SchemaConfig> find(ObjectNode connection) {
    return account.find(COLLECTION, id(connection)).map(stored -> of(stored.deepCopy()));
  }

  /// Settings of which nothing is known and nothing wanted yet.
  SchemaConfig fresh(ObjectNode connection) {
    var policy = isSap(connection) ? SchemaPolicy.ALLOW_COLUMNS : SchemaPolicy.ALLOW_ALL;
    var document = JsonNodeFactory.instance.objectNode();
    document.put("captured", false).put("schema_change_handling", policy.name());
    document.putObject("schemas");
    var config = of(document);
    config.changePolicy(policy);
    return config;
  }

  void save(ObjectNode connection, SchemaConfig config) {
    account.put(COLLECTION, id(connection), config.document());
  }

  /// Looks at the connection's source as it is now.
  SchemaCapture capture(ObjectNode connection) {
    var spec = spec(connection);
    return new SchemaCapture(spec, sources().source(spec), hasModes(connection));
  }

  boolean hasModes(ObjectNode connection) {
    return sources().isDatabase(connection.path("service").asText());
  }

  boolean resyncsTables(ObjectNode connection) {
    return sources().resyncsTables(connection.path("service").asText());
  }

  /// SAP sources have a fixed policy and refuse another (fivetran-quirks Q56).
  static boolean isSap(ObjectNode connection) {
    return connection.path("service").asText().contains("sap");
  }

  /// Drops what is kept of a connection that was deleted.
  public static void forget(AccountData account, String connectionId) {
    account.remove(COLLECTION, connectionId);
  }

  private SchemaConfig of(ObjectNode document) {
    var source =
        document.path("captured").asBoolean()
            ? sources().source(SourceSpec.fromJson(document.path("source")))
            : new DeclaredSource(document.path("schemas"));
    return new SchemaConfig(document, source);
  }

  private SourceSpec spec(ObjectNode connection) {
    var overrides =
        account
            .find(SOURCES, id(connection))
            .or(() -> account.find(SOURCES, connection.path("schema").asText()))
            .orElseGet(JsonNodeFactory.instance::objectNode);
    return SourceSpec.of(connection, overrides);
  }

  private SourceCatalog sources() {
    return new SourceCatalog(account.catalog());
  }

  private static String id(ObjectNode connection) {
    return connection.path("id").asText();
  }
}
