package dev.ftctl.walk;

import java.util.List;
import java.util.StringJoiner;

/// Schema settings of a database of a [RandomCompany].
///
/// @param hasGhosts whether they may exclude a column that the source does not have
record RandomSettings(RandomCompany company, boolean hasGhosts) {

  /// Tables that the simulator has behind each database, with some of their columns.
  private static final List<List<String>> TABLES =
      List.of(
          List.of("users", "email", "ssn", "given_name", "family_name", "phone"),
          List.of("orders", "status", "currency", "total", "discount"),
          List.of("customers", "name", "email", "company", "country"),
          List.of("payments", "amount", "currency", "method", "card_holder"),
          List.of("products", "sku", "title", "price", "stock"));

  String of(String connector, String service) {
    String schema =
        switch (service) {
          case "postgres" -> "public";
          case "mysql" -> "app";
          default -> "dbo";
        };
    var text = new StringBuilder();
    text.append(
        """
        kind: SchemaSettings
        metadata: {name: %1$s}
        spec:
          connector: %1$s
        """
            .formatted(connector));
    if (company.chance(80)) {
      text.append("  schema_change_handling: ")
          .append(company.one("ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL"))
          .append('\n');
    }
    if (company.chance(30)) {
      text.append("  unlisted: align\n");
    }
    text.append("  schemas:\n    ")
        .append(schema)
        .append(":\n      enabled: true\n      tables:\n");
    boolean isEmpty = true;
    for (List<String> table : TABLES) {
      if (company.chance(60) || isEmpty && table == TABLES.getLast()) {
        isEmpty = false;
        text.append("        ")
            .append(table.getFirst())
            .append(": ")
            .append(table(table))
            .append('\n');
      }
    }
    if (company.chance(15)) {
      text.append("        'a*': {enabled: ").append(company.chance(50)).append("}\n");
    }
    return text.toString();
  }

  private String table(List<String> table) {
    if (company.chance(20)) {
      return "{enabled: false}";
    }
    var columns = new StringJoiner(", ", "{", "}");
    for (String column : table.subList(1, table.size())) {
      if (company.chance(50)) {
        columns.add(
            column
                + ": {"
                + company.one("enabled: true", "enabled: false", "hashed: true", "hashed: false")
                + "}");
      }
    }
    if (hasGhosts && company.chance(30)) {
      columns.add("ghost: {enabled: false}");
    }
    String mode = company.chance(25) ? ", sync_mode: " + company.one("SOFT_DELETE", "HISTORY") : "";
    return "{enabled: true" + mode + ", columns: " + columns + "}";
  }
}
