package dev.ftctl.kinds.connector;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a configuration says of where it reads from. How it reads (modes, formats, limits) and who
/// logs in tell no two sources apart; secrets come masked and can't be compared.
///
/// @param places single values by the name of their field: host, database, bucket, account
/// @param members what lists hold: accounts, properties, the patterns of files
record Source(Map<String, String> places, Map<String, Set<String>> members) {

  /// Words of field names that tell where something is (schemas/catalog, all services).
  private static final Pattern WHERE =
      Pattern.compile(
          "(?:.*_)?(?:s3|gcs|abs|host|sub)?(?:hosts?|hostname|servers?|domain|urls?|uri|endpoint"
              + "|bucket|container|prefix|pattern|path|folder|sheet|range|database|db|tns|sid|pdb"
              + "|accounts?|tenant|organi[sz]ations?|company|companies|projects?|workspaces?|sites?"
              + "|instance|shops?|stores?|repository|repositories|property|properties|profiles?"
              + "|advertisers?|partners?|pages?|apps?|topics?|merchant|network|customers?|entity"
              + "|business|namespace|dataset|catalog|stream|queue|region|environment|country"
              + "|blockchain|port|boards?|teams?|spaces?|catalogs?|vendors?|seats?|directories)"
              + "(?:_(?:ids?|names?|sid|url|code|key|address|prefix|range|location|list|\\d+))*");

  /// Ways to the source, and what stands beside it.
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:tunnel|agent|client|archive|schema_registry|proxy|host_user|historical|report|asm"
              + "|sftp_public|public|tde|login|user)_.*|.*_(?:mode|type|method|limit)");

  /// Lists of which one member in common is enough, whatever else differs: the same data twice.
  private static final Pattern ACCOUNTS = Pattern.compile("(?:.*_)?(?:accounts|ids|[a-z]+s_id)");

  private static final String MASK = "***";

  Source {
    places = Map.copyOf(places);
    members = Map.copyOf(members);
  }

  static Source of(Value.Mapping config) {
    var places = new LinkedHashMap<String, String>();
    var members = new LinkedHashMap<String, Set<String>>();
    config
        .entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Items list) {
            Set<String> held = members(name, list);
            if (!held.isEmpty()) {
              members.put(name, held);
            }
          } else if (isWhere(name) && isSaid(value)) {
            places.put(name, folded(value));
          }
        });
    return new Source(places, members);
  }

  /// Whether nothing speaks for another source. What only one of them says does not: it reads less
  /// of the same, or the other one's default.
  boolean isLike(Source other) {
    boolean sharesAccounts =
        members.entrySet().stream()
            .anyMatch(held -> isOfAccounts(held.getKey()) && meets(held, other));
    return sharesAccounts
        || places.entrySet().stream()
                .allMatch(place ->
                    other
                        .places
                        .getOrDefault(place.getKey(), place.getValue())
                        .equals(place.getValue()))
            && members.entrySet().stream()
                .allMatch(held -> !other.members.containsKey(held.getKey()) || meets(held, other));
  }

  static boolean isOfAccounts(String name) {
    return ACCOUNTS.matcher(name).matches();
  }

  private static boolean meets(Map.Entry<String, Set<String>> held, Source other) {
    return other.members.getOrDefault(held.getKey(), Set.of()).stream()
        .anyMatch(held.getValue()::contains);
  }

  private static Set<String> members(String name, Value.Items list) {
    var held = new LinkedHashSet<String>();
    for (Value item : list.items()) {
      if (item instanceof Value.Mapping mapping) {
        var where = new TreeSet<String>();
        of(mapping).places.forEach((field, place) -> where.add(field + "=" + place));
        if (!where.isEmpty()) {
          held.add(where.toString());
        }
      } else if (isSaid(item) && (isWhere(name) || isOfAccounts(name))) {
        held.add(folded(item));
      }
    }
    return held;
  }

  private static boolean isWhere(String name) {
    return WHERE.matcher(name).matches() && !BESIDE.matcher(name).matches();
  }

  private static boolean isSaid(Value value) {
    return (value instanceof Value.Text || value instanceof Value.Num)
        && !value.asText().isBlank()
        && !value.asText().startsWith(MASK);
  }

  private static String folded(Value value) {
    return value.asText().strip().toLowerCase(Locale.ROOT);
  }
}
