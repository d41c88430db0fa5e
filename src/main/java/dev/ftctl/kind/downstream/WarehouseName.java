package dev.ftctl.kind.downstream;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a schema, table or column of a source is called in the warehouse. Fivetran writes lower
/// case, an underscore for what is no letter or digit, in some connectors one between the words of
/// `camelCase`, too, and one before a digit that begins a name; with `SOURCE_NAMING` it leaves
/// names alone. Which of these a connector does nobody tells but the schema configuration, so each
/// is tried (docs/how-to/dbt.md).
public final class WarehouseName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_]");
  private static final Pattern WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern SEVERAL = Pattern.compile("__+");
  private static final Pattern BESIDE_LETTERS = Pattern.compile("[^a-z0-9]");

  private WarehouseName() {}

  /// The name that it has most likely: `Order Items` is `order_items`.
  public static String of(String source) {
    String name = NO_NAME.matcher(plain(source).toLowerCase(Locale.ROOT)).replaceAll("_");
    return name.isEmpty() || !Character.isDigit(name.charAt(0)) ? name : "_" + name;
  }

  /// Every name that it may have, the likeliest first.
  static Set<String> all(String source) {
    String words = NO_NAME.matcher(snake(source)).replaceAll("_");
    var all = new LinkedHashSet<String>();
    for (String name : List.of(of(source), words, SEVERAL.matcher(words).replaceAll("_"))) {
      all.add(name);
      all.add(name.isEmpty() || !Character.isDigit(name.charAt(0)) ? name : "_" + name);
    }
    all.add(source);
    return all;
  }

  private static String snake(String source) {
    return WORDS.matcher(plain(source)).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /// Letters without their accents.
  private static String plain(String source) {
    return MARKS.matcher(Normalizer.normalize(source, Normalizer.Form.NFD)).replaceAll("");
  }

  /// What all names have in common that a name may have: its letters and digits.
  public static String key(String name) {
    return BESIDE_LETTERS.matcher(plain(name).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /// Whether something in the warehouse is surely called after the source's name.
  public static boolean isSurely(String source, String there, Letters letters) {
    return all(source).stream().anyMatch(name -> letters.isSame(name, there));
  }
}
