package dev.ftctl.cli.api;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the catalogue says of `config` and `auth` of a connection or a destination. A change of one
/// does not tell its service: then all services are asked, and a type counts where they agree.
///
/// @param service as the body says; empty when it does not
record ConfigFields(Catalog catalog, boolean isDestination, String service) {

  private static final Set<String> NAMING =
      Set.of("schema", "schema_prefix", "table", "table_group_name");

  /// @param way from `config` or `auth` on
  Optional<Declared> type(List<String> way) {
    if (way.size() == 2 && way.getFirst().equals("config") && NAMING.contains(way.getLast())) {
      return Optional.of(Declared.STRING);
    }
    List<Optional<Declared>> types =
        facts(way).stream().map(field -> Declared.of(field.type())).distinct().toList();
    return types.size() == 1 ? types.getFirst() : Optional.empty();
  }

  /// Whether most services that have the field keep it secret. Of `auth` everything is.
  boolean isSecret(List<String> way) {
    if (way.getFirst().equals("auth")) {
      return true;
    }
    List<FieldFacts> facts = facts(way);
    long secret = facts.stream().filter(FieldFacts::secret).count();
    return secret * 2 >= facts.size() && secret > 0;
  }

  private List<FieldFacts> facts(List<String> way) {
    if (way.size() < 2) {
      return List.of();
    }
    var facts = new ArrayList<FieldFacts>();
    List<String> names = way.subList(1, way.size());
    for (ServiceFacts each : services()) {
      if (way.getFirst().equals("config")) {
        each.field(names).ifPresent(facts::add);
      } else if (names.size() == 1) {
        Optional.ofNullable(each.auth().get(names.getFirst())).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private List<ServiceFacts> services() {
    if (!service.isEmpty()) {
      return facts(service).stream().toList();
    }
    Set<String> names =
        isDestination ? catalog.destinationServices() : catalog.connectionServices();
    return names.stream().flatMap(name -> facts(name).stream()).toList();
  }

  private Optional<ServiceFacts> facts(String name) {
    return isDestination ? catalog.destination(name) : catalog.connection(name);
  }
}
