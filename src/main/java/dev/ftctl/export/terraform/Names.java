package dev.ftctl.export.terraform;

import dev.ftctl.model.Live;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What objects are known by, of which a state names the ids: from its resources, its data sources
/// and, where somebody asked, the account.
public final class Names {

  /// Data sources that list objects, with the attribute that they are in.
  private static final Map<String, String> LISTS =
      Map.of(
          "fivetran_groups", "groups",
          "fivetran_users", "users",
          "fivetran_teams", "teams",
          "fivetran_connections", "connections",
          "fivetran_connectors", "connectors",
          "fivetran_group_connections", "connections",
          "fivetran_group_connectors", "connectors",
          "fivetran_group_users", "users");

  /// What each kind has to be known by.
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "group", List.of("name"),
          "user", List.of("email"),
          "team", List.of("name"),
          "connector", List.of("schema", "group_id", "service"));

  private final Map<String, Map<String, Value.Mapping>> bySlug = new TreeMap<>();

  /// The names that files tell.
  public static Names of(List<Instance> managed, List<Instance> read) {
    var names = new Names();
    for (Instance instance : managed) {
      names.put(instance.type(), instance);
      if (instance.type().equals("fivetran_group_users")) {
        names.put("fivetran_users", instance.values().get("user"));
      }
    }
    for (Instance instance : read) {
      names.put(instance.type(), instance);
      String list = LISTS.getOrDefault(instance.type(), "");
      if (!list.isEmpty()) {
        names.put(
            instance.type().replace("group_users", "users").replace("group_connect", "connect"),
            instance.values().get(list));
      }
    }
    return names;
  }

  /// The names of what the account has.
  public void put(Live live) {
    put(live.kind(), live.id().value(), live.fields());
  }

  Optional<Value.Mapping> of(String slug, String id) {
    return Optional.ofNullable(bySlug.getOrDefault(slug, Map.of()).get(id));
  }

  Map<String, Map<String, Value.Mapping>> all() {
    return bySlug;
  }

  private void put(String type, Value list) {
    StateFile.mappings(list)
        .forEach(item -> put(slug(type.substring(0, type.length() - 1)), item.text("id"), item));
  }

  private void put(String type, Instance instance) {
    String slug = slug(type);
    Value.Mapping fields =
        slug.equals("connector")
            ? instance.values().with("schema", Value.text(Connections.schema(instance)))
            : instance.values();
    put(slug, instance.values().text("id"), fields);
  }

  /// Only of what can be named.
  private void put(String slug, String id, Value.Mapping fields) {
    List<String> needed = NEEDED.getOrDefault(slug, List.of());
    boolean isNamed =
        !needed.isEmpty() && needed.stream().noneMatch(name -> fields.text(name).isEmpty());
    if (isNamed && !id.isEmpty()) {
      bySlug.computeIfAbsent(slug, any -> new LinkedHashMap<>()).putIfAbsent(id, fields);
    }
  }

  private static String slug(String type) {
    return switch (type) {
      case "fivetran_group" -> "group";
      case "fivetran_user" -> "user";
      case "fivetran_team" -> "team";
      case "fivetran_connector", "fivetran_connection", "fivetran_connection_v2" -> "connector";
      default -> type.startsWith(Instance.PROVIDER) ? "" : type;
    };
  }
}
