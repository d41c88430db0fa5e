package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account that somebody else made is taken over without an import: what the manifests say is
/// there already, so a first plan shows only real differences.
class AdoptionTest {

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: analytics}
      ---
      kind: Destination
      metadata: {name: analytics}
      spec:
        group: analytics
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:WAREHOUSE_PASSWORD}"}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [analytics]
        paused: false
        sync_frequency: 60
        config: {schema_prefix: shop, host: db.internal, port: 5432, database: shop, user: fivetran, password: "${env:ORDERS_PASSWORD}"}
      ---
      kind: SchemaSettings
      metadata: {name: orders}
      spec:
        connector: orders
        schema_change_handling: ALLOW_COLUMNS
        schemas:
          public: {tables: {users: {enabled: true, columns: {ssn: {enabled: false}, email: {hashed: true}}}}}
      ---
      kind: Connector
      metadata: {name: budget}
      spec:
        service: google_sheets
        groups: [analytics]
        paused: true
        config: {schema: planning, table: budget, auth_type: ServiceAccount, sheet_id: "https://docs.example/sheet", named_range: budget}
      ---
      kind: Connector
      metadata: {name: clicks}
      spec:
        service: s3
        groups: [analytics]
        paused: false
        sync_frequency: 15
        config: {schema: raw_web, table_group_name: clicks, bucket: acme-clicks, auth_type: IAM_ROLE, files: [{table_name: searches, file_pattern: "s/.*"}, {table_name: views, file_pattern: "v/.*"}]}
      ---
      kind: User
      metadata: {name: Ana@Example.com}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, groups: {analytics: Destination Analyst}}
      ---
      kind: Team
      metadata: {name: data-platform}
      spec: {description: Owns the warehouse, role: Account Analyst, users: {Ana@Example.com: Team Manager}, connectors: {orders@analytics: Edit Connection}}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {group: analytics, url: "https://hooks.example.com/pager", events: [connection_failure, sync_end], active: true, secret: "${env:HOOK_SECRET}"}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace =
        new Workspace(folder)
            .file("manifests/all.yaml", MANIFESTS)
            .reaching(lab.sandbox())
            .with("WAREHOUSE_PASSWORD", "a-warehouse-password")
            .with("ORDERS_PASSWORD", "an-orders-password")
            .with("HOOK_SECRET", "a-hook-secret");
    try (var other = new OtherTool(lab.sandbox())) {
      seed(other);
    }
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whatIsThereAlreadyNeedsNothing() {
    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out()).contains("0 create, 0 update").contains("9 unchanged");
  }

  @Test
  void onlyRealDifferencesAreShown() {
    try (var other = new OtherTool(lab.sandbox())) {
      String connection = other.idOf("connections", "schema", "shop");
      other.send("PATCH", "/connections/" + connection, "{'sync_frequency':1440}");
      String team = other.idOf("teams", "name", "data-platform");
      other.send("PATCH", "/teams/" + team, "{'description':'Nobody knows'}");
    }

    Ran planned = workspace.run("plan", "--detailed-exitcode");
    workspace.succeed("apply", "--auto-approve");

    assertThat(planned.code()).as("%s", planned).isEqualTo(2);
    assertThat(planned.changes())
        .containsExactly(
            "~ update connector/orders@analytics manifests/all.yaml:13",
            "sync_frequency 1440 → 60",
            "~ update team/data-platform manifests/all.yaml:51",
            "description \"Nobody knows\" → \"Owns the warehouse\"");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// As a script would, in its own order, with its own casing and the names it knows.
  private static void seed(OtherTool other) {
    String group = other.create("/groups", "{'name':'analytics'}");
    other.create(
        "/destinations",
        """
        {'group_id':'%s','service':'snowflake','region':'GCP_US_EAST4','time_zone_offset':'-5',
         'run_setup_tests':true,'config':{'host':'acme.snowflakecomputing.com','port':443,
         'database':'RAW','auth':'PASSWORD','user':'LOADER','password':'a-warehouse-password'}}\
        """
            .formatted(group));
    String orders =
        other.create(
            "/connections",
            """
            {'group_id':'%s','service':'postgres','sync_frequency':60,'paused':false,
             'run_setup_tests':true,'config':{'schema_prefix':'shop','host':'db.internal',
             'port':5432,'database':'shop','user':'fivetran','password':'an-orders-password'}}\
            """
                .formatted(group));
    seedSettings(other, orders);
    other.create(
        "/connectors",
        """
        {'group_id':'%s','service':'google_sheets','paused':true,'config':{'schema':'planning',
         'table':'budget','auth_type':'ServiceAccount','sheet_id':'https://docs.example/sheet',
         'named_range':'budget'}}\
        """
            .formatted(group));
    other.create(
        "/connections",
        """
        {'group_id':'%s','service':'s3','paused':false,'sync_frequency':15,'run_setup_tests':true,
         'config':{'schema':'raw_web','table_group_name':'clicks','bucket':'acme-clicks',
         'auth_type':'IAM_ROLE','files':[{'table_name':'views','file_pattern':'v/.*'},
         {'table_name':'searches','file_pattern':'s/.*'}]}}\
        """
            .formatted(group));
    seedPeople(other, group, orders);
    other.create(
        "/webhooks/group/" + group,
        """
        {'url':'https://hooks.example.com/pager','active':true,'secret':'a-hook-secret',
         'events':['sync_end','connection_failure']}\
        """);
  }

  private static void seedSettings(OtherTool other, String connection) {
    other.send(
        "POST", "/connections/" + connection + "/schemas/reload", "{'exclude_mode':'PRESERVE'}");
    other.send(
        "PATCH",
        "/connections/" + connection + "/schemas",
        """
        {'schema_change_handling':'ALLOW_COLUMNS','schemas':{'public':{'enabled':true,'tables':
         {'users':{'enabled':true,'columns':{'ssn':{'enabled':false},'email':{'hashed':true}}}}}}}\
        """);
  }

  private static void seedPeople(OtherTool other, String group, String connection) {
    String user =
        other.create(
            "/users",
            """
            {'email':'ana@example.com','given_name':'Ana','family_name':'Ruiz',
             'role':'Account Reviewer'}\
            """);
    other.create(
        "/users/" + user + "/groups", "{'id':'%s','role':'Destination Analyst'}".formatted(group));
    String team =
        other.create(
            "/teams",
            """
            {'name':'data-platform','description':'Owns the warehouse','role':'Account Analyst'}\
            """);
    other.create(
        "/teams/" + team + "/users", "{'user_id':'%s','role':'Team Manager'}".formatted(user));
    other.create(
        "/teams/" + team + "/connections",
        "{'id':'%s','role':'Edit Connection'}".formatted(connection));
  }
}
