package dev.ftctl.kinds.connector;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.hoisted;
import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.oneOfNumbers;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.kind.table.CatalogTables;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.kind.table.Spelling;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a connector may say (fivetran-quirks 2.4.2); `config`, `auth` and what names it follow from
/// its service.
final class ConnectorTable {

  /// What tells most of a connection at a glance.
  static final List<String> OVERVIEW =
      List.of(
          "service",
          "status.setup_state",
          "status.sync_state",
          "paused",
          "sync_frequency",
          "succeeded_at");

  static final String CONFIG = "config";
  static final String SERVICE = "service";

  private static final String PACKAGE = "package_id";
  private static final String SDK_PACKAGE = "sdk-package";

  /// Services that got another name, under which their connections answer (fivetran-quirks Q10).
  private static final Map<String, String> RENAMED = Map.of("adwords", "google_ads");

  private static final FieldTable FIELDS =
      FieldTable.of(
              text("id").local(),
              text(SERVICE).required().immutable().notClearable().names(),
              ref("group", "group_id", "group").required().identity(),
              set("groups").local(),
              DestinationSchema.field(Optional.empty()),
              bool("paused"),
              bool("pause_after_trial"),
              oneOfNumbers("sync_frequency", 1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440),
              text("daily_sync_time"),
              oneOf("schedule_type", "auto", "manual"),
              nested(
                  "schedule",
                  oneOf("schedule_type", "INTERVAL", "TIME_OF_DAY", "CRON", "MANUAL"),
                  integer("interval"),
                  text("time_of_day"),
                  set(
                      "days_of_week",
                      "MONDAY",
                      "TUESDAY",
                      "WEDNESDAY",
                      "THURSDAY",
                      "FRIDAY",
                      "SATURDAY",
                      "SUNDAY"),
                  text("cron")),
              oneOf("data_delay_sensitivity", "LOW", "NORMAL", "HIGH", "CUSTOM", "SYNC_FREQUENCY"),
              integer("data_delay_threshold"),
              oneOf("networking_method", "Directly", "PrivateLink", "SshTunnel", "ProxyAgent"),
              Attachment.PROXY_AGENT.field(),
              Attachment.PRIVATE_LINK.field(),
              Attachment.HYBRID_AGENT.field(),
              nested("destination_configuration", text("virtual_warehouse")),
              oneOf(SchemaNames.FIELD, "FIVETRAN_NAMING", "SOURCE_NAMING").immutable(),
              Attachment.SECRETS_MANAGER.field(),
              Field.of("external_secrets_keys_config", new Shape.Free()),
              nested(
                      "connect_card_config",
                      text("redirect_uri").required(),
                      bool("hide_setup_guide"),
                      bool("all_fields"))
                  .createOnly(),
              bool("trust_certificates").local(),
              bool("trust_fingerprints").local(),
              TrustedKeys.field(),
              Field.of(CONFIG, new Shape.Free()),
              Field.of("auth", new Shape.Free()).writeOnly(),
              hoisted("schema_settings", "schema-settings"),
              hoisted("sdk_package", SDK_PACKAGE))
          .fansOutBy("groups")
          .dropping(
              Map.of(
                  "run_setup_tests",
                  "ftctl runs setup tests by itself (--run-setup-tests); take it out",
                  "connector_id",
                  "ftctl finds connections by group and schema name; take it out"))
          .ownedBy("spec of Connector");

  /// What the metadata of a service tells of.
  private static final Set<String> TYPED = Set.of(SERVICE, CONFIG, "auth");

  private final Catalog catalog;
  private final Shape.OneOf services;
  private final FieldTable fields;

  /// What each service that was said means: a project says a few, each for many documents.
  private final Map<String, String> meant = new ConcurrentHashMap<>();

  /// By service: made once for many documents.
  private final Map<String, FieldTable> tables = new ConcurrentHashMap<>();

  ConnectorTable(Catalog catalog) {
    this.catalog = catalog;
    this.services =
        new Shape.OneOf(
            List.copyOf(catalog.connectionServices()), true, RENAMED, catalog.formerServices());
    this.fields =
        FIELDS.with(Field.of(SERVICE, services).required().immutable().notClearable().names());
  }

  /// Also for a service whose name is spelt otherwise, or by an older one.
  Optional<ServiceFacts> facts(Value.Mapping spec) {
    return catalog.connection(spec.text(SERVICE)).or(() -> catalog.connection(service(spec)));
  }

  /// The name of the connection that a resource means; empty while a key that it needs is missing.
  Optional<String> schemaName(Resource wanted) {
    return Naming.schemaName(facts(wanted.spec()), wanted.spec().mapping(CONFIG));
  }

  /// The service that the spec means, in the API's spelling; one that the catalogue lacks as
  /// written.
  String service(Value.Mapping spec) {
    return meant.computeIfAbsent(spec.text(SERVICE), this::meant);
  }

  private String meant(String said) {
    Spelling spelling = services.spelling();
    return spelling.known(said).or(() -> spelling.aliased(said)).orElse(said);
  }

  /// Whether the metadata of a service tells of a field.
  boolean tellsOf(FieldPath path) {
    return TYPED.contains(path.segments().getFirst());
  }

  /// The table for the service that the spec names; for a service that the catalogue does not know,
  /// `config` may hold anything.
  FieldTable of(Value.Mapping spec) {
    return facts(spec)
        .map(facts -> tables.computeIfAbsent(facts.service(), service -> table(facts)))
        .orElse(fields);
  }

  private FieldTable table(ServiceFacts facts) {
    return fields
        .with(DestinationSchema.field(Optional.of(facts)))
        .with(Field.of(CONFIG, new Shape.Nested(config(facts))))
        .with(Field.of("auth", new Shape.Nested(CatalogTables.auth(facts))).writeOnly());
  }

  /// Code that connections run is a thing of its own.
  private static FieldTable config(ServiceFacts facts) {
    FieldTable config = CatalogTables.config(facts);
    return config.field(PACKAGE).isPresent()
        ? config.with(Field.instances(PACKAGE, PACKAGE, SDK_PACKAGE))
        : config;
  }

  java.util.NavigableSet<String> services() {
    return catalog.connectionServices();
  }

  /// Those that look secrets up in a secrets manager.
  List<String> servicesWithExternalSecrets() {
    return catalog.connectionServices().stream()
        .filter(service ->
            catalog.connection(service).filter(ServiceFacts::externalSecrets).isPresent())
        .toList();
  }
}
