package dev.ftctl.kind.table;

import dev.ftctl.catalog.ServiceFacts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A kind's fields together with those that the `config` of a service has, made once for each
/// service: many documents ask many times.
public final class ServiceTables {

  private static final String CONFIG = "config";

  private final FieldTable common;
  private final Map<String, FieldTable> tables = new ConcurrentHashMap<>();

  public ServiceTables(FieldTable common) {
    this.common = common;
  }

  /// @param facts none of a service that the catalogue lacks, in whose `config` anything may stand
  public FieldTable of(Optional<ServiceFacts> facts) {
    return facts
        .map(known -> tables.computeIfAbsent(known.service(), service -> with(known)))
        .orElse(common);
  }

  private FieldTable with(ServiceFacts facts) {
    return common.with(Field.of(CONFIG, new Shape.Nested(CatalogTables.config(facts))));
  }
}
