package dev.ftctl.kinds.connector;

import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;

/// One list of all connections of the account, and one details call for each that somebody is
/// interested in: lists lack `config` (fivetran-quirks 2.4.2).
final class ConnectorReader implements KindReader {

  /// Connections that Fivetran makes itself.
  private static final String PLATFORM = "fivetran_metadata";

  private static final String SCHEDULE_TYPE = "schedule_type";

  private final AccountCollection connections;

  ConnectorReader(AccountCollection connections) {
    this.connections = connections;
  }

  @Override
  public List<Live> list() {
    return connections.all().stream().map(ConnectorReader::live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light.withFields(scheduled(connections.details(light.id().value())));
  }

  /// Answers were seen that leave the type of the schedule out, which is `auto` then
  /// (fivetran-quirks 2.4.5).
  private static Value.Mapping scheduled(Value.Mapping fields) {
    return fields.get(SCHEDULE_TYPE).isBlank() && fields.get("schedule").isBlank()
        ? fields.with(SCHEDULE_TYPE, Value.text("auto"))
        : fields;
  }

  static Live live(Value.Mapping fields) {
    String identity = identity(fields.text("group_id"), fields.text("schema"));
    boolean ours =
        !fields.text("service").startsWith(PLATFORM) && !fields.text("schema").startsWith(PLATFORM);
    return new Live(
        "connector",
        new RemoteId(fields.text("id")),
        identity,
        fields.text("schema"),
        fields,
        ours);
  }

  static String identity(String groupId, String schema) {
    return groupId + "/" + schema;
  }
}
