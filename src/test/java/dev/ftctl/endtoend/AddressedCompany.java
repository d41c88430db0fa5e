package dev.ftctl.endtoend;

/// A group with two connections, and webhooks as files of their own, in a workspace.
record AddressedCompany(Workspace workspace) {

  static final String FILE = "manifests/company.yaml";

  static final String DOCUMENTS =
      """
      kind: Group
      metadata: {name: g1}
      ---
      kind: Destination
      metadata: {name: g1}
      spec: {group: g1, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: orders_db}
      spec: {service: stripe, groups: [g1], paused: false, config: {schema: orders_db, api_key: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: crm}
      spec: {service: stripe, groups: [g1], paused: false, config: {schema: crm, api_key: "${env:X:-harmless}"}}
      """;

  /// Writes the documents, with one webhook.
  static AddressedCompany in(Workspace workspace) {
    var company = new AddressedCompany(workspace.file(FILE, DOCUMENTS));
    company.hook("pager");
    return company;
  }

  void hook(String name) {
    workspace.file(
        "manifests/" + name + ".yaml",
        """
        kind: Webhook
        metadata: {name: "%1$s"}
        spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], active: true, secret: "${env:X:-harmless-hook}"}
        """
            .formatted(name));
  }

  /// Gives one connection another service.
  void replaceOrders() {
    String text = workspace.read(FILE);
    int at = text.indexOf("{name: orders_db}");
    workspace.file(
        FILE, text.substring(0, at) + text.substring(at).replaceFirst("stripe", "recurly"));
  }

  /// Writes the project file.
  void project(String line) {
    workspace.file("ftctl.yaml", line + "\n");
  }
}
