package dev.ftctl.sql;

import dev.ftctl.sql.token.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A folder of models as dbt has them, for tables of a shop.
public final class GeneratedModels {

  private static final String[] SCHEMAS = {"Sales", "hr"};
  private static final String[] TABLES = {"OrderItems", "Account", "PriceList", "users"};
  private static final String[] COLUMNS = {"AccountNumber", "UnitPrice", "Id", "FirstName"};

  /// Texts, comments and templates of what is generated, none of which stands in another.
  private static final Pattern SEALED =
      Pattern.compile(
          "'[^']*'|/\\*.*?\\*/|--[^\\n]*|\\{\\{.*?}}|\\{%.*?%}|\\{#.*?#}|\\$\\{.*?}",
          Pattern.DOTALL);

  private final SequencedMap<String, String> texts = new LinkedHashMap<>();

  public GeneratedModels(int count) {
    for (int index = 0; index < count; index++) {
      var random = new SplittableRandom(index);
      var text = new StringBuilder("{{ config(materialized='table') }}\n");
      while (text.length() < 1_000) {
        text.append(new GeneratedSql(random, Dialect.SNOWFLAKE, SCHEMAS, TABLES, COLUMNS).text());
      }
      texts.put("models/area_" + index % 20 + "/model_" + index + ".sql", text.toString());
    }
  }

  /// By their paths.
  public SequencedMap<String, String> texts() {
    return texts;
  }

  /// What no run may change, in the order of the text.
  public static List<String> sealed(String text) {
    return SEALED.matcher(text).results().map(MatchResult::group).toList();
  }

  /// The same of a file as it was.
  public List<String> sealedBefore(String file) {
    return sealed(texts.getOrDefault(file, ""));
  }

  /// The schema configuration, as the API tells it.
  public String names() {
    var json = new StringBuilder("{\"schemas\": {");
    for (String schema : SCHEMAS) {
      json.append(schema.equals(SCHEMAS[0]) ? "" : ", ");
      json.append(named(schema, "shop_" + snake(schema))).append(", \"tables\": {");
      for (String table : TABLES) {
        json.append(table.equals(TABLES[0]) ? "" : ", ");
        json.append(named(table, snake(table))).append(", \"columns\": {");
        for (String column : COLUMNS) {
          json.append(column.equals(COLUMNS[0]) ? "" : ", ");
          json.append(named(column, snake(column))).append('}');
        }
        json.append("}}");
      }
      json.append("}}");
    }
    return json.append("}}").toString();
  }

  private static String named(String name, String there) {
    return "\"" + name + "\": {\"name_in_destination\": \"" + there + "\"";
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
