package dev.ftctl.kinds.logs;

import static dev.ftctl.kind.table.Field.bool;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ServiceTables;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// The fields of a log service (fivetran-quirks 2.11); what stands in `config` depends on the
/// service.
final class LogFields {

  static final String CONFIG = "config";

  private final Catalog catalog;
  private final Shape.OneOf services;
  private final ServiceTables tables;

  /// @param owner as messages name it: `spec of ExternalLog`
  /// @param place the fields that say whose it is
  LogFields(Catalog catalog, String owner, Field... place) {
    this.catalog = catalog;
    this.services = new Shape.OneOf(List.copyOf(catalog.logServices()), true);
    var fields = new ArrayList<>(List.of(place));
    fields.add(Field.of("service", services).required().notClearable().immutable().names());
    fields.add(bool("enabled").notClearable());
    fields.add(Field.of(CONFIG, new Shape.Free()));
    this.tables =
        new ServiceTables(
            FieldTable.of(fields)
                .dropping(
                    Map.of(
                        "run_setup_tests",
                        "ftctl runs setup tests by itself (--run-setup-tests); take it out"))
                .ownedBy(owner));
  }

  SortedSet<String> services() {
    return catalog.logServices();
  }

  Optional<ServiceFacts> facts(Value.Mapping spec) {
    return catalog.log(spec.text("service"));
  }

  FieldTable of(String service) {
    return tables.of(
        catalog.log(service).or(() -> services.spelling().known(service).flatMap(catalog::log)));
  }
}
