package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One call for each connection whose settings somebody asks for.
final class SchemaSettingsReader implements KindReader, KindReader.Lookups {

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
          case Interest.Named named -> whole(api, id);
          case Interest.Whole whole -> whole(api, id);
          case Interest.Landed landed -> there(() -> api.readWithNames(id));
          case Interest.Deviations deviations -> deviations(id, deviations.policy());
        });
  }

  @Override
  public Optional<Lookups> lookups() {
    return Optional.of(this);
  }

  @Override
  public int needed(Live live, Resource wanted) {
    return SourceColumns.needed(live.fields(), Settings.of(wanted)).size();
  }

  @Override
  public Live made(Live live, Resource wanted, int most) {
    var columns = new SourceColumns(api, live.id().value(), most);
    return live.withFields(columns.filledIn(live.fields(), Settings.of(wanted)));
  }

  /// The configuration with what a document speaks of, empty while there is none.
  ///
  /// @param columns asks the source, where that is needed
  static Value.Mapping read(
      SchemasApi api, String connectionId, Settings settings, SourceColumns columns) {
    return columns.filledIn(whole(api, connectionId), settings);
  }

  private Value.Mapping deviations(String connectionId, String policy) {
    Value.Mapping whole = whole(api, connectionId);
    String ruling = policy.isEmpty() ? whole.text(Settings.POLICY) : policy;
    return whole.entries().isEmpty()
        ? whole
        : new PolicyDeviations(ChangePolicy.named(ruling).orElse(ChangePolicy.ALLOW_ALL)).of(whole);
  }

  private static Value.Mapping whole(SchemasApi api, String connectionId) {
    return there(() -> api.read(connectionId));
  }

  /// Before the first reload, sync or pre-creation the API answers 404 `NotFound_SchemaConfig`
  /// (fivetran-quirks 2.5).
  private static Value.Mapping there(Supplier<Value.Mapping> read) {
    try {
      return read.get();
    } catch (ApiException refused) {
      if (refused.failure().isNotFound()
          && refused.failure().code().equals("NotFound_SchemaConfig")) {
        return Value.Mapping.EMPTY;
      }
      throw refused;
    }
  }
}
