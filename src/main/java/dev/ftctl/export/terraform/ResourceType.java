package dev.ftctl.export.terraform;

import java.util.Optional;
import java.util.regex.Pattern;

/// The resource types of the provider that ftctl has a kind for, those that make objects before
/// those that add to them.
enum ResourceType {
  GROUP("fivetran_group", Simple::group),
  PRIVATE_LINK("fivetran_private_link", "private-link", Networks::link),
  PROXY_AGENT("fivetran_proxy_agent", "proxy-agent", Networks::proxyAgent),
  HYBRID_AGENT("fivetran_hybrid_deployment_agent", "hybrid-agent", Networks::hybridAgent),
  SDK_PACKAGE("fivetran_connector_sdk_package", Packages.SLUG, Packages::code),
  DESTINATION("fivetran_destination", Simple::destination),
  CONNECTION("fivetran_(connector|connection|connection_v2)", Connections::connection),
  USER("fivetran_user", People::user),
  TEAM("fivetran_team", People::team),
  WEBHOOK("fivetran_webhook", Simple::webhook),
  EXTERNAL_LOG("fivetran_external_logging", Logs::ofGroup),
  ACCOUNT_LOG("fivetran_account_external_logging(_v2)?", Logs::ofAccount),
  PROJECT(
      "fivetran_(transformation|dbt)_project", "transformation-project", Transformations::project),
  TRANSFORMATION("fivetran_transformation", "transformation", Transformations::transformation),
  CONFIG("fivetran_(connection|connector)_config", Connections::config),
  SCHEDULE("fivetran_(connector|connection)_schedule", Connections::schedule),
  PAUSE("fivetran_connection(_v2)?_pause_state", Connections::schedule),
  SCHEMA("fivetran_(connector|connection)_schema_config", SchemaConfig::carry),
  TRUST("fivetran_(connector|connection|destination)_(certificates|fingerprints)", Simple::trusted),
  MEMBERSHIP(
      "fivetran_(user|team)_(user|group|connector|connection)_membership", People::membership),
  GROUP_USERS("fivetran_group_users", People::groupUsers),
  OTHER(
      ".*",
      (instance, sketches) -> Optional.of("is of a type that ftctl has no kind for, and stays"));

  private final Pattern types;
  private final String slug;
  private final Carrying carrying;

  ResourceType(String types, Carrying carrying) {
    this(types, "", carrying);
  }

  /// @param slug of a kind that not every list of kinds has
  ResourceType(String types, String slug, Carrying carrying) {
    this.types = Pattern.compile(types);
    this.slug = slug;
    this.carrying = carrying;
  }

  /// Takes what an instance says into its object.
  @FunctionalInterface
  interface Carrying {

    /// Why it can't be carried; empty when it is.
    Optional<String> carry(Instance instance, Sketches into);
  }

  static ResourceType of(String type) {
    for (ResourceType one : values()) {
      if (one.types.matcher(type).matches()) {
        return one;
      }
    }
    return OTHER;
  }

  Optional<String> carry(Instance instance, Sketches into) {
    boolean isKnown = slug.isEmpty() || into.kinds().withSlug(slug).isPresent();
    return (isKnown ? carrying : OTHER.carrying).carry(instance, into);
  }
}
