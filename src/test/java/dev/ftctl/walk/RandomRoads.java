package dev.ftctl.walk;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the sources and warehouses of a random company are reached, and who keeps their secrets.
final class RandomRoads {

  private static final String NONE = "null";

  private final RandomCompany company;
  private final String group;
  private final List<String> managers;
  private final List<String> links;
  private final List<String> proxies;
  private final List<String> hybrids;
  private final String home;

  /// @param group of the agents that are in one
  RandomRoads(RandomCompany company, String group) {
    this.company = company;
    this.group = group;
    this.managers = company.some(2, i -> "vault" + i);
    this.links = company.some(2, i -> "link" + i);
    this.proxies = company.some(2, i -> "dc" + i);
    this.hybrids = company.some(2, i -> "hy" + i + "_" + group);
    this.home = one(hybrids, 35);
  }

  List<String> documents() {
    var documents = new ArrayList<String>();
    managers.forEach(name -> documents.add(secretsManager(name)));
    links.forEach(name -> documents.add(privateLink(name)));
    proxies.forEach(name -> documents.add("kind: ProxyAgent\nmetadata: {name: " + name + "}\n"));
    hybrids.forEach(name -> documents.add(hybridAgent(name)));
    return documents;
  }

  /// What a destination says of its way, as lines of its `spec`. What it doesn't use it lets go.
  String ofDestination(String in) {
    return lines(Catalog.bundled().destination("snowflake"), in.equals(group) ? home : NONE);
  }

  /// The same of a connection, which may have none although its destination has one, or another.
  String ofConnection(String service, List<String> into) {
    boolean isAtHome = !home.equals(NONE) && into.contains(group) && company.chance(50);
    return lines(Catalog.bundled().connection(service), isAtHome ? home : one(hybrids, 25));
  }

  private String lines(Optional<ServiceFacts> facts, String hybrid) {
    boolean takesManagers = facts.orElseThrow().externalSecrets();
    String link = one(links, 35);
    String proxy = link.equals(NONE) ? one(proxies, 35) : NONE;
    String method =
        link.equals(NONE) ? proxy.equals(NONE) ? "Directly" : "ProxyAgent" : "PrivateLink";
    return """
      networking_method: %s
      private_link: %s
      proxy_agent: %s
      hybrid_deployment_agent: %s
    %s\
    """
        .formatted(
            method,
            link,
            proxy,
            hybrid,
            takesManagers ? "  external_secrets_manager: " + one(managers, 25) + "\n" : "");
  }

  private String one(List<String> names, int percent) {
    return names.isEmpty() || !company.chance(percent)
        ? NONE
        : company.one(names.toArray(String[]::new));
  }

  private String secretsManager(String name) {
    return """
    kind: SecretsManager
    metadata: {name: %s}
    spec:
      type: HASHICORP_VAULT
      config: {vault_address: "https://%s.acme.example", role_id: fivetran, secret_id: "${env:X:-harmless-secret-of-a-vault}"}
    """
        .formatted(name, company.one("vault", "vault2"));
  }

  private String privateLink(String name) {
    return """
    kind: PrivateLink
    metadata: {name: %s}
    spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: %s}}
    """
        .formatted(name, company.one("vpce-one", "vpce-two"));
  }

  /// Its environment follows from its name, since one that is used can't get another.
  private String hybridAgent(String name) {
    return """
    kind: HybridAgent
    metadata: {name: %s}
    spec: {group: %s, env_type: %s, auth_type: %s, accept_terms: true}
    """
        .formatted(
            name,
            group,
            name.startsWith("hy0") ? "DOCKER" : "KUBERNETES",
            company.one("AUTO", "MANUAL"));
  }
}
