package dev.ftctl.endtoend;

import dev.ftctl.endtoend.Typo.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What can be mistyped: valid files, and the names in them, each marked in its line.
final class Misspelled {

  static final String PROJECT_FILE = "ftctl.yaml";
  static final String MANIFESTS = "manifests/m.yaml";

  static final String PROJECT =
      """
      account: sandbox_account
      manifests: [manifests]
      variables: {region: GCP_US_EAST4, warehouse: acme}
      defaults: {Connector: {paused: true, sync_frequency: 1440}}
      allow: [resync]
      limits: {max_deletes: 3, max_revokes: 4}
      prune: {scope: {groups: ["*"], kinds: [Webhook], addresses: ["*"]}}
      protect: ["group/*"]
      """;

  static final String DOCUMENTS =
      """
      apiVersion: ftctl/v1
      kind: Group
      metadata: {name: analytics, labels: {tier: gold}}
      ---
      kind: Destination
      metadata: {name: analytics, protect: true, existing: false, rotation: 2}
      spec:
        group: analytics
        service: snowflake
        region: ${var:region}
        time_zone_offset: "-5"
        config:
          host: ${var:warehouse}.snowflakecomputing.com
          port: 443
          database: ${env:RAW_DATABASE}
          auth: PASSWORD
          user: LOADER
          password: ${env:WAREHOUSE_PASSWORD}
      ---
      kind: Connector
      metadata: {name: orders_db, initial: [paused]}
      spec:
        service: postgres
        groups: [analytics]
        sync_frequency: 60
        networking_method: Directly
        config:
          schema_prefix: orders
          host: db.internal
          port: 5432
          database: orders
          user: fivetran
          password: ${env:ORDERS_PASSWORD}
          update_method: WAL_PGOUTPUT
          publication_name: fivetran_publication
          replication_slot: fivetran_slot
        overrides:
          analytics: {schedule_type: auto}
      ---
      kind: Connector
      metadata: {name: files}
      spec: {service: s3, groups: [analytics], config: {schema: raw, table: clicks, bucket: acme-raw, file_type: csv, prefix: in/, on_error: skip}}
      ---
      kind: SchemaSettings
      metadata: {name: orders_db}
      spec:
        connector: orders_db
        schema_change_handling: ALLOW_COLUMNS
        schemas:
          public:
            enabled: true
            tables:
              users:
                sync_mode: SOFT_DELETE
                columns: {ssn: {enabled: false}, email: {hashed: true}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, groups: {analytics: View Destination}, connectors: {orders_db: Edit Connection}}
      ---
      kind: Team
      metadata: {name: platform}
      spec: {description: Owns the warehouse, users: {ana@example.com: Team Manager}, membership: additive}
      ---
      kind: Webhook
      metadata: {name: pager, absent: false}
      spec: {url: "https://hooks.example.com/fivetran", events: [sync_end], active: true}
      """;

  /// By the sort of name. All that `validate` finds: no account is asked.
  private static final Map<String, List<String>> OFFLINE =
      Map.of(
          "kind",
          List.of(
              "kind: «Group»\n",
              "kind: «Destination»\n",
              "kind: «Connector»\nmetadata: {name: orders",
              "kind: «SchemaSettings»\n",
              "kind: «User»\n",
              "kind: «Team»\n",
              "kind: «Webhook»\n"),
          "envelope field",
          List.of(
              "«apiVersion»: ftctl/v1",
              "«kind»: SchemaSettings",
              "«metadata»: {name: pager",
              "«spec»: {url"),
          "metadata field",
          List.of(
              "«labels»: {tier",
              "«protect»: true",
              "«existing»: false",
              "«rotation»: 2",
              "«initial»: [",
              "«absent»: false"),
          "field",
          List.of(
              "«region»: $",
              "«time_zone_offset»: ",
              "«sync_frequency»: 60",
              "«networking_method»: ",
              "«overrides»:",
              "«schedule_type»: ",
              "«schema_change_handling»: ",
              "«schemas»:\n",
              "«given_name»: ",
              "«family_name»: ",
              "«description»: ",
              "«membership»: ",
              "«events»: ",
              "«active»: "),
          "member of an enumeration",
          List.of(
              "«ALLOW_COLUMNS»",
              "«SOFT_DELETE»",
              "«Directly»",
              "«additive»",
              "schedule_type: «auto»",
              "[«sync_end»]"),
          "service",
          List.of("service: «snowflake»", "service: «postgres»"),
          "field of config",
          List.of(
              "«database»: ${env",
              "«auth»: PASSWORD",
              "«password»: ${env:WAREHOUSE",
              "«schema_prefix»: ",
              "«database»: orders",
              "«password»: ${env:ORDERS",
              "«update_method»: ",
              "«publication_name»: ",
              "«replication_slot»: ",
              "«bucket»: ",
              "«file_type»: ",
              "«on_error»: "),
          "member of schema settings",
          List.of(
              "«enabled»: true\n", "«tables»:\n", "«sync_mode»: ", "«columns»: {", "«hashed»: "),
          "variable",
          List.of("${var:«region»}", "${var:«warehouse»}", "${env:«RAW_DATABASE»}"),
          "reference",
          List.of("connector: «orders_db»", "overrides:\n    «analytics»: "));

  private static final List<String> PROJECT_NAMES =
      List.of(
          "«account»: ",
          "«manifests»: ",
          "«variables»: ",
          "«defaults»: ",
          "«Connector»: ",
          "«allow»: ",
          "[«resync»]",
          "«limits»: ",
          "«max_deletes»: ",
          "«max_revokes»: ",
          "«prune»: ",
          "«scope»: ",
          "«kinds»: ",
          "«addresses»: ",
          "«protect»: ");

  /// What is found only when the account is known.
  private static final List<String> REFERENCES =
      List.of(
          "group: «analytics»",
          "groups: [«analytics»], config",
          "{«analytics»: View",
          "{«orders_db»: Edit",
          "users: {«ana@example.com»: ");

  private Misspelled() {}

  /// What `validate` finds.
  static List<Typo> offline(int each, Random random) {
    var typos = new ArrayList<Typo>();
    new TreeMap<>(OFFLINE)
        .forEach((what, marks) -> add(typos, what, MANIFESTS, marks, each, random));
    add(typos, "key of the project file", PROJECT_FILE, PROJECT_NAMES, each, random);
    return typos;
  }

  /// What `plan` finds.
  static List<Typo> online(int each, Random random) {
    var typos = new ArrayList<Typo>();
    add(typos, "reference", MANIFESTS, REFERENCES, each, random);
    return typos;
  }

  private static void add(
      List<Typo> typos, String what, String file, List<String> marks, int each, Random random) {
    for (String mark : marks) {
      var place = Place.of(file, mark);
      Stream.generate(() -> Typo.of(what, place, random))
          .distinct()
          .limit(each)
          .forEach(typos::add);
    }
  }
}
