package dev.ftctl.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;

/// A project with every layer that a value may stand in, made by chance: plain documents, fan-outs
/// with and without `overrides`, templates of templates, rows of CSV files and of lists, overlays,
/// `defaults:`, settings inside connectors, beside them and in files of their own; and references
/// wherever one may stand.
final class ClickedCompany {

  /// One object of many from one document.
  ///
  /// @param row that made it; empty where none did
  record Instance(String address, String group, String zone, Map<String, String> row) {}

  /// A text with a reference in it, which stands in one place of the files.
  ///
  /// @param scope what it gives a value to, unless something above says otherwise
  /// @param path of the field, with slashes
  /// @param yields with `${group}`, `${group.label.zone}` and `${each.…}` to be filled in; as
  ///   `render` shows it
  record Token(String text, List<Instance> scope, String path, String yields) {

    String value(Instance instance) {
      String value =
          yields
              .replace("${group}", instance.group())
              .replace("${group.label.zone}", instance.zone());
      for (var cell : instance.row().entrySet()) {
        value = value.replace("${each." + cell.getKey() + "}", cell.getValue());
      }
      return value;
    }
  }

  static final List<String> FREQUENCIES = List.of("15", "30", "60", "180", "360", "720");

  private final Random random;
  private final YamlHand hand;
  private final Map<String, StringBuilder> files = new TreeMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> groups = List.of("g0", "g1", "g2");
  private int numbers;

  ClickedCompany(Random random) {
    this.random = random;
    hand = new YamlHand(random);
    groups.forEach(this::group);
    new ClickedConnectors(this).write();
    new ClickedPeople(this).write();
    file("ftctl.yaml", project());
  }

  Map<String, String> files() {
    var texts = new TreeMap<String, String>();
    files.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  /// What the manifests read of the environment.
  Map<String, String> environment() {
    return environment;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<String> groups() {
    return groups;
  }

  Instance instance(String address, String group, Map<String, String> row) {
    return new Instance(address, group, "zone-" + group, row);
  }

  /// Adds a document to a file.
  void document(String file, Map<String, ?> document) {
    StringBuilder text = files.computeIfAbsent(file, name -> new StringBuilder());
    text.append(text.isEmpty() ? chance(20) ? "---\n" : "" : "---\n");
    text.append(hand.document(document));
  }

  void file(String name, String text) {
    files.put(name, new StringBuilder(text));
  }

  YamlHand hand() {
    return hand;
  }

  /// A text field as somebody may write it; of `scope`, which may still grow.
  Object text(String path, String literal, List<Instance> scope) {
    int roll = random.nextInt(100);
    if (roll < 14) {
      return token(variable(literal), scope, path, literal);
    }
    if (roll < 22 && path.startsWith("config/")) {
      String name = "E_" + number();
      environment.put(name, literal);
      return token("${env:" + name + "}", scope, path, "(env:" + name + ")");
    }
    if (roll < 32 && path.startsWith("config/") && !scopeIsOneGroup(scope)) {
      String where = chance(50) ? "${group}" : "${group.label.zone}";
      String text = "n" + number() + "." + where + "." + literal;
      return token(text, scope, path, text);
    }
    if (roll < 38) {
      String tail = "-n" + number();
      return token(variable(literal) + tail, scope, path, literal + tail);
    }
    return literal;
  }

  /// A destination is in no fan-out.
  private static boolean scopeIsOneGroup(List<Instance> scope) {
    return scope.stream().anyMatch(instance -> instance.address().startsWith("destination/"));
  }

  /// A number or a word of a fixed list.
  Object word(String path, String literal, List<Instance> scope) {
    Object plain = literal.matches("\\d+") ? Integer.valueOf(literal) : literal;
    return chance(20) ? token(variable(literal), scope, path, literal) : plain;
  }

  /// An item of a list.
  Object item(String path, String literal, List<Instance> scope) {
    return token(variable(literal), scope, path, literal);
  }

  /// What each row says otherwise.
  String each(String path, String column, List<Instance> scope) {
    return token("${each." + column + "}", scope, path, "${each." + column + "}");
  }

  private String token(String text, List<Instance> scope, String path, String yields) {
    tokens.add(new Token(text, scope, path, yields));
    return text;
  }

  private String variable(String literal) {
    String name = "v" + number();
    variables.put(name, literal);
    return "${var:" + name + "}";
  }

  /// A secret, which no file may ever hold.
  String secret(String name) {
    String variable = "SECRET_" + name.toUpperCase(java.util.Locale.ROOT);
    environment.put(variable, "canary-" + name + "-secret");
    return chance(70) ? "${env:" + variable + "}" : "${secret:" + name + "}";
  }

  int number() {
    return 100 + numbers++;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// At least so many of them, in their order.
  <T> List<T> some(List<T> choices, int least) {
    var chosen = new ArrayList<T>();
    for (int i = 0; i < choices.size(); i++) {
      int left = choices.size() - i;
      if (chosen.size() + left <= least || chance(60)) {
        chosen.add(choices.get(i));
      }
    }
    return chosen;
  }

  private void group(String name) {
    String file = "manifests/groups/" + name + ".yaml";
    document(
        file,
        map("kind", "Group", "metadata", map("name", name, "labels", map("zone", "zone-" + name))));
    List<Instance> scope = List.of(instance("destination/" + name, name, Map.of()));
    Map<String, Object> config =
        map("host", text("config/host", name + ".snowflakecomputing.com", scope), "port", 443);
    config.put("database", text("config/database", "RAW", scope));
    config.put("auth", "PASSWORD");
    config.put("user", "LOADER");
    config.put("password", secret("warehouse_" + name));
    var spec = map("group", name, "service", "snowflake", "region", "GCP_US_EAST4");
    spec.put("time_zone_offset", "0");
    spec.put("config", config);
    document(file, map("kind", "Destination", "metadata", map("name", name), "spec", spec));
  }

  private String project() {
    var prod = new LinkedHashMap<String, Object>();
    prod.put("account", "sandbox_account");
    prod.put("overlays", List.of("overlays/prod"));
    var project = map("manifests", List.of("manifests"), "default_environment", "prod");
    project.put("environments", map("prod", prod));
    project.put("defaults", map("Connector", defaults()));
    project.put("secrets", secrets());
    var text = new StringJoiner("");
    text.add(hand.document(project));
    text.add("variables:\n");
    variables.forEach((name, value) -> text.add("  " + name + ": \"" + value + "\"\n"));
    return text.toString();
  }

  private Map<String, Object> defaults() {
    var defaults = map("paused", true);
    defaults.put("data_delay_sensitivity", one(List.of("NORMAL", "LOW")));
    if (chance(50)) {
      defaults.put("sync_frequency", 360);
    }
    return defaults;
  }

  private Map<String, Object> secrets() {
    var sources = new LinkedHashMap<String, Object>();
    environment.keySet().stream()
        .filter(name -> name.startsWith("SECRET_"))
        .forEach(name ->
            sources.put(
                name.substring("SECRET_".length()).toLowerCase(java.util.Locale.ROOT),
                map("env", name)));
    return sources;
  }

  /// A mapping of names and values in this order.
  static Map<String, Object> map(Object... entries) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
