package dev.ftctl.walk;

import java.util.List;

/// Documents of what stands around the way of the data: webhooks, logs, dbt, keys.
record RandomSurroundings(RandomCompany company) {

  /// The first one is the account's, the others are of a group.
  String webhook(int number, String group) {
    String name = number == 0 ? "w0" : "w" + number + "_" + group;
    return """
    kind: Webhook
    metadata: {name: %1$s}
    spec:
    %2$s  url: https://hooks.acme.example/%1$s
      events: %3$s
      active: %4$s
      secret: "${env:X:-harmless-secret-of-a-hook}"
    """
        .formatted(
            name,
            number == 0 ? "" : "  group: " + group + "\n",
            company.one("[sync_start]", "[sync_start, sync_end]", "[sync_end, connection_failure]"),
            company.chance(70));
  }

  String log(String group) {
    return """
    kind: ExternalLog
    metadata: {name: %1$s}
    spec:
      group: %1$s
      service: datadog_log
      enabled: %2$s
      config: {region: %3$s, api_key: "${env:X:-harmless-key-of-logs}"}
    """
        .formatted(group, company.chance(70), company.one("US1", "EU"));
  }

  String project(String group) {
    return """
    kind: TransformationProject
    metadata: {name: dbt_%1$s}
    spec:
      group: %1$s
      project_config:
        git_remote_url: git@git.acme.example:dbt.git
        git_branch: %2$s
        dbt_version: 1.9.4
        default_schema: marts
        environment_vars: %3$s
    """
        .formatted(
            group,
            company.one("main", "release"),
            company.one(
                "{DBT_A: a}",
                "{DBT_A: b, DBT_TOKEN: \"${env:X:-harmless-token-of-dbt}\"}",
                "[DBT_B=c]"));
  }

  String accountLog() {
    return """
    kind: AccountLog
    metadata: {name: account}
    spec:
      service: splunkLog
      enabled: %s
      config: {host: %s.acme.example, port: %s, token: "${env:X:-harmless-token-of-logs}"}
    """
        .formatted(company.chance(70), company.one("splunk", "logs"), company.one("8088", "443"));
  }

  String apiKey(String robot) {
    return "kind: ApiKey\nmetadata: {name: %1$s}\nspec: {user: %1$s}\n".formatted(robot);
  }

  /// Keys of which some see what the company has, and some all of it.
  String systemKey(String name, List<String> groups, List<String> instances) {
    String connections =
        instances.isEmpty() ? "" : "{connections: [\"" + instances.getFirst() + "\"]}";
    return """
    kind: SystemKey
    metadata: {name: %s}
    spec:
      expiration_period: ONE_MONTH
      permissions:
        - {resource_type: CONNECTOR, access_level: %s, resource_filter: {groups: [%s]}}
        - {resource_type: DESTINATION, access_level: READ, resource_filter: {destinations: [%s]}}
        - {resource_type: USER, access_level: %s}
    %s\
    """
        .formatted(
            name,
            company.one("READ", "MANAGE"),
            company.chance(50) ? groups.getFirst() : String.join(", ", groups),
            company.chance(50) ? groups.getLast() : String.join(", ", groups),
            company.one("NONE", "READ", "MANAGE"),
            connections.isEmpty() || company.chance(50)
                ? ""
                : "    - {resource_type: CONNECTOR, access_level: NONE, resource_filter: "
                    + connections
                    + "}\n");
  }
}
