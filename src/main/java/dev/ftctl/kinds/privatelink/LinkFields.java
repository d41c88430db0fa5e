package dev.ftctl.kinds.privatelink;

import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.Regions;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ServiceTables;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The fields of a private link; what stands in `config` depends on the service.
final class LinkFields {

  static final String NAME = "name";
  static final String SERVICE = "service";
  static final String REGION = "region";
  static final String CONFIG = "config";

  private static final Shape.OneOf REGIONS = new Shape.OneOf(Regions.usual(), true);

  private final Catalog catalog;
  private final Shape.OneOf services;
  private final ServiceTables tables;

  LinkFields(Catalog catalog) {
    this.catalog = catalog;
    this.services = new Shape.OneOf(List.copyOf(catalog.privateLinkServices()), true);
    this.tables =
        new ServiceTables(
            FieldTable.of(
                    text("id").local(),
                    text(NAME).required().identity().notClearable(),
                    Field.of(SERVICE, services).required().notClearable().immutable().names(),
                    Field.of(REGION, REGIONS).notClearable().immutable(),
                    Field.of(CONFIG, new Shape.Free()))
                .ownedBy("spec of PrivateLink"));
  }

  SortedSet<String> services() {
    return catalog.privateLinkServices();
  }

  FieldTable of(String service) {
    return tables.of(facts(service));
  }

  /// Whether two texts mean one service.
  boolean isSame(String one, String other) {
    return services.spelling().meaning(one).equals(services.spelling().meaning(other));
  }

  /// What is missing in a config that is said: it is sent whole, whatever of it changes.
  List<Problem> missing(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    if (!(spec.get(CONFIG) instanceof Value.Mapping config)) {
      return List.of();
    }
    String service = spec.text(SERVICE);
    return facts(service).stream()
        .flatMap(facts -> facts.requiredConfig().stream())
        .filter(name -> config.get(name).isBlank())
        .map(name ->
            Problem.error(
                spec.placeOf(CONFIG),
                "missing-field",
                wanted.address().toString(),
                "'" + name + "' is missing in config of service '" + service + "'",
                "add " + name + ": …"))
        .toList();
  }

  /// A region in another cloud than the one that the service is of, as both say in their names. The
  /// API document says of no region that a service lacks it, so it is a warning.
  Optional<Problem> elsewhere(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    Optional<String> cloud =
        services.spelling().known(spec.text(SERVICE)).map(it -> it.replaceFirst(".*_", ""));
    Optional<String> region = REGIONS.spelling().known(spec.text(REGION));
    return cloud
        .filter(name -> region.isPresent() && !region.get().startsWith(name + "_"))
        .map(name ->
            Problem.warning(
                spec.placeOf(REGION),
                "link-region",
                wanted.address().toString(),
                "region " + region.get() + " is not in " + name + ", which the service is of",
                "Fivetran may refuse it; regions there: "
                    + Near.list(
                        Regions.usual().stream()
                            .filter(it -> it.startsWith(name + "_"))
                            .toList())));
  }

  private Optional<ServiceFacts> facts(String service) {
    return catalog
        .privateLink(service)
        .or(() -> services.spelling().known(service).flatMap(catalog::privateLink));
  }
}
