package dev.ftctl.catalog;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// What is known of one service: of connections, destinations, logs or private links.
///
/// @param service the API's name of the service, such as `google_ads`
/// @param naming which config keys name a connection; NONE for all others
/// @param namingAlternatives keys that the service takes as naming besides those of its family:
///   `table`, where it may stand for `table_group_name` or follow a schema
/// @param config the members of `config`, naming keys left out, sorted by name
/// @param auth the members of `auth`, every one of them secret and login; empty for a service
///   without
/// @param externalSecrets whether `external_secrets_keys_config` is taken
/// @param immutableConfig names in `config` that can't change after creation
/// @param requiredConfig names in `config` without which nothing is created; of connections and
///   destinations the API document says of none
public record ServiceFacts(
    String service,
    NamingFamily naming,
    List<String> namingAlternatives,
    SequencedMap<String, FieldFacts> config,
    SequencedMap<String, FieldFacts> auth,
    boolean externalSecrets,
    Set<String> immutableConfig,
    Set<String> requiredConfig) {

  public ServiceFacts {
    namingAlternatives = List.copyOf(namingAlternatives);
    config = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(config));
    auth = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(auth));
    immutableConfig = Collections.unmodifiableSet(new LinkedHashSet<>(immutableConfig));
    requiredConfig = Collections.unmodifiableSet(new LinkedHashSet<>(requiredConfig));
  }

  /// The field at a path inside `config`; the fields of list items lie directly below the list's
  /// name, as in `[files, table_name]`. Empty when the path is unknown, and for naming keys.
  public Optional<FieldFacts> field(List<String> path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    var found = Optional.ofNullable(config.get(path.getFirst()));
    for (String name : path.subList(1, path.size())) {
      found = found.map(field -> field.fields().get(name));
    }
    return found;
  }

  /// Every config key that the API consumes as naming for this service when it creates a
  /// connection; none of them is in [#config()] or in the API's answers.
  public Set<String> namingKeys() {
    var keys = new LinkedHashSet<>(naming.keys());
    keys.addAll(namingAlternatives);
    return Collections.unmodifiableSet(keys);
  }

  /// The connection's name, the API's root `schema`, made of the naming keys; empty while a key
  /// that the name needs is missing, and for destinations.
  ///
  /// @param config looks a text up in the connection's config by its key
  public Optional<String> schemaName(Function<String, Optional<String>> config) {
    var usual = join(naming.keys(), config);
    if (namingAlternatives.isEmpty()) {
      return usual;
    }
    var keys = new ArrayList<>(List.of("schema"));
    keys.addAll(namingAlternatives);
    var other = join(keys, config);
    // A table refines a name of schema alone, but only stands in for a table group.
    return naming == NamingFamily.SCHEMA ? other.or(() -> usual) : usual.or(() -> other);
  }

  private static Optional<String> join(
      List<String> keys, Function<String, Optional<String>> config) {
    var parts =
        keys.stream()
            .map(config)
            .flatMap(Optional::stream)
            .filter(part -> !part.isEmpty())
            .toList();
    return keys.isEmpty() || parts.size() < keys.size()
        ? Optional.empty()
        : Optional.of(parts.stream().collect(joining(".")));
  }
}
