package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.ApiException;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;

/// One call for each connection whose settings a manifest describes.
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
  public Live details(Live light, Resource wanted) {
    return light.withFields(read(api, light.id().value(), Settings.of(wanted)));
  }

  /// The configuration, empty while there is none: before the first reload, sync or pre-creation
  /// the API answers 404 `NotFound_SchemaConfig` (fivetran-quirks 2.5).
  static Value.Mapping read(SchemasApi api, String connectionId, Settings settings) {
    try {
      return new MissingColumns(api, connectionId).filledIn(api.read(connectionId), settings);
    } catch (ApiException refused) {
      if (refused.failure().isNotFound()
          && refused.failure().code().equals("NotFound_SchemaConfig")) {
        return Value.Mapping.EMPTY;
      }
      throw refused;
    }
  }
}
