package dev.ftctl.kind;

import dev.ftctl.model.address.Near;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All kinds, in the order of plans and of the lists: things before what stands on them.
public record KindList(List<Kind> kinds) {

  /// What other tools, the API and people call kinds: in small letters, one of it.
  private static final Map<String, List<String>> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("log", List.of("ExternalLog", "AccountLog")),
          Map.entry("logservice", List.of("ExternalLog", "AccountLog")),
          Map.entry("logging", List.of("ExternalLog", "AccountLog")),
          Map.entry("agent", List.of("HybridAgent", "ProxyAgent")),
          Map.entry("hybriddeploymentagent", List.of("HybridAgent")),
          Map.entry("localprocessingagent", List.of("HybridAgent")),
          Map.entry("key", List.of("ApiKey", "SystemKey")),
          Map.entry("dbt", List.of("TransformationProject", "Transformation")),
          Map.entry("dbtproject", List.of("TransformationProject")),
          Map.entry("project", List.of("TransformationProject")),
          Map.entry("dbttransformation", List.of("Transformation")),
          Map.entry("quickstart", List.of("Transformation")),
          Map.entry("serviceaccount", List.of("User")),
          Map.entry("package", List.of("SdkPackage")),
          Map.entry("connectorpackage", List.of("SdkPackage")),
          Map.entry("connectorsdkpackage", List.of("SdkPackage")),
          Map.entry("vault", List.of("SecretsManager")),
          Map.entry("externalsecretsmanager", List.of("SecretsManager")),
          Map.entry("link", List.of("PrivateLink")),
          Map.entry("schema", List.of("SchemaSettings")),
          Map.entry("connectorschemaconfig", List.of("SchemaSettings")));

  public KindList {
    kinds = List.copyOf(kinds);
  }

  /// The same, those last whose objects are found by what names them.
  public List<Kind> lastFoundByOthers() {
    return kinds.stream()
        .sorted(Comparator.comparing(kind -> kind.definition().belonging().isPresent()))
        .toList();
  }

  /// By a name of manifests, exactly.
  public Optional<Kind> named(String name) {
    for (Kind kind : kinds) {
      if (kind.definition().name().equals(name) || kind.definition().names().contains(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// Which names a wrong one may stand for: the nearest, else what is called so elsewhere.
  public List<String> meant(String typed) {
    return Near.of(typed, names())
        .map(List::of)
        .orElseGet(() ->
            OTHER_WORDS.getOrDefault(word(typed), List.of()).stream()
                .filter(name -> named(name).isPresent())
                .toList());
  }

  /// The same in words: `did you mean 'hybrid-agent' or 'proxy-agent'?`, or empty text.
  ///
  /// @param known what may be meant, by the words of manifests or of addresses
  public String hint(String typed, Collection<String> known) {
    List<String> meant =
        Near.of(typed, known)
            .map(List::of)
            .orElseGet(() ->
                meant(typed).stream()
                    .flatMap(name -> named(name).stream())
                    .map(Kind::definition)
                    .flatMap(kind -> Stream.of(kind.slug(), kind.name()).filter(known::contains))
                    .toList());
    return meant.isEmpty() ? "" : "did you mean '" + String.join("' or '", meant) + "'?";
  }

  /// `fivetran_log_services` is `logservice`.
  private static String word(String typed) {
    String letters = typed.toLowerCase(Locale.ROOT).replaceAll("^fivetran_|[^a-z]", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }

  public Optional<Kind> withSlug(String slug) {
    String wanted = slug.toLowerCase(Locale.ROOT);
    for (Kind kind : kinds) {
      if (kind.definition().slug().equals(wanted)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// By a name as a person types it: the kind's, another one of it or its slug, in any letter case,
  /// one of it or several.
  public Optional<Kind> typed(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return kinds.stream().filter(kind -> isTyped(kind.definition(), wanted)).findFirst();
  }

  private static boolean isTyped(KindDefinition kind, String wanted) {
    return Stream.concat(kind.names().stream(), Stream.of(kind.slug()))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> wanted.equals(name) || wanted.equals(name + "s"));
  }

  /// The kind of an address that a table made, which always exists.
  public Kind ofSlug(String slug) {
    return withSlug(slug).orElseThrow(() -> new IllegalStateException("no kind " + slug));
  }

  /// What may stand on objects of some kinds, or lie in them, and would be lost with them.
  ///
  /// @param below slugs
  public List<KindDefinition> above(Set<String> below) {
    return kinds.stream()
        .map(Kind::definition)
        .filter(KindDefinition::holdsWhatItStandsOn)
        .filter(kind -> !Collections.disjoint(needed(kind), below))
        .toList();
  }

  /// What a kind can't be without.
  private static Set<String> needed(KindDefinition kind) {
    var needed = new HashSet<>(kind.standsOn());
    kind.follows()
        .filter(Follows::isNeeded)
        .ifPresent(follows -> needed.addAll(follows.inTheSameGroup()));
    return needed;
  }

  /// As addresses write them.
  public List<String> slugs() {
    return kinds.stream().map(kind -> kind.definition().slug()).toList();
  }

  public List<String> names() {
    return kinds.stream().map(kind -> kind.definition().name()).toList();
  }

  /// The kind's place in the list.
  public int orderOf(String slug) {
    // A plain loop: comparators ask for each pair of objects of an account.
    for (int place = 0; place < kinds.size(); place++) {
      if (kinds.get(place).definition().slug().equals(slug)) {
        return place;
      }
    }
    throw new IllegalStateException("no kind " + slug);
  }
}
