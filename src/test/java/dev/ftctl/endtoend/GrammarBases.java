package dev.ftctl.endtoend;

import dev.ftctl.kind.KindDefinition;
import java.util.List;
import java.util.Map;

/// For each kind the least that its document has to hold.
final class GrammarBases {

  private GrammarBases() {}

  static Map<String, Object> base(KindDefinition kind) {
    return switch (kind.slug()) {
      case "group", "team" -> Map.of();
      case "destination" ->
          Map.of(
              "group",
              "g",
              "service",
              "snowflake",
              "region",
              "GCP_US_EAST4",
              "time_zone_offset",
              "-5",
              "config",
              Map.of("host", "a.example", "database", "RAW"));
      case "connector" ->
          Map.of(
              "service",
              "postgres",
              "groups",
              List.of("g"),
              "paused",
              true,
              "config",
              Map.of("schema_prefix", "s_NUMBER", "host", "a.example"));
      case "schema-settings" -> Map.of("connector", "c");
      case "user" -> Map.of("email", "u-NUMBER@example.com", "given_name", "A", "family_name", "B");
      case "webhook" ->
          Map.of(
              "url",
              "https://a.example/NUMBER",
              "events",
              List.of("sync_end"),
              "active",
              true,
              "secret",
              "a-written-one");
      case "api-key" -> Map.of("user", "robot-NUMBER");
      case "private-link" ->
          Map.of(
              "service",
              "SOURCE_AWS",
              "region",
              "AWS_US_EAST_1",
              "config",
              Map.of("connection_service_name", "s"));
      case "sdk-package" -> Map.of("file", "code.zip");
      case "proxy-agent" -> Map.of("group_region", "GCP_US_EAST4");
      case "hybrid-agent" -> Map.of("group", "g", "env_type", "DOCKER", "accept_terms", true);
      case "system-key" ->
          Map.of(
              "expiration_period",
              "ONE_MONTH",
              "permissions",
              List.of(Map.of("resource_type", "WEBHOOK", "access_level", "READ")));
      case "transformation-project" ->
          Map.of(
              "group",
              "g",
              "project_config",
              Map.of(
                  "git_remote_url",
                  "git@git.example:dbt-NUMBER.git",
                  "dbt_version",
                  "1.9.4",
                  "default_schema",
                  "marts"));
      case "transformation" ->
          Map.of(
              "type",
              "QUICKSTART",
              "schedule",
              Map.of("schedule_type", "INTEGRATED"),
              "transformation_config",
              Map.of("package_name", "p_NUMBER", "connections", List.of("c@g")));
      case "external-log" ->
          Map.of(
              "group", "g", "service", "datadog_log", "config", Map.of("api_key", "a-written-one"));
      case "account-log" ->
          Map.of("service", "datadog_log", "config", Map.of("api_key", "a-written-one"));
      case "secrets-manager" ->
          Map.of(
              "type",
              "HASHICORP_VAULT",
              "config",
              Map.of("vault_address", "v", "role_id", "r", "secret_id", "a-written-one"));
      default -> throw new AssertionError("a kind without a base: " + kind.slug());
    };
  }
}
