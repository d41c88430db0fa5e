package dev.ftctl.kinds.connector;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a connection of the account seems to be the one that a document would create a second
/// time: the same service with the same schema name in another group, or reading from the same
/// source in the same group. A document that was given another group or schema name does that.
record Lookalike(Resource wanted, Live other) {

  /// What says where a service reads from: the first of these of which both hold the first member.
  private static final List<List<String>> SOURCES =
      List.of(
          List.of("host", "database"),
          List.of("bucket", "prefix", "pattern"),
          List.of("container_name", "prefix", "pattern"),
          List.of("sheet_id", "named_range"),
          List.of("folder_id", "pattern"));

  /// Whether its details have to be read to know.
  boolean isPossible(Ids ids) {
    return isOfService() && isInGroup(ids);
  }

  /// @param schemaName of the wanted connection; asked only where it matters
  boolean isLikely(Ids ids, Supplier<Optional<String>> schemaName) {
    if (!isOfService()) {
      return false;
    }
    return isInGroup(ids)
        ? readsTheSame()
        : schemaName.get().filter(other.fields().text("schema")::equals).isPresent();
  }

  private boolean isOfService() {
    return other.fields().text("service").equals(wanted.spec().text("service"));
  }

  private boolean isInGroup(Ids ids) {
    return ConnectorDefinition.group(wanted)
        .flatMap(ids::find)
        .map(RemoteId::value)
        .filter(other.fields().text("group_id")::equals)
        .isPresent();
  }

  private boolean readsTheSame() {
    Value.Mapping here = wanted.spec().mapping(ConnectorTable.CONFIG);
    Value.Mapping there = other.fields().mapping(ConnectorTable.CONFIG);
    return SOURCES.stream()
        .filter(keys -> isSaid(here, keys.getFirst()) && isSaid(there, keys.getFirst()))
        .findFirst()
        .filter(keys -> keys.stream().allMatch(key -> same(here.get(key), there.get(key))))
        .isPresent();
  }

  private static boolean isSaid(Value.Mapping config, String key) {
    return config.get(key) instanceof Value.Text text && !text.isBlank();
  }

  private static boolean same(Value here, Value there) {
    if (here instanceof Value.Text one && there instanceof Value.Text other) {
      return one.text().equalsIgnoreCase(other.text());
    }
    return here.isBlank() && there.isBlank();
  }
}
