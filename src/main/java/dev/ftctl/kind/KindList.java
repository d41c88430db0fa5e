package dev.ftctl.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All kinds, in the order of plans.
public record KindList(List<Kind> kinds) {

  public KindList {
    kinds =
        kinds.stream().sorted(Comparator.comparingInt(kind -> kind.definition().order())).toList();
  }

  /// By the name of manifests, exactly; `Connection` is accepted for `Connector`.
  public Optional<Kind> named(String name) {
    String wanted = name.equals("Connection") ? "Connector" : name;
    return kinds.stream().filter(kind -> kind.definition().name().equals(wanted)).findFirst();
  }

  public Optional<Kind> withSlug(String slug) {
    String wanted = slug.toLowerCase(Locale.ROOT);
    return kinds.stream().filter(kind -> kind.definition().slug().equals(wanted)).findFirst();
  }

  /// The kind of an address that a table made, which always exists.
  public Kind ofSlug(String slug) {
    return withSlug(slug).orElseThrow(() -> new IllegalStateException("no kind " + slug));
  }

  public List<String> names() {
    return kinds.stream().map(kind -> kind.definition().name()).toList();
  }

  public int orderOf(String slug) {
    return ofSlug(slug).definition().order();
  }
}
