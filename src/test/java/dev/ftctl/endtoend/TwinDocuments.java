package dev.ftctl.endtoend;

import java.util.List;

/// Documents of which two may be one object.
final class TwinDocuments {

  private TwinDocuments() {}

  static String document(String kind, String name, String spec) {
    return "kind: %s\nmetadata: {name: %s}\nspec: {%s}\n".formatted(kind, name, spec);
  }

  static String robot(String name) {
    return document("User", name, "user_type: SERVICE_ACCOUNT, given_name: C, family_name: I");
  }

  static List<String> rows(String kind, String spec, String entries) {
    return List.of(
        "kind: %s\nfor_each: %s\nmetadata: {name: \"n_${each.key}\"}\nspec: {%s}\n"
            .formatted(kind, entries, spec));
  }

  static String destination(String name, String group) {
    return document(
        "Destination",
        name,
        "group: "
            + group
            + ", service: snowflake, region: GCP_US_EAST4, time_zone_offset: \"0\", config: {host:"
            + " a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L,"
            + " password: \"${env:KEY:-harmless-1}\"}");
  }

  static String vault(String name, String said) {
    return document(
        "SecretsManager",
        name,
        said
            + "type: HASHICORP_VAULT, config: {vault_address: \"https://v.example.com\", role_id:"
            + " r, secret_id: \"${env:KEY:-harmless-1}\"}");
  }

  static String project(String name, String group) {
    return document(
        "TransformationProject",
        name,
        "group: %s, project_config: {git_remote_url: \"git@git.example:dbt.git\"}"
            .formatted(group));
  }

  static String log(String name, String group) {
    return document("ExternalLog", name, "group: " + group + ", service: dynatrace");
  }

  static String connector(String name, String groups, String schema) {
    return document(
        "Connector",
        name,
        "service: stripe, groups: "
            + groups
            + ", paused: true, config: {schema: "
            + schema
            + ", api_key: \"${env:KEY:-harmless-1}\"}");
  }

  static String settings(String name, String connector) {
    return document(
        "SchemaSettings", name, "connector: " + connector + ", schemas: {a: {enabled: true}}");
  }

  static String quickstart(String name, String connections) {
    return document(
        "Transformation",
        name,
        "type: QUICKSTART, schedule: {schedule_type: INTEGRATED}, transformation_config:"
            + " {package_name: stripe, connections: "
            + connections
            + "}");
  }

  static String user(String name, String more) {
    return document("User", name, more + "given_name: A, family_name: B, role: Account Reviewer");
  }

  static String hook(String name, String more, String url) {
    return document(
        "Webhook",
        name,
        more
            + "url: \"https://"
            + url
            + "\", events: [sync_end], active: true, secret: \"${env:KEY:-harmless-1}\"");
  }
}
