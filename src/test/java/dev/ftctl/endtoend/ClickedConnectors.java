package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.ClickedCompany.map;

import dev.ftctl.endtoend.ClickedCompany.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The connectors of a company and what their values come through.
final class ClickedConnectors {

  private static final List<String> DELAYS = List.of("LOW", "NORMAL", "HIGH");

  private final ClickedCompany company;
  private final List<Instance> ofBase = new ArrayList<>();
  private final List<Instance> ofDatabases = new ArrayList<>();
  private final List<Instance> ofFeeds = new ArrayList<>();

  ClickedConnectors(ClickedCompany company) {
    this.company = company;
  }

  void write() {
    for (int i = 0; i < 3; i++) {
      database("db" + i, i > 0 && company.chance(60));
    }
    shards(company.chance(50));
    feeds();
    ads();
    // The last, since only now all are known that a template is for.
    templates();
  }

  private void templates() {
    String file = company.one(List.of("manifests/templates.yaml", "manifests/shared/t.yaml"));
    var base = map("sync_frequency", company.word("sync_frequency", "180", ofBase));
    base.put("config", map("update_method", "XMIN"));
    document(file, "Template", "base", base);
    var database = map("template", "base", "service", "postgres", "paused", true);
    database.put(
        "config",
        map(
            "user",
            company.text("config/user", "reader", ofDatabases),
            "port",
            company.word("config/port", "5432", ofDatabases)));
    if (company.chance(30)) {
      database.put("data_delay_sensitivity", company.one(DELAYS));
    }
    document(file, "Template", "pg", database);
    var feed = map("service", "s3");
    Map<String, Object> config =
        map("bucket", company.text("config/bucket", "acme-raw", ofFeeds), "auth_type", "IAM_ROLE");
    config.put("role_arn", company.secret("feeds_role"));
    config.put("file_type", "jsonl");
    config.put("compression", "gzip");
    config.put("on_error", "fail");
    feed.put("config", config);
    document(file, "Template", "feed", feed);
  }

  private void document(String file, String kind, String name, Map<String, ?> spec) {
    company.document(file, map("kind", kind, "metadata", map("name", name), "spec", spec));
  }

  private void database(String name, boolean isFromTemplate) {
    List<String> groups = company.some(company.groups(), name.equals("db0") ? 3 : 1);
    var scope = new ArrayList<Instance>();
    groups.forEach(
        group -> scope.add(company.instance("connector/" + name + "@" + group, group, Map.of())));
    var spec = isFromTemplate ? map("template", "pg") : map("service", "postgres");
    spec.put("groups", groups);
    if (isFromTemplate) {
      ofBase.addAll(scope);
      ofDatabases.addAll(scope);
    } else {
      spec.put("paused", true);
      spec.put("sync_frequency", company.word("sync_frequency", frequency(), scope));
    }
    if (company.chance(40)) {
      spec.put(
          "data_delay_sensitivity",
          company.word("data_delay_sensitivity", company.one(DELAYS), scope));
    }
    spec.put("config", config(name, isFromTemplate, scope));
    boolean isOverridden = company.chance(60);
    if (isOverridden) {
      spec.put("overrides", overrides(groups));
    }
    new ClickedSettings(company).write(name, groups, spec);
    document(
        "manifests/" + company.one(List.of("databases", name)) + ".yaml", "Connector", name, spec);
    overlay(name, groups, isOverridden, scope);
  }

  private Map<String, Object> config(String name, boolean isFromTemplate, List<Instance> scope) {
    var config = map("schema_prefix", name);
    config.put("host", company.text("config/host", name + ".db.internal", scope));
    if (!isFromTemplate || company.chance(30)) {
      config.put("port", company.word("config/port", "5433", scope));
      config.put("user", company.text("config/user", "fivetran", scope));
    }
    config.put("database", company.text("config/database", name, scope));
    config.put("password", company.secret(name));
    return config;
  }

  /// Of one group, or of two that share an anchor.
  private Map<String, Object> overrides(List<String> groups) {
    var small = map("sync_frequency", Integer.valueOf(frequency()));
    if (company.chance(50)) {
      small.put("config", map("host", "own" + company.number() + ".db.internal"));
    }
    var overrides = map(groups.getLast(), small);
    if (groups.size() > 1 && company.chance(50)) {
      String anchor = "o" + company.number();
      var alias = new YamlHand.Alias(anchor);
      overrides = map(groups.getFirst(), new YamlHand.Anchored(anchor, small));
      overrides.put(
          groups.getLast(),
          company.chance(50) ? alias : map("<<", alias, "data_delay_sensitivity", "HIGH"));
    }
    return overrides;
  }

  private void overlay(
      String name, List<String> groups, boolean isOverridden, List<Instance> scope) {
    if (!name.equals("db0") && !company.chance(40)) {
      return;
    }
    var spec = map("sync_frequency", company.word("sync_frequency", frequency(), scope));
    if (company.chance(50)) {
      spec.put("config", map("host", company.text("config/host", name + ".prod.internal", scope)));
    }
    if (isOverridden && company.chance(40)) {
      spec.put(
          "overrides", map(groups.getLast(), map("config", map("port", 6000 + company.number()))));
    }
    document(
        "overlays/prod/" + company.one(List.of("all", name)) + ".yaml", "Connector", name, spec);
  }

