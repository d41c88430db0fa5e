package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.ClickedCompany.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the databases of a company let through.
final class ClickedSettings {

  private static final List<String> ALL_TABLES =
      List.of("users", "orders", "customers", "payments", "products");

  private final ClickedCompany company;

  ClickedSettings(ClickedCompany company) {
    this.company = company;
  }

  /// Beside the connector, inside it, or in a file of their own; of all instances or of one.
  ///
  /// @param spec of the connector
  void write(String name, List<String> groups, Map<String, Object> spec) {
    if (company.chance(12)) {
      return;
    }
    var rules = map("schema_change_handling", company.one(List.of("ALLOW_ALL", "ALLOW_COLUMNS")));
    if (company.chance(30)) {
      rules.put("unlisted", "align");
    }
    Map<String, Object> schemas = map("public", schema());
    if (company.chance(30)) {
      String file = name + ".schema.yaml";
      company.file("manifests/" + file, company.hand().document(schemas));
      rules.put("schemas", "${yaml:" + file + "}");
    } else {
      rules.put("schemas", schemas);
    }
    if (company.chance(35)) {
      spec.put("schema_settings", rules);
      return;
    }
    var all = map("connector", name);
    all.putAll(rules);
    String file = "manifests/" + company.one(List.of(name, "settings")) + ".yaml";
    if (file.endsWith(name + ".yaml") && rules.get("schemas") instanceof String) {
      file = "manifests/settings.yaml";
    }
    document(file, name, all);
    if (groups.size() > 1 && company.chance(40)) {
      var own = map("connector", name + "@" + groups.getLast());
      own.put("schemas", map("public", map("tables", map("audit_log", map("enabled", false)))));
      document(file, name + "_own", own);
    }
  }

  private Map<String, Object> schema() {
    List<String> tables = company.some(ALL_TABLES, 2);
    if (company.chance(10)) {
      return map("enabled", true, "tables", tables);
    }
    var listed = new LinkedHashMap<String, Object>();
    for (String table : tables) {
      listed.put(table, table(table));
    }
    if (company.chance(25)) {
      String anchor = "t" + company.number();
      listed.put("audit_log", new YamlHand.Anchored(anchor, map("enabled", false)));
      listed.put("order_items", new YamlHand.Alias(anchor));
    }
    return company.chance(60) ? map("enabled", true, "tables", listed) : map("tables", listed);
  }

  private Map<String, Object> table(String table) {
    if (company.chance(25)) {
      return map("enabled", company.chance(50));
    }
    var columns = new LinkedHashMap<String, Object>();
    List<String> names =
        switch (table) {
          case "users" -> List.of("email", "ssn", "phone");
          case "orders" -> List.of("status", "currency", "total");
          case "customers" -> List.of("name", "email", "country");
          case "payments" -> List.of("amount", "method", "card_holder");
          default -> List.of("sku", "title", "price");
        };
    for (String name : company.some(names, 1)) {
      columns.put(name, company.chance(50) ? map("hashed", true) : map("enabled", false));
    }
    var made = map("enabled", true, "columns", columns);
    if (company.chance(25)) {
      made.put("sync_mode", company.one(List.of("SOFT_DELETE", "HISTORY")));
    }
    return made;
  }

  private void document(String file, String name, Map<String, ?> spec) {
    company.document(
        file, map("kind", "SchemaSettings", "metadata", map("name", name), "spec", spec));
  }
}
