package dev.ftctl.endtoend;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The manifests of a company of any size.
final class Company {

  private Company() {}

  static String manifests(CallBudgetTest.Size size) {
    return String.join(
        "---\n",
        documents(size.groups(), index -> "kind: Group\nmetadata: {name: g%d}\n".formatted(index)),
        documents(size.destinations(), Company::destination),
        documents(size.connectors(), index -> connector(index, size.groups())),
        documents(size.settings(), Company::settings),
        documents(size.users(), index -> user(index, size.groups())),
        documents(size.teams(), index -> team(index, size.groups())),
        documents(size.webhooks(), Company::webhook));
  }

  private interface Document {
    String of(int index);
  }

  private static String documents(int count, Document document) {
    return IntStream.range(0, count).mapToObj(document::of).collect(Collectors.joining("---\n"));
  }

  private static String destination(int index) {
    return """
    kind: Destination
    metadata: {name: g%1$d}
    spec:
      group: g%1$d
      service: snowflake
      region: GCP_US_EAST4
      time_zone_offset: "-5"
      config: {host: w%1$d.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}
    """
        .formatted(index);
  }

  private static String connector(int index, int groups) {
    return """
    kind: Connector
    metadata: {name: c%1$d}
    spec:
      service: postgres
      groups: [g%2$d]
      paused: false
      config: {schema_prefix: c%1$d, host: c%1$d.db.internal, port: 5432, database: c%1$d, user: fivetran, password: a-database-password}
    """
        .formatted(index, index % groups);
  }

  private static String settings(int index) {
    return """
    kind: SchemaSettings
    metadata: {name: c%1$d}
    spec:
      connector: c%1$d
      schema_change_handling: ALLOW_COLUMNS
      schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}, email: {hashed: true}}}}}}
    """
        .formatted(index);
  }

  private static String user(int index, int groups) {
    return """
    kind: User
    metadata: {name: u%1$d@example.com}
    spec: {given_name: U%1$d, family_name: Smith, role: Account Reviewer, groups: {g%2$d: View Destination}}
    """
        .formatted(index, index % groups);
  }

  private static String team(int index, int groups) {
    return """
    kind: Team
    metadata: {name: t%1$d}
    spec: {description: Team %1$d, role: Account Reviewer, users: {u%1$d@example.com: Team Member}, groups: {g%2$d: View Destination}}
    """
        .formatted(index, index % groups);
  }

  private static String webhook(int index) {
    return """
    kind: Webhook
    metadata: {name: w%1$d}
    spec: {url: "https://hooks.example.com/w%1$d", events: [sync_end], active: true}
    """
        .formatted(index);
  }
}
