package dev.ftctl.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/// A project of many small files, each of which says one of several things by chance: most of them
/// right beside the others, some not. An edit makes one of them say another.
public final class ShuffledProject {

  private static final List<String> CLEAN =
      List.of("ftctl.yaml", "manifests/groups.yaml", "manifests/destination.yaml");

  private final Random random;
  private final Map<String, Function<Draw, String>> kinds = new LinkedHashMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, String> first;

  /// Chooses among words, the first of which is right beside whatever the other files say first.
  private record Draw(Random random, int percentOfFirst) {
    String of(String... words) {
      return words[random.nextInt(100) < percentOfFirst ? 0 : random.nextInt(words.length)];
    }

    String any(String... words) {
      return words[random.nextInt(words.length)];
    }
  }

  public ShuffledProject(Random random) {
    this.random = random;
    kinds.put("ftctl.yaml", ShuffledProject::project);
    kinds.put("manifests/groups.yaml", ShuffledProject::groups);
    kinds.put("manifests/destination.yaml", ShuffledProject::destination);
    kinds.put("manifests/orders.yaml", draw -> connector(draw, "orders"));
    kinds.put("manifests/shop.yaml", draw -> connector(draw, "shop"));
    kinds.put("manifests/a/crm.yaml", draw -> connector(draw, "crm"));
    kinds.put("manifests/a/feeds.yaml", ShuffledProject::feeds);
    kinds.put(
        "manifests/a/feeds.csv",
        draw -> "name,prefix\none,first\n" + draw.of("", "two,second\n", "crm,x\n"));
    kinds.put("manifests/template.yaml", ShuffledProject::template);
    kinds.put("manifests/settings.yaml", ShuffledProject::settings);
    kinds.put("manifests/settings-eu.yaml", ShuffledProject::settingsOfOne);
    kinds.put("manifests/people.yaml", ShuffledProject::people);
    kinds.put("manifests/team.yaml", ShuffledProject::team);
    kinds.put("manifests/hook.yaml", ShuffledProject::hook);
    kinds.put("data/events.yaml", draw -> "[" + draw.of("sync_end", "sync_start") + "]\n");
    kinds.put("overlays/shop.yaml", ShuffledProject::overlay);
    kinds.keySet().forEach(name -> draw(name, 100));
    first = Map.copyOf(files);
  }

  /// Makes it what it was at first.
  public void restore() {
    files.clear();
    files.putAll(first);
  }

  public Map<String, String> files() {
    return new TreeMap<>(files);
  }

  /// Changes, removes, copies or moves a file.
  public void edit() {
    List<String> all = List.copyOf(kinds.keySet());
    String name = all.get(random.nextInt(all.size()));
    String other = "manifests/copy" + random.nextInt(2) + ".yaml";
    switch (random.nextInt(12)) {
      case 0 -> files.remove(CLEAN.contains(name) ? other : name);
      case 1 -> files.put(other, files.getOrDefault(name, "kind: Group\nmetadata: {name: ap}\n"));
      case 2 -> files.remove(other);
      case 3 -> files.computeIfPresent(name, (same, text) -> "# a comment\n" + text);
      default -> draw(name, 60);
    }
  }

  private void draw(String name, int percentOfFirst) {
    files.put(name, kinds.get(name).apply(new Draw(random, percentOfFirst)));
  }

  private static String project(Draw draw) {
    return """
    variables: {zone: %s, events: sync_end, groups: [eu]}
    %s
    %s
    environments: {prod: {account: sandbox_account, overlays: overlays}, dev: {account: sandbox_account}}
    default_environment: %s
    """
        .formatted(
            draw.any("eu", "us"),
            draw.of(
                "",
                "defaults: {Webhook: {active: true}}",
                "defaults: {Connector: {sync_frequency: 360, paused: true}}",
                "defaults: {Connector: {sync_frequency: \"${var:often}\"}}",
                "defaults: {Connector: {template: feed}}"),
            draw.of(
                "",
                "scope: {groups: [eu, us]}",
                "released: [connector/crm]",
                "policies: [{name: p, on: resource, rule: \"false\", message: m}]"),
            draw.any("prod", "dev"));
  }

  private static String groups(Draw draw) {
    return "kind: Group\nmetadata: {name: eu, labels: {tier: \"%s\"}}\n---\nkind: Group\nmetadata: {name: us}\n%s"
        .formatted(
            draw.any("60", "360"),
            draw.of("", "spec: {name: \"${var:zone}\"}\n", "spec: {name: other}\n"));
  }

  private static String destination(Draw draw) {
    return """
    kind: Destination
    metadata: {name: eu%s}
    spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:PASSWORD%s}"}}
    """
        .formatted(draw.of("", ", labels: {team: ops}"), draw.of("", ":-harmless"));
  }

