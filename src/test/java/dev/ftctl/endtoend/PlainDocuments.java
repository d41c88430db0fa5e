package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/// A plain project: one document of each kind.
final class PlainDocuments {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  private static final String DESTINATION =
      "{'group': 'g', 'service': 'snowflake', 'region': 'GCP_US_EAST4', 'time_zone_offset': '0',"
          + " 'config': {'host': 'a.example.com', 'port': 443, 'database': 'RAW', 'user': 'u',"
          + " 'password': 'pass-word'}}";

  private PlainDocuments() {}

  static String name(String slug) {
    return switch (slug) {
      case "group", "destination", "external-log", "transformation-project" -> "g";
      case "connector", "schema-settings" -> "c";
      case "user" -> "ada@example.com";
      case "account-log" -> "account";
      default -> "one";
    };
  }

  static Map<String, Object> spec(String slug) {
    try {
      return JSON.readValue(text(slug).replace('\'', '"'), MEMBERS);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(slug, malformed);
    }
  }

  private static String text(String slug) {
    return switch (slug) {
      case "group" -> "{}";
      case "secrets-manager" ->
          "{'type': 'AZURE_KEY_VAULT', 'config': {'vault_url': 'https://v.example.com',"
              + " 'tenant_id': 't'}}";
      case "private-link" ->
          "{'service': 'SOURCE_GCP', 'region': 'GCP_US_EAST4', 'config':"
              + " {'private_connection_service_id': 's'}}";
      case "sdk-package" -> "{'file': 'code.zip'}";
      case "proxy-agent" -> "{'group_region': 'GCP_US_EAST4'}";
      case "hybrid-agent" -> "{'group': 'g', 'env_type': 'DOCKER', 'accept_terms': true}";
      case "system-key" ->
          "{'expiration_period': 'ONE_MONTH', 'permissions': [{'resource_type': 'WEBHOOK',"
              + " 'access_level': 'READ'}]}";
      case "destination" -> DESTINATION;
      case "external-log" -> "{'group': 'g', 'service': 'dynatrace', 'enabled': false}";
      case "account-log" -> "{'service': 'dynatrace', 'enabled': false}";
      case "connector" ->
          "{'service': 'postgres', 'groups': ['g'], 'paused': true, 'config': {'schema_prefix':"
              + " 'shop', 'host': 'b.example.com', 'user': 'u', 'password': 'pass-word'}}";
      case "schema-settings" -> "{'connector': 'c'}";
      case "transformation-project" ->
          "{'group': 'g', 'project_config': {'git_remote_url': 'git@git.example:dbt.git',"
              + " 'dbt_version': '1.9.4', 'default_schema': 'marts'}}";
      case "transformation" ->
          "{'type': 'DBT_CORE', 'schedule': {'schedule_type': 'INTEGRATED'},"
              + " 'transformation_config': {'project': 'g', 'steps': [{'name': 'build',"
              + " 'command': 'dbt build'}]}}";
      case "user" ->
          "{'user_type': 'SERVICE_ACCOUNT', 'given_name': 'Ada', 'family_name': 'Byron', 'role':"
              + " 'Account Reviewer'}";
      case "api-key" -> "{'user': 'ada@example.com'}";
      case "team" -> "{'role': 'Account Reviewer'}";
      case "webhook" -> "{'url': 'https://hooks.example.com/a', 'events': ['sync_end']}";
      default -> throw new AssertionError("a kind without a plain document: " + slug);
    };
  }
}
