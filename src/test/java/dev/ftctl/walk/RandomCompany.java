package dev.ftctl.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Manifests of a company over all kinds, made by chance: the same seed gives the same text. Names
/// come from a small stock, so that two companies mostly speak of the same objects.
public final class RandomCompany {

  private final Random random;
  private final boolean hasGhosts;
  private final StringJoiner documents = new StringJoiner("---\n");
  private final List<String> groups = new ArrayList<>();
  private final List<String> instances = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private final List<String> managers = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<String> stripes = new ArrayList<>();

  private RandomCompany(Random random, boolean hasGhosts) {
    this.random = random;
    this.hasGhosts = hasGhosts;
  }

  /// @param hasGhosts whether databases may exclude a column that their source doesn't have
  public static String text(Random random, boolean hasGhosts) {
    var company = new RandomCompany(random, hasGhosts);
    company.write();
    return company.documents.toString();
  }

  private void write() {
    var around = new RandomSurroundings(this);
    some(1, i -> "vault").forEach(this::secretsManager);
    links.addAll(some(2, i -> "link" + i));
    links.forEach(name -> documents.add(around.privateLink(name)));
    some(3, i -> "g" + i).forEach(this::group);
    if (groups.isEmpty()) {
      group("g0");
    }
    each(4, i -> "c" + i, this::connector, this::absentConnector);
    new RandomCode(this, groups).documents().forEach(documents::add);
    each(4, i -> "u" + i + "@acme.example", this::user, name -> absent("User", name));
    some(2, i -> "robot" + i).forEach(this::serviceAccount);
    each(2, i -> "t" + i, this::team, name -> absent("Team", name));
    some(3, i -> around.webhook("w" + i, groups.getFirst())).forEach(documents::add);
    some(1, i -> around.log(groups.getFirst())).forEach(documents::add);
    some(1, i -> around.accountLog()).forEach(documents::add);
    List<String> projects = some(1, i -> around.project(groups.getFirst()));
    projects.forEach(documents::add);
    some(2, i -> around.proxyAgent("dc" + i)).forEach(documents::add);
    some(1, i -> around.hybridAgent("hy" + i, groups.getFirst())).forEach(documents::add);
    some(2, i -> around.systemKey("key" + i, groups.getFirst())).forEach(documents::add);
    var built = new RandomTransformations(this);
    built.quickstarts(stripes).forEach(documents::add);
    projects.forEach(project ->
        built.dbt("dbt_" + groups.getFirst(), loaded(groups.getFirst())).forEach(documents::add));
  }

  private List<String> loaded(String group) {
    return instances.stream().filter(each -> each.endsWith("@" + group)).toList();
  }

  /// Of those that are not there, some are to be absent; nothing is said of the others.
  private void each(
      int stock, IntFunction<String> name, Consumer<String> there, Consumer<String> absent) {
    List<String> chosen = some(stock, name);
    chosen.forEach(there);
    IntStream.range(0, stock)
        .mapToObj(name)
        .filter(other -> !chosen.contains(other) && chance(50))
        .forEach(absent);
  }

  private void absent(String kind, String name) {
    documents.add("kind: %s\nmetadata: {name: \"%s\", absent: true}\n".formatted(kind, name));
  }

  private void absentConnector(String name) {
    String service =
        switch (name) {
          case "c0", "c1" -> "postgres";
          case "c2" -> "google_sheets";
          default -> "stripe";
        };
    String naming =
        switch (name) {
          case "c0", "c1" -> "schema_prefix: " + name;
          case "c2" -> "schema: c2, table: t";
          default -> "schema: " + name;
        };
    documents.add(
        "kind: Connector\nmetadata: {name: %s, absent: true}\nspec: {service: %s, groups: [%s], config: {%s}}\n"
            .formatted(name, service, groups.getFirst(), naming));
  }

  private void group(String name) {
    groups.add(name);
    documents.add(
        """
        kind: Group
        metadata: {name: %1$s}
        ---
        kind: Destination
        metadata: {name: %1$s}
        spec:
          group: %1$s
          service: snowflake
          region: %2$s
          time_zone_offset: "%3$s"
          config: {host: %4$s.snowflakecomputing.com, port: 443, database: %5$s, auth: PASSWORD, user: LOADER, password: "${env:X:-harmless}"}
        """
            .formatted(
                name,
                one("GCP_US_EAST4", "AWS_EU_WEST_1"),
                one("-5", "0", "+2"),
                one("acme", "acme2"),
                one("RAW", "LAKE")));
  }

