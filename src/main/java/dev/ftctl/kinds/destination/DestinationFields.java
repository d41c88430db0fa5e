package dev.ftctl.kinds.destination;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.ref;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.Regions;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ServiceTables;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// The fields of a destination (fivetran-quirks 2.3); what stands in `config` depends on the
/// service.
final class DestinationFields {

  static final String CONFIG = "config";

  private static final String[] TIME_ZONE_OFFSETS =
      "-11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1 0 +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12".split(" ", -1);

  private final Catalog catalog;
  private final Shape.OneOf services;
  private final ServiceTables tables;

  DestinationFields(Catalog catalog) {
    this.catalog = catalog;
    this.services = new Shape.OneOf(List.copyOf(catalog.destinationServices()), true);
    this.tables = new ServiceTables(common(services));
  }

  SortedSet<String> services() {
    return catalog.destinationServices();
  }

  /// Those that look secrets up in a secrets manager.
  List<String> servicesWithExternalSecrets() {
    return catalog.destinationServices().stream()
        .filter(service ->
            catalog.destination(service).filter(ServiceFacts::externalSecrets).isPresent())
        .toList();
  }

  Optional<ServiceFacts> facts(Value.Mapping spec) {
    return catalog.destination(spec.text("service"));
  }

  boolean hasTunnel(String service) {
    return catalog
        .destination(service)
        .filter(facts -> facts.config().containsKey("tunnel_host"))
        .isPresent();
  }

  FieldTable of(String service) {
    return tables.of(
        catalog
            .destination(service)
            .or(() -> services.spelling().known(service).flatMap(catalog::destination)));
  }

  private static FieldTable common(Shape.OneOf services) {
    return FieldTable.of(
            ref("group", "group_id", "group").required().identity().immutable(),
            Field.of("service", services).required().notClearable().immutable().names(),
            Field.of("region", new Shape.OneOf(Regions.usual(), true)).notClearable(),
            oneOf("time_zone_offset", TIME_ZONE_OFFSETS),
            bool("daylight_saving_time_enabled"),
            oneOf("networking_method", "Directly", "PrivateLink", "SshTunnel", "ProxyAgent"),
            Attachment.HYBRID_AGENT.field(),
            Attachment.PRIVATE_LINK.field(),
            Attachment.PROXY_AGENT.field(),
            Attachment.SECRETS_MANAGER.field(),
            Field.of("external_secrets_keys_config", new Shape.Free()),
            bool("trust_certificates").local(),
            bool("trust_fingerprints").local(),
            TrustedKeys.field(),
            Field.of(CONFIG, new Shape.Free()))
        .dropping(
            Map.of(
                "run_setup_tests",
                "ftctl runs setup tests by itself (--run-setup-tests); take it out"))
        .ownedBy("spec of Destination");
  }
}
