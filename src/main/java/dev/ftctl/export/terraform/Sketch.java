package dev.ftctl.export.terraform;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Group;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One object, as instances of several resources tell of it.
final class Sketch {

  static final String CONNECTOR = "connector";
  static final String SETTINGS = "schema-settings";

  private final String slug;
  private final String id;

  /// As the API would answer them.
  final Map<String, Value> fields = new LinkedHashMap<>();

  /// What steers ftctl and is nothing that the account has.
  final Map<String, Value> local = new LinkedHashMap<>();

  /// Fields that are left to others after the creation.
  final Set<String> initial = new LinkedHashSet<>();

  /// Whether no resource says that it is to be there: only parts of it are managed.
  boolean isExisting;

  Sketch(String slug, String id) {
    this.slug = slug;
    this.id = id;
  }

  String slug() {
    return slug;
  }

  String id() {
    return id;
  }

  String key() {
    return slug + "/" + id;
  }

  String text(String field) {
    return fields.getOrDefault(field, Value.ABSENT).asText();
  }

  /// Takes attributes that say something.
  void take(Instance instance, String... attributes) {
    for (String attribute : attributes) {
      take(attribute, instance.values().get(attribute));
    }
  }

  void take(String field, Value value) {
    if (!value.isBlank()) {
      fields.put(field, value);
    }
  }

  /// Adds to a mapping, such as that of members and roles.
  void add(String block, String key, Value value) {
    Value.Mapping now =
        fields.get(block) instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
    fields.put(block, now.with(key, value));
  }

  Live live() {
    String name = label();
    String identity =
        switch (slug) {
          case CONNECTOR -> text("group_id") + "/" + text("schema");
          case "user" ->
              text("email").isEmpty()
                  ? "service account " + name
                  : name.strip().toLowerCase(Locale.ROOT);
          case "webhook" -> text("group_id") + " " + url();
          case SETTINGS, "destination" -> id;
          case "hybrid-agent" -> text("group_id") + " " + name;
          case "transformation-project" -> project();
          case "transformation" -> transformation();
          case Packages.SLUG -> Packages.identity(this);
          default -> name;
        };
    return new Live(slug, new RemoteId(id), identity, name, Value.Mapping.of(fields), true);
  }

  private String label() {
    return switch (slug) {
      case CONNECTOR, SETTINGS -> text("schema");
      case "user" ->
          text("email").isEmpty()
              ? (text("given_name") + " " + text("family_name")).strip()
              : text("email");
      case "webhook" -> host() + "~" + id;
      case Group.SLUG, "team" -> text("name");
      case "account-log" -> "account";
      case "private-link" -> text("name");
      case "proxy-agent", "hybrid-agent" -> text("display_name");
      case "transformation" -> {
        Value.Mapping config = block("transformation_config");
        String name = isDbt() ? config.text("name") : config.text("package_name");
        yield name.isEmpty() ? id : name;
      }
      default -> id;
    };
  }

  private Value.Mapping block(String name) {
    return fields.get(name) instanceof Value.Mapping block ? block : Value.Mapping.EMPTY;
  }

  private boolean isDbt() {
    return text("type").equals("DBT_CORE");
  }

  private String project() {
    Value.Mapping config = block("project_config");
    return text("group_id")
        + " "
        + config.text("git_remote_url").strip()
        + " "
        + config.text("folder_path").strip();
  }

  private String transformation() {
    Value.Mapping config = block("transformation_config");
    return isDbt()
        ? "DBT_CORE " + config.text("project_id") + " " + config.text("name")
        : "QUICKSTART "
            + config.text("package_name")
            + " "
            + Shape.elements(config.get("connection_ids")).stream()
                .map(Value::asText)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
  }

  /// A state may mark it as sensitive.
  private String url() {
    return fields.getOrDefault("url", Value.ABSENT) instanceof Value.Secret secret
        ? secret.source().reveal().orElse("")
        : text("url");
  }

  private String host() {
    try {
      String host = URI.create(url()).getHost();
      return host == null ? "webhook" : host;
    } catch (IllegalArgumentException malformed) {
      return "webhook";
    }
  }
}
