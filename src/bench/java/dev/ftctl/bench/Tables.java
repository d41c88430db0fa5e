package dev.ftctl.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How the simulator names what is in a source of a given size.
final class Tables {
  static final int COLUMNS = 20;
  static final int SEED = 7;

  private static final List<String> NOUNS =
      List.of("account", "batch", "claim", "delivery", "entry", "form", "grant", "item", "job");
  private static final List<String> WORDS =
      List.of("email", "name", "status", "amount", "note", "code", "owner", "created_at");

  private Tables() {}

  static String schema(int number) {
    return number == 0 ? "public" : "schema_" + number;
  }

  /// The tables of schema s are those whose number is s modulo the number of schemas.
  static String table(int number) {
    return String.format(Locale.ROOT, "%s_%05d", NOUNS.get(number % NOUNS.size()), number);
  }

  /// A column that is no key.
  static String column(int table, int number) {
    int offset = new SplittableRandom(SEED + (long) table).nextInt(WORDS.size());
    String word = WORDS.get((offset + number + 1) % WORDS.size());
    return number < WORDS.size() ? word : word + "_" + (number + 1);
  }
}
