package dev.ftctl.walk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.SandboxOptions;
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

  /// A simulator in which such a company lives: its agents are connected as soon as they are made.
  public static SandboxOptions account() {
    ObjectNode seed = JsonNodeFactory.instance.objectNode();
    ObjectNode families = seed.putObject("families");
    families.putObject("proxy").put("connected", true);
    families.putObject("hybrid-deployment-agents").put("connected", true);
    return SandboxOptions.inMemory().withSeed(seed);
  }

  private void write() {
    var around = new RandomSurroundings(this);
    groups.addAll(some(3, i -> "g" + i));
    if (groups.isEmpty()) {
      groups.add("g0");
    }
    var roads = new RandomRoads(this, groups.getFirst());
    roads.documents().forEach(documents::add);
    groups.forEach(name -> group(name, roads));
    var connections = new RandomConnections(this, roads, groups, hasGhosts);
    each(
        4,
        i -> "c" + i,
        name -> connections.of(name).forEach(documents::add),
        name -> documents.add(connections.absent(name)));
    instances.addAll(connections.instances());
    new RandomCode(this, groups).documents().forEach(documents::add);
    each(4, i -> "u" + i + "@acme.example", this::user, name -> absent("User", name));
    some(2, i -> "robot" + i).forEach(this::serviceAccount);
    each(2, i -> "t" + i, this::team, name -> absent("Team", name));
    some(3, i -> around.webhook(i, groups.getFirst())).forEach(documents::add);
    some(1, i -> around.log(groups.getFirst())).forEach(documents::add);
    some(1, i -> around.accountLog()).forEach(documents::add);
    List<String> projects = some(1, i -> around.project(groups.getFirst()));
    projects.forEach(documents::add);
    some(2, i -> around.systemKey("key" + i, groups, instances)).forEach(documents::add);
    var built = new RandomTransformations(this);
    built.quickstarts(connections.stripes()).forEach(documents::add);
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

  private void group(String name, RandomRoads roads) {
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
        %6$s\
        """
            .formatted(
                name,
                one("GCP_US_EAST4", "AWS_EU_WEST_1"),
                one("-5", "0", "+2"),
                one("acme", "acme2"),
                one("RAW", "LAKE"),
                roads.ofDestination(name)));
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

  List<String> some(int stock, IntFunction<String> name) {
    return IntStream.range(0, stock).filter(i -> chance(65)).mapToObj(name).toList();
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String one(String... choices) {
    return Arrays.asList(choices).get(random.nextInt(choices.length));
  }
}
