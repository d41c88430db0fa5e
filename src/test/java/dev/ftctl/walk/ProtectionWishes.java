package dev.ftctl.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Settings that somebody may wish for, made by chance: with names that are wrong, patterns and
/// references.
final class ProtectionWishes {

  static final List<String> POLICIES = List.of("", "ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL");
  private static final List<String> SCHEMAS =
      List.of("public", "public", "pub*", "Public", "later");
  private static final List<String> TABLES =
      List.of("users", "Users", "customers", "orders", "pay*", "*", "c?stomers", "ghost", "usres");
  private static final List<String> COLUMNS =
      List.of("ssn", "snn", "SSN", "s*", "*mail", "email", "emial", "card_*", "*", "vat_number");

  /// Keys that may be written as references to variables of the project.
  private static final Map<String, String> REFERENCES =
      Map.of(
          "users", "${var:users}",
          "ssn", "${var:ssn}",
          "*mail", "${var:mail}",
          "email", "${lower('EMAIL')}",
          "public", "${var:pub}");

  private ProtectionWishes() {}

  static Map<String, Object> document(String kind, String name, Map<String, Object> spec) {
    return Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec);
  }

  static List<Map<String, Object>> documents(
      String name, String policy, Map<String, Object> tree, Random random) {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("connector", name);
    if (!policy.isEmpty()) {
      settings.put("schema_change_handling", policy);
    }
    settings.put("schemas", written(tree, random));
    return List.of(
        document(
            "Connector",
            name,
            Map.of(
                "service",
                "postgres",
                "groups",
                List.of("g"),
                "paused",
                false,
                "config",
                Map.of(
                    "schema_prefix",
                    name,
                    "host",
                    name + ".internal",
                    "port",
                    5432,
                    "database",
                    name,
                    "user",
                    "fivetran",
                    "password",
                    "${file:../password}"))),
        document("SchemaSettings", name, settings));
  }

  /// The tree as somebody may write it: some keys as references.
  private static Object written(Object tree, Random random) {
    if (!(tree instanceof Map<?, ?> wishes)) {
      return tree;
    }
    var written = new LinkedHashMap<String, Object>();
    wishes.forEach((key, wish) -> {
      String reference = REFERENCES.get(key);
      boolean isReference = reference != null && random.nextInt(3) == 0;
      written.put(isReference ? reference : String.valueOf(key), written(wish, random));
    });
    return written;
  }

  static Map<String, Object> tree(Random random) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      var tables = new LinkedHashMap<String, Object>();
      for (int j = random.nextInt(3); j > 0; j--) {
        var columns = new LinkedHashMap<String, Object>();
        for (int k = random.nextInt(3); k > 0; k--) {
          columns.put(one(random, COLUMNS), wish(random, true));
        }
        Map<String, Object> table =
            random.nextInt(4) == 0 ? wish(random, false) : new LinkedHashMap<>();
        table.put("columns", columns);
        tables.put(one(random, TABLES), table);
      }
      Map<String, Object> schema =
          random.nextInt(8) == 0 ? wish(random, false) : new LinkedHashMap<>();
      schema.put("tables", tables);
      tree.put(one(random, SCHEMAS), schema);
    }
    return tree;
  }

  private static Map<String, Object> wish(Random random, boolean isColumn) {
    var wish = new LinkedHashMap<String, Object>();
    int kind = random.nextInt(isColumn ? 5 : 3);
    if (kind > 2) {
      wish.put("hashed", true);
    } else {
      wish.put("enabled", kind == 2);
    }
    if (random.nextInt(6) == 0) {
      wish.put("optional", true);
    }
    return wish;
  }

  static String one(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
