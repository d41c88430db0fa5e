package dev.ftctl.kinds.destination;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Reads destinations. The list has no `config` (fivetran-quirks 2.3), so those that somebody is
/// interested in are read one by one.
record DestinationReader(DestinationsApi api) implements KindReader {

  @Override
  public List<Live> list() {
    return Pages.all(api::list).stream().map(DestinationReader::live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light.withFields(renamed(api.details(light.id().value())));
  }

  private static Live live(Value.Mapping destination) {
    String id = destination.text("id");
    return new Live("destination", new RemoteId(id), id, id, destination, true);
  }

  /// The first representation of the API answers BigQuery's `data_set_location` as `location`
  /// (fivetran-quirks Q11).
  private static Value.Mapping renamed(Value.Mapping destination) {
    Value.Mapping config = destination.mapping(DestinationFields.CONFIG);
    return config.get("location").isBlank() || !config.get("data_set_location").isBlank()
        ? destination
        : destination.with(
            DestinationFields.CONFIG, config.with("data_set_location", config.get("location")));
  }
}