  /// One connector of each entry of a list or a mapping.
  private void shards(boolean isMapping) {
    var scope = new ArrayList<Instance>();
    var list = new ArrayList<Object>();
    var mapping = new LinkedHashMap<String, Object>();
    for (String key : List.of("ab", "cd", "ef")) {
      String group = company.one(company.groups());
      var row = new TreeMap<String, String>();
      row.put("hosted", key + ".shard.internal");
      row.put("minutes", frequency());
      row.put("group", group);
      scope.add(company.instance("connector/shard_" + key + "@" + group, group, row));
      Map<String, Object> entry = isMapping ? map() : map("key", key);
      entry.put("hosted", row.get("hosted"));
      entry.put("minutes", Integer.valueOf(frequencyOf(row)));
      entry.put("group", group);
      list.add(entry);
      mapping.put(key, entry);
    }
    ofBase.addAll(scope);
    ofDatabases.addAll(scope);
    var spec = map("template", "pg", "groups", List.of("${each.group}"));
    spec.put("sync_frequency", company.each("sync_frequency", "minutes", scope));
    spec.put(
        "config",
        map(
            "schema_prefix",
            "shard_${each.key}",
            "host",
            company.each("config/host", "hosted", scope),
            "database",
            company.text("config/database", "shard", scope),
            "password",
            company.secret("shard")));
    company.document(
        "manifests/shards.yaml",
        map(
            "kind",
            "Connector",
            "for_each",
            isMapping ? mapping : list,
            "metadata",
            map("name", "shard_${each.key}"),
            "spec",
            spec));
  }

  private static String frequencyOf(Map<String, String> row) {
    return row.getOrDefault("minutes", "");
  }

  /// One connector of each row of a CSV file.
  private void feeds() {
    var scope = new ArrayList<Instance>();
    String end = company.chance(25) ? "\r\n" : "\n";
    var csv = new StringBuilder("name,group,every,prefixed" + end);
    for (String name : List.of("clicks", "views", "carts", "leads")) {
      String group = company.one(company.groups());
      String every = frequency();
      var row = new TreeMap<>(Map.of("every", every, "prefixed", "in/" + name));
      scope.add(company.instance("connector/s3_" + name + "@" + group, group, row));
      String prefix = company.chance(30) ? "\"in/" + name + "\"" : "in/" + name;
      csv.append(String.join(",", name, group, every, prefix)).append(end);
    }
    ofFeeds.addAll(scope);
    company.file("manifests/feeds.csv", csv.toString());
    var spec = map("template", "feed", "groups", List.of("${each.group}"));
    spec.put("sync_frequency", company.each("sync_frequency", "every", scope));
    Map<String, Object> config = map("schema", "raw", "table_group_name", "${each.name}");
    config.put("prefix", company.each("config/prefix", "prefixed", scope));
    config.put("files", List.of(map("table_name", "pages", "file_pattern", "pages/.*")));
    spec.put("config", config);
    company.document(
        "manifests/feeds.yaml",
        map(
            "kind",
            "Connector",
            "for_each",
            map("csv", "feeds.csv"),
            "metadata",
            map("name", "s3_${each.name}"),
            "spec",
            spec));
  }

  /// Lists of plain values, and of objects with a key.
  private void ads() {
    for (String name : List.of("ads", "feeds_of_ours")) {
      List<String> groups = company.some(company.groups(), 2);
      var scope = new ArrayList<Instance>();
      groups.forEach(
          group -> scope.add(company.instance("connector/" + name + "@" + group, group, Map.of())));
      boolean isAds = name.equals("ads");
      var spec = map(isAds ? "service" : "template", isAds ? "google_ads" : "feed");
      spec.put("groups", groups);
      spec.put("config", isAds ? adsConfig(scope) : filesConfig(scope));
      if (!isAds) {
        ofFeeds.addAll(scope);
      }
      document("manifests/" + name + ".yaml", "Connector", name, spec);
    }
  }

  private Map<String, Object> adsConfig(List<Instance> scope) {
    Map<String, Object> config = map("schema", "ads", "customer_id", "123-456-7890");
    config.put("sync_mode", "SpecificAccounts");
    var accounts = new ArrayList<Object>();
    for (String account : List.of("1112223333", "4445556666", "7778889999")) {
      accounts.add(company.chance(30) ? company.item("config/accounts", account, scope) : account);
    }
    config.put("accounts", accounts);
    config.put("timeframe_months", "TWELVE");
    config.put("conversion_window_size", 30);
    return config;
  }

  private Map<String, Object> filesConfig(List<Instance> scope) {
    Map<String, Object> config = map("schema", "ours", "table_group_name", "ours");
    config.put("prefix", company.text("config/prefix", "web/", scope));
    var files = new ArrayList<Object>();
    for (String table : List.of("pages", "searches")) {
      files.add(map("table_name", table, "file_pattern", table + "/.*"));
    }
    config.put("files", files);
    return config;
  }

  private String frequency() {
    return company.one(ClickedCompany.FREQUENCIES);
  }
}
