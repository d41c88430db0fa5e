package dev.ftctl.kinds.destination;

import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;

/// Reads destinations. The list has no `config` (fivetran-quirks 2.3), so those that somebody is
/// interested in are read one by one.
record DestinationReader(AccountCollection destinations) implements KindReader {

  /// What the first representation of the API calls fields of a `config`, with the names of today
  /// (fivetran-quirks Q11).
  private static final Map<String, String> FORMER_NAMES =
      Map.of("location", "data_set_location", "connection_method", "connection_type");

  @Override
  public List<Live> list() {
    return destinations.all().stream().map(DestinationReader::live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light.withFields(renamed(destinations.details(light.id().value())));
  }

  private static Live live(Value.Mapping destination) {
    String id = destination.text("id");
    return new Live("destination", new RemoteId(id), id, id, destination, true);
  }

  private static Value.Mapping renamed(Value.Mapping destination) {
    Value.Mapping config = destination.mapping(DestinationFields.CONFIG);
    for (var name : FORMER_NAMES.entrySet()) {
      Value is = config.get(name.getKey());
      if (!is.isBlank() && config.get(name.getValue()).isBlank()) {
        config = config.with(name.getValue(), is);
      }
    }
    return destination.get(DestinationFields.CONFIG).isBlank()
        ? destination
        : destination.with(DestinationFields.CONFIG, config);
  }
}
