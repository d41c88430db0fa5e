package dev.ftctl.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All kinds, in the order of plans and of the lists: things before what stands on them.
public record KindList(List<Kind> kinds) {

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

  public List<String> names() {
    return kinds.stream().map(kind -> kind.definition().name()).toList();
  }

  /// The kind's place in the list.
  public int orderOf(String slug) {
    return IntStream.range(0, kinds.size())
        .filter(place -> kinds.get(place).definition().slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind " + slug));
  }
}
