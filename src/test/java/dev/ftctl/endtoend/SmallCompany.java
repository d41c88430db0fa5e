package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;

/// What an account of the small size holds: two groups, half of its connections databases with
/// schema settings, ten users and three teams.
///
/// @param connections twenty in the small size
record SmallCompany(int connections) {

  private static final int GROUPS = 2;
  private static final int USERS = 10;
  private static final int TEAMS = 3;

  /// The simulator's sources of the databases.
  ObjectNode sources() {
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    ObjectNode sources = account.putObject("sources");
    for (int number = 0; number < connections; number += 2) {
      sources
          .putObject("db" + number)
          .put("schemas", 1)
          .put("tables", 20)
          .put("columns", 6)
          .put("seed", number);
    }
    return account;
  }

  /// @param frequency minutes between the syncs of the first connection
  String manifests(int frequency) {
    var documents = new StringJoiner("---\n");
    for (int number = 0; number < GROUPS; number++) {
      documents.add(group(number));
    }
    for (int number = 0; number < connections; number++) {
      int minutes = number == 0 ? frequency : 60;
      documents.add(number % 2 == 0 ? database(number, minutes) : application(number, minutes));
    }
    for (int number = 0; number < USERS; number++) {
      documents.add(
          """
          kind: User
          metadata: {name: user%d@acme.example}
          spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer}
          """
              .formatted(number));
    }
    for (int number = 0; number < TEAMS; number++) {
      documents.add(
          """
          kind: Team
          metadata: {name: team%1$d}
          spec: {role: Account Reviewer, users: {user%1$d@acme.example: Team Member}}
          """
              .formatted(number));
    }
    return documents.toString();
  }

  private static String group(int number) {
    return """
    kind: Group
    metadata: {name: group%1$d}
    ---
    kind: Destination
    metadata: {name: group%1$d}
    spec:
      group: group%1$d
      service: snowflake
      region: GCP_US_EAST4
      time_zone_offset: "-5"
      config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:LOADER_PASSWORD:-harmless}"}
    """
        .formatted(number);
  }

  private static String database(int number, int frequency) {
    return """
    kind: Connector
    metadata: {name: db%1$d}
    spec:
      service: postgres
      groups: [group%2$d]
      paused: false
      sync_frequency: %3$d
      config: {schema_prefix: db%1$d, host: db%1$d.acme.internal, port: 5432, database: app, user: fivetran, password: "${env:DB_PASSWORD:-harmless}", update_method: QUERY_BASED}
    ---
    kind: SchemaSettings
    metadata: {name: db%1$d}
    spec: {connector: db%1$d, schema_change_handling: ALLOW_COLUMNS}
    """
        .formatted(number, number % GROUPS, frequency);
  }

  private static String application(int number, int frequency) {
    return """
    kind: Connector
    metadata: {name: app%1$d}
    spec:
      service: stripe
      groups: [group%2$d]
      paused: false
      sync_frequency: %3$d
      config: {schema: app%1$d, api_key: "${env:STRIPE_KEY:-harmless}"}
    """
        .formatted(number, number % GROUPS, frequency);
  }
}
