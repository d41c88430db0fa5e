package dev.ftctl.endtoend;

import java.util.Map;

/// The project whose revisions are compared: two groups, templates, overlays and a table of rows.
final class ChangingProject {

  static String hook(String name) {
    return """
    kind: Webhook
    metadata: {name: %1$s}
    spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], secret: "${env:X:-harmless-hook}"}
    """
        .formatted(name);
  }

  static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(
              "ftctl.yaml",
              """
              variables: {events: sync_end}
              defaults: {Webhook: {active: true}, Connector: {sync_frequency: 360}}
              environments: {prod: {account: sandbox_account, overlays: overlays/prod}}
              default_environment: prod
              """),
          Map.entry(
              "manifests/groups.yaml",
              """
              kind: Group
              metadata: {name: prod, labels: {tier: 720}}
              ---
              kind: Group
              metadata: {name: eu}
              ---
              kind: Destination
              metadata: {name: prod}
              spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
              ---
              kind: Destination
              metadata: {name: eu}
              spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
              """),
          Map.entry(
              "manifests/orders.yaml",
              """
              # orders
              kind: Connector
              metadata: {name: orders}
              spec:
                {service: postgres, groups: [prod], paused: true, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
              """),
          Map.entry(
              "manifests/shop.yaml",
              """
              kind: Connector
              metadata: {name: shop}
              spec:
                service: mysql
                groups: [prod, eu]
                paused: true
                config: {schema_prefix: shop, host: db.internal, port: 3306, database: app, user: f, password: "${env:X:-harmless}"}
                overrides: {eu: {config: {host: eu.internal}}}
              """),
          Map.entry(
              "manifests/crm.yaml",
              """
              kind: Connector
              metadata: {name: crm}
              spec: {service: stripe, groups: [prod], paused: true, config: {schema: crm, api_key: "${file:key.txt}"}}
              """),
          Map.entry(
              "manifests/tiered.yaml",
              """
              kind: Connector
              metadata: {name: tiered}
              spec: {service: stripe, sync_frequency: "${group.label.tier}", groups: [prod], paused: true, config: {schema: "tiered", api_key: "${env:X:-harmless}"}}
              """),
          Map.entry("manifests/key.txt", "harmless-key\n"),
          Map.entry(
              "manifests/feeds.yaml",
              """
              kind: Template
              metadata: {name: feed}
              spec: {service: s3, paused: true, config: {bucket: acme, file_type: csv}}
              ---
              for_each: {csv: feeds.csv}
              kind: Connector
              metadata: {name: "s3_${each.name}"}
              spec: {template: feed, groups: [prod], config: {schema: raw, table: "${each.name}", prefix: "${each.prefix}"}}
              """),
          Map.entry("manifests/feeds.csv", "name,prefix\na,raw/a/\nb,raw/b/\nc,raw/c/\n"),
          Map.entry(
              "overlays/prod/over.yaml",
              "kind: Connector\nmetadata: {name: crm}\nspec: {sync_frequency: 60}\n"),
          Map.entry(
              "manifests/teams.yaml",
              """
              kind: Team
              metadata: {name: analysts}
              spec: {description: "${file:about.txt}", role: Account Reviewer}
              """),
          Map.entry("manifests/about.txt", "The team of analysts\n"),
          Map.entry(
              "manifests/hooks.yaml",
              hook("one").replace("[sync_end]", "[\"${var:events}\"]") + "# more\n"),
          Map.entry("manifests/two.yaml", hook("two")));

  private ChangingProject() {}
}
