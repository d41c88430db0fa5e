package dev.ftctl.crash;

/// The manifests of a small company, piece by piece.
final class Pieces {

  static final String GROUP =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:A:-harmless-1}"}
      """;

  static final String ORDERS =
      """
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [prod]
        paused: false
        sync_frequency: 60
        config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: fivetran, password: "${env:A:-harmless-2}"}
      """;

  static final String SETTINGS =
      """
      ---
      kind: SchemaSettings
      metadata: {name: orders}
      spec:
        connector: orders
        schema_change_handling: ALLOW_ALL
        schemas:
          public:
            tables:
              users: {columns: {ssn: {enabled: false}, email: {hashed: true}}}
              payments: {enabled: false}
      """;

  static final String SHEET =
      """
      ---
      kind: Connector
      metadata: {name: budget}
      spec:
        service: google_sheets
        groups: [prod]
        paused: true
        config: {schema: planning, table: budget, auth_type: ServiceAccount, sheet_id: https://sheets.example/a, named_range: all}
      """;

  static final String PEOPLE =
      """
      ---
      kind: User
      metadata: {name: ana@acme.example}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, groups: {prod: View Destination}}
      ---
      kind: User
      metadata: {name: ben@acme.example}
      spec: {given_name: Ben, family_name: Okafor, role: Account Reviewer, connectors: {orders@prod: Edit Connection}}
      ---
      kind: Team
      metadata: {name: ops}
      spec: {role: Account Reviewer, users: {ana@acme.example: Team Member}, groups: {prod: Edit Destination}}
      """;

  static final String ROBOT =
      """
      ---
      kind: User
      metadata: {name: robot}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Reviewer, groups: {prod: View Destination}}
      """;

  static final String HOOK =
      """
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {group: prod, url: "https://hooks.acme.example/pager", events: [sync_end], active: true, secret: "${env:A:-harmless-hook}"}
      """;

  static final String LOGS =
      """
      ---
      kind: ExternalLog
      metadata: {name: prod}
      spec: {group: prod, service: datadog_log, enabled: true, config: {region: US1, api_key: "${env:A:-harmless-key}"}}
      ---
      kind: AccountLog
      metadata: {name: account}
      spec: {service: new_relic_log, enabled: true, config: {sub_domain: US, api_key: "${env:A:-harmless-key}"}}
      """;

  static final String VAULT =
      """
      ---
      kind: SecretsManager
      metadata: {name: vault}
      spec:
        type: HASHICORP_VAULT
        config: {vault_address: "https://vault.internal", role_id: fivetran, secret_id: "${env:A:-harmless-vault}"}
      """;

  static final String DBT =
      """
      ---
      kind: TransformationProject
      metadata: {name: marts}
      spec:
        group: prod
        project_config:
          git_remote_url: git@git.acme.example:dbt.git
          dbt_version: 1.9.4
          default_schema: marts
          environment_vars: {DBT_TARGET: prod, DBT_PASSWORD: "${env:A:-harmless-dbt}"}
      """;

  static final String LINK =
      """
      ---
      kind: PrivateLink
      metadata: {name: quay}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce}}
      """;

  /// Waits for a person, so that nothing is read from its source.
  static final String WAITING =
      """
      ---
      kind: Connector
      metadata: {name: hubspot}
      spec: {service: hubspot, groups: [prod], paused: false, config: {schema: hubspot}}
      ---
      kind: SchemaSettings
      metadata: {name: hubspot}
      spec:
        connector: hubspot
        schema_change_handling: BLOCK_ALL
        schemas:
          hubspot:
            tables:
              contact: {columns: {email: {hashed: true}}}
      """;

  private static final String TRIPLE =
      GROUP.replace("prod", "eu") + "---\n" + GROUP.replace("prod", "us") + "---\n" + GROUP;

  /// With three groups, each with its destination.
  static final String THREE_GROUPS = TRIPLE + ORDERS + SETTINGS + PEOPLE;

  static final String ALL = GROUP + ORDERS + SETTINGS + SHEET + PEOPLE + HOOK;

  private Pieces() {}
}
