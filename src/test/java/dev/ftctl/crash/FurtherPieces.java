package dev.ftctl.crash;

/// What stands around the group of [Pieces], piece by piece.
final class FurtherPieces {

  /// What is built from orders and payments, the one after the other.
  static final String TRANSFORMATIONS =
      """
      ---
      kind: Connector
      metadata: {name: payments}
      spec: {service: stripe, groups: [prod], paused: true, config: {schema: payments, api_key: "${env:A:-harmless-stripe}"}}
      ---
      kind: Transformation
      metadata: {name: payments}
      spec:
        type: QUICKSTART
        paused: false
        schedule: {schedule_type: INTEGRATED}
        transformation_config: {package_name: stripe, connections: [payments]}
      ---
      kind: Transformation
      metadata: {name: daily}
      spec:
        type: DBT_CORE
        paused: false
        schedule: {schedule_type: TIME_OF_DAY, time_of_day: "06:30", connections: [orders], transformations: [payments]}
        transformation_config: {project: marts, steps: [{name: build, command: dbt build}]}
      """;

  static final String CODE =
      """
      ---
      kind: SdkPackage
      metadata: {name: feed}
      spec: {file: one.zip}
      ---
      kind: Connector
      metadata: {name: feed}
      spec: {service: connector_sdk, groups: [prod], paused: true, config: {schema: feed, package: feed, python_version: "3.12"}}
      """;

  /// What tells its secrets once, with a place for them.
  static final String TOLD_ONCE =
      Pieces.ROBOT
          + """
          ---
          kind: ApiKey
          metadata: {name: robot, handout: kept}
          spec: {user: robot}
          ---
          kind: ProxyAgent
          metadata: {name: dc1, handout: kept}
          ---
          kind: HybridAgent
          metadata: {name: onprem, handout: kept}
          spec: {group: prod, env_type: DOCKER, auth_type: AUTO, accept_terms: true}
          ---
          kind: SystemKey
          metadata: {name: ci, handout: kept}
          spec:
            expiration_period: SIX_MONTHS
            permissions: [{resource_type: CONNECTOR, access_level: MANAGE, resource_filter: {groups: [prod]}}]
          """;

  private FurtherPieces() {}
}