  private void connector(String name) {
    List<String> into = groups.stream().filter(group -> chance(70)).toList();
    if (into.isEmpty()) {
      into = List.of(groups.getFirst());
    }
    into.forEach(group -> instances.add(name + "@" + group));
    String service =
        switch (name) {
          case "c0" -> "postgres";
          case "c1" -> one("mysql", "sql_server");
          case "c2" -> "google_sheets";
          default -> one("stripe", "stripe", "zendesk");
        };
    if (service.equals("stripe")) {
      into.forEach(group -> stripes.add(name + "@" + group));
    }
    boolean isDatabase = name.equals("c0") || name.equals("c1");
    boolean isDaily = chance(20);
    var spec = new StringBuilder();
    spec.append("  service: ").append(service).append('\n');
    spec.append("  groups: [").append(String.join(", ", into)).append("]\n");
    spec.append("  paused: ").append(chance(40)).append('\n');
    spec.append("  sync_frequency: ")
        .append(isDaily ? "1440" : one("15", "60", "360"))
        .append('\n');
    if (isDaily) {
      spec.append("  daily_sync_time: \"").append(one("03:00", "14:00")).append("\"\n");
    }
    if (chance(30)) {
      spec.append("  data_delay_sensitivity: ").append(one("LOW", "NORMAL", "HIGH")).append('\n');
    }
    spec.append("  config: {").append(config(name, service)).append("}\n");
    if (name.equals("c0") && !managers.isEmpty() && chance(30)) {
      spec.append("  external_secrets_manager: ").append(managers.getFirst()).append('\n');
    }
    if (name.equals("c1") && !links.isEmpty() && chance(50)) {
      spec.append("  networking_method: PrivateLink\n  private_link: ")
          .append(links.getLast())
          .append('\n');
    }
    if (chance(30)) {
      spec.append("  overrides:\n    ")
          .append(into.getLast())
          .append(": {sync_frequency: 720")
          .append(isDaily ? ", daily_sync_time: null" : "")
          .append("}\n");
    }
    documents.add("kind: Connector\nmetadata: {name: " + name + "}\nspec:\n" + spec);
    if (isDatabase && chance(80)) {
      documents.add(new RandomSettings(this, hasGhosts).of(name, service));
    }
  }

  private String config(String name, String service) {
    return switch (service) {
      case "postgres", "mysql", "sql_server" ->
          "schema_prefix: %s, host: db%s.internal, port: %s, database: app, user: fivetran, password: \"${env:X:-harmless}\""
              .formatted(name, one("1", "2"), one("5432", "5433"));
      case "google_sheets" ->
          "schema: %s, table: t, auth_type: ServiceAccount, sheet_id: https://sheets.example/%s, named_range: %s"
              .formatted(name, one("a", "b"), one("r1", "r2"));
      case "stripe" -> "schema: %s, api_key: \"${env:X:-harmless}\"".formatted(name);
      default ->
          "schema: %s, domain: %s, email: data@acme.example, api_token: \"${env:X:-harmless}\""
              .formatted(name, one("acme", "acme2"));
    };
  }

  private void user(String email) {
    users.add(email);
    documents.add(
        """
        kind: User
        metadata: {name: %s}
        spec:
          given_name: %s
          family_name: Ruiz
          role: %s
        %s\
        """
            .formatted(
                email,
                one("Ana", "Ben"),
                one("Account Reviewer", "Account Analyst", "Account Billing"),
                memberships()));
  }

  private void serviceAccount(String name) {
    if (chance(50)) {
      documents.add(new RandomSurroundings(this).apiKey(name));
    }
    users.add(name);
    documents.add(
        """
        kind: User
        metadata: {name: %s}
        spec:
          user_type: SERVICE_ACCOUNT
          given_name: Robot
          family_name: %s
          role: %s
        %s\
        """
            .formatted(name, name, one("Account Reviewer", "Account Analyst"), memberships()));
  }

  private void team(String name) {
    documents.add(
        """
        kind: Team
        metadata: {name: %s}
        spec:
          description: %s
          role: %s
        %s%s\
        """
            .formatted(
                name,
                one("first", "second"),
                one("Account Reviewer", "Account Analyst"),
                chance(70) ? "  users: " + roles(users, "Team Member", "Team Manager") + "\n" : "",
                memberships()));
  }

  private String memberships() {
    String text =
        chance(70)
            ? "  groups: "
                + roles(groups, "View Destination", "Edit Destination", "Manage Destination")
                + "\n"
            : "";
    text +=
        chance(50)
            ? "  connectors: "
                + roles(instances, "View Connection", "Edit Connection", "Manage Connection")
                + "\n"
            : "";
    return text + (text.isEmpty() || chance(80) ? "" : "  membership: additive\n");
  }

  private String roles(List<String> names, String... roles) {
    return names.stream()
        .filter(name -> chance(50))
        .map(name -> "\"" + name + "\": " + one(roles))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void secretsManager(String name) {
    managers.add(name);
    documents.add(
        """
        kind: SecretsManager
        metadata: {name: %s}
        spec:
          type: HASHICORP_VAULT
          config: {vault_address: "https://%s.acme.example", role_id: fivetran, secret_id: "${env:X:-harmless-secret-of-a-vault}"}
        """
            .formatted(name, one("vault", "vault2")));
  }

  private List<String> some(int stock, IntFunction<String> name) {
    return IntStream.range(0, stock).filter(i -> chance(65)).mapToObj(name).toList();
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String one(String... choices) {
    return Arrays.asList(choices).get(random.nextInt(choices.length));
  }
}
