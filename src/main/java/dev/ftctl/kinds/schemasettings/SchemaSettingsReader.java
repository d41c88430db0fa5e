package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.List;

/// One call for each connection whose settings somebody asks for.
final class SchemaSettingsReader implements KindReader {

  private final SchemasApi api;

  SchemaSettingsReader(SchemasApi api) {
    this.api = api;
  }

  /// A part is read with its owner.
  @Override
  public List<Live> list() {
    return List.of();
  }

  @Override
  public Live details(Live light, Interest interest) {
    String id = light.id().value();
    return light.withFields(
        switch (interest) {
          case Interest.Named named -> read(api, id, Settings.of(named.wanted()));
          case Interest.Whole whole -> whole(api, id);
          case Interest.Deviations deviations -> deviations(id, deviations.policy());
        });
  }

  /// The configuration with what a document names, empty while there is none.
  static Value.Mapping read(SchemasApi api, String connectionId, Settings settings) {
    Value.Mapping whole = whole(api, connectionId);
    return whole.entries().isEmpty()
        ? whole
        : new MissingColumns(api, connectionId).filledIn(whole, settings);
  }

  private Value.Mapping deviations(String connectionId, String policy) {
    Value.Mapping whole = whole(api, connectionId);
    String ruling = policy.isEmpty() ? whole.text(Settings.POLICY) : policy;
    return whole.entries().isEmpty()
        ? whole
        : new PolicyDeviations(ChangePolicy.named(ruling).orElse(ChangePolicy.ALLOW_ALL)).of(whole);
  }

  /// Before the first reload, sync or pre-creation the API answers 404 `NotFound_SchemaConfig`
  /// (fivetran-quirks 2.5).
  private static Value.Mapping whole(SchemasApi api, String connectionId) {
    try {
      return api.read(connectionId);
    } catch (ApiException refused) {
      if (refused.failure().isNotFound()
          && refused.failure().code().equals("NotFound_SchemaConfig")) {
        return Value.Mapping.EMPTY;
      }
      throw refused;
    }
  }
}
