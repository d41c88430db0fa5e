package dev.ftctl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/// Manifests of an account of some size, with or without a change that a scenario makes.
///
/// @param frequencies how many connections sync at another frequency than in the plain account
/// @param enabled in how many managed connections one more table is enabled
/// @param onboarded how many connections with schema settings are new
/// @param blocks whether the largest connection takes in nothing that isn't listed
record Company(Size size, int frequencies, int enabled, int onboarded, boolean blocks) {

  static Company plain(Size size) {
    return new Company(size, 0, 0, 0, false);
  }

  Company withFrequencies(int connections) {
    return new Company(size, connections, enabled, onboarded, blocks);
  }

  Company withEnabled(int connections) {
    return new Company(size, frequencies, connections, onboarded, blocks);
  }

  Company withOnboarded(int connections) {
    return new Company(size, frequencies, enabled, connections, blocks);
  }

  Company blocking() {
    return new Company(size, frequencies, enabled, onboarded, true);
  }

  /// The simulator's sources of all managed connections, those to be onboarded among them: `{name:
  /// {schemas, tables, columns, seed}}`.
  String sources() {
    var sources = new StringJoiner(",", "{", "}");
    for (int number = 0; number < size.managed + 50; number++) {
      boolean fresh = number >= size.managed;
      sources.add(
          "\"%s\":{\"schemas\":%d,\"tables\":%d,\"columns\":%d,\"seed\":%d}"
              .formatted(
                  fresh ? "new" + (number - size.managed) : "db" + number,
                  fresh ? size.schemas : size.schemas(number),
                  fresh ? size.median : size.tables(number),
                  Tables.COLUMNS,
                  Tables.SEED));
    }
    return sources.toString();
  }

  /// Writes `ftctl.yaml` and a file for each group, connection and sort of people.
  void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("manifests"));
    Files.writeString(folder.resolve("ftctl.yaml"), "{}\n");
    for (int group = 0; group < size.groups; group++) {
      put(folder, "group" + group, group(group));
    }
    for (int number = 0; number < size.managed; number++) {
      put(folder, "db" + number, managed("db" + number, number));
    }
    for (int number = size.managed; number < size.connections; number++) {
      put(folder, "app" + number, application("app" + number, number));
    }
    for (int number = 0; number < onboarded; number++) {
      put(folder, "new" + number, managed("new" + number, size.managed + number));
    }
    put(folder, "people", people());
  }

  private static void put(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve("manifests").resolve(name + ".yaml"), text);
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

  private String managed(String name, int number) {
    var text = new StringBuilder();
    text.append(
        """
        kind: Connector
        metadata: {name: %1$s}
        spec:
          service: postgres
          groups: [group%2$d]
          paused: false
          sync_frequency: %3$d
          config: {schema_prefix: %1$s, host: %1$s.acme.internal, port: 5432, database: app, user: fivetran, password: "${env:DB_PASSWORD:-harmless}", update_method: QUERY_BASED}
        ---
        kind: SchemaSettings
        metadata: {name: %1$s}
        spec:
          connector: %1$s
          schema_change_handling: %4$s
          schemas:
        """
            .formatted(
                name,
                number % size.groups,
                number < frequencies ? 30 : 60,
                blocks && number == 0 ? "BLOCK_ALL" : "ALLOW_ALL"));
    boolean fresh = number >= size.managed;
    int schemas = fresh ? size.schemas : size.schemas(number);
    for (int schema = 0; schema < schemas; schema++) {
      text.append("    %s:\n      tables:\n".formatted(Tables.schema(schema)));
      text.append("        %s:\n          columns:\n".formatted(Tables.table(schema)));
      for (int column = 0; column < size.columns; column++) {
        text.append(
            "            %s: {%s}\n"
                .formatted(
                    Tables.column(schema, column),
                    column == 0
                        ? "hashed: true"
                        : column == 1 ? "enabled: false" : "enabled: true"));
      }
    }
    text.append(
        "        %s: {enabled: %b}\n".formatted(Tables.table(schemas * 2 - 1), number < enabled));
    return text.toString();
  }

  private String application(String name, int number) {
    return """
    kind: Connector
    metadata: {name: %1$s}
    spec:
      service: stripe
      groups: [group%2$d]
      paused: false
      sync_frequency: %3$d
      config: {schema: %1$s, api_key: "${env:STRIPE_KEY:-harmless}"}
    """
        .formatted(name, number % size.groups, number < frequencies ? 30 : 60);
  }

  /// Each team has one member and one group; users have what is left of the memberships.
  private String people() {
    var documents = new StringJoiner("---\n");
    int ofUsers = size.memberships - 2 * size.teams;
    for (int user = 0; user < size.users; user++) {
      documents.add(
          """
          kind: User
          metadata: {name: user%1$d@acme.example}
          spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer%2$s}
          """
              .formatted(
                  user,
                  user < ofUsers
                      ? ", groups: {group%d: View Destination}".formatted(user % size.groups)
                      : ""));
    }
    for (int team = 0; team < size.teams; team++) {
      documents.add(
          """
          kind: Team
          metadata: {name: team%1$d}
          spec: {role: Account Reviewer, users: {user%2$d@acme.example: Team Member}, groups: {group%3$d: View Destination}}
          """
              .formatted(team, team % size.users, team % size.groups));
    }
    return documents.toString();
  }
}