  private static String connector(Draw draw, String name) {
    return """
    kind: Connector
    metadata: {name: %s%s}
    spec:
      service: postgres
      groups: %s
      %s
      config: {schema_prefix: %s, host: %s, port: 5432, database: app, %s}
      %s
    """
        .formatted(
            draw.of(name, name, name, "orders"),
            draw.of(
                "",
                ", labels: {team: ops}",
                ", absent: true",
                ", environments: [prod]",
                ", owners: [ana]"),
            draw.of("[eu]", "[eu, us]", "[us, eu]", "\"${var:groups}\"", "[us]", "[ap]"),
            draw.of("paused: true", "sync_frequency: \"${group.label.tier}\"", "paused: false"),
            draw.of(name, "same"),
            draw.of("db.internal", "\"${env:PLAIN:-db}\"", "\"${var:zone}.internal\""),
            draw.of(
                "user: fivetran, password: \"${env:PASSWORD}\"",
                "user: fivetran, password: '${env:PASSWORD:-harmless}'",
                "user: fivetran, password: literal-secret",
                "user: &one \"${env:PASSWORD}\", password: *one",
                "user: \"${env:PLAIN:-f}\", password: \"${env:PASSWORD}\""),
            draw.of(
                "",
                "schema_settings: {schemas: {s: {enabled: false}}}",
                "overrides: {us: {paused: false}}",
                "overrides: {eu: {absent: true}}",
                "unknown_field: 1"));
  }

  private static String feeds(Draw draw) {
    return """
    kind: Connector
    for_each: %s
    metadata: {name: "${each.%s}"}
    spec: {template: %s, groups: [eu], config: {schema: "${each.%s}"}}
    """
        .formatted(
            draw.of("{csv: feeds.csv, key: name}", "{a: {name: x, prefix: y}}"),
            draw.of("name", "prefix"),
            draw.of("feed", "feed2"),
            draw.of("prefix", "name"));
  }

  private static String template(Draw draw) {
    return "kind: Template\nmetadata: {name: feed}\nspec: {service: %s, config: {api_key: \"${env:PASSWORD:-harmless}\"}}\n"
        .formatted(draw.of("stripe", "zendesk"));
  }

  private static String settings(Draw draw) {
    return "kind: SchemaSettings\nmetadata: {name: %s}\nspec: {connector: %s, schemas: {public: {tables: {users: {columns: {ssn: {%s}}}}}}}\n"
        .formatted(
            draw.of("orders", "all"),
            draw.of("orders", "shop", "orders@eu", "nobody"),
            draw.of("enabled: false", "hashed: true"));
  }

  private static String settingsOfOne(Draw draw) {
    return "kind: SchemaSettings\nmetadata: {name: %s}\nspec: {connector: %s, schemas: {extra: {enabled: %s}}}\n"
        .formatted(
            draw.of("one", "orders"),
            draw.of("shop@eu", "orders@eu", "crm", "orders", "elsewhere@eu"),
            draw.of("true", "\"${var:zone}\"", "false"));
  }

  private static String people(Draw draw) {
    return """
    kind: User
    metadata: {name: %s}
    spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, connectors: {%s: Connection Reviewer}}
    ---
    kind: User
    metadata: {name: bo@example.com}
    spec: {given_name: Bo, family_name: %s}
    """
        .formatted(
            draw.of("ana@example.com", "Ana@example.com", "cy@example.com"),
            draw.of("orders", "shop", "orders@eu", "crm"),
            draw.of("Li", "\"${env:PLAIN:-Li}\""));
  }

  private static String team(Draw draw) {
    return "kind: Team\nmetadata: {name: %s}\nspec: {role: Account Reviewer, users: {%s: Team Member}, groups: {%s: Destination Analyst}, connectors: {%s: Connection Reviewer}}\n"
        .formatted(
            draw.of("data", "ops"),
            draw.of("ana@example.com", "bo@example.com"),
            draw.of("eu", "us", "ap"),
            draw.of("shop", "crm", "orders", "one"));
  }

  private static String hook(Draw draw) {
    return "kind: Webhook\nmetadata: {name: pager%s}\nspec: {url: \"https://hooks.example.com/%s\", group: %s, events: %s, active: true, secret: \"${env:%s}\"}\n"
        .formatted(
            draw.of("", ", absent: true"),
            draw.of("one", "two"),
            draw.of("eu", "us"),
            draw.of("[sync_end]", "\"${yaml:../data/events.yaml}\"", "[\"${var:events}\"]"),
            draw.of("PASSWORD", "OTHER"));
  }

  private static String overlay(Draw draw) {
    return "kind: Connector\nmetadata: {name: %s}\nspec: {sync_frequency: %s}\n"
        .formatted(draw.of("shop", "orders", "nobody"), draw.of("60", "1440"));
  }
}
