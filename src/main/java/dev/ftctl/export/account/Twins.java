package dev.ftctl.export.account;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Live;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Objects that no document can mean: several of one natural key, and what has none.
///
/// @param left collects them with the reason
/// @param dropped collects them by kind and id
record Twins(KindList kinds, Map<String, String> left, Set<String> dropped) {

  /// The objects without those.
  ///
  /// @param others that may be their twins and get no document here
  List<Found> without(List<Found> objects, List<Found> others) {
    Map<String, List<Found>> byKey = new LinkedHashMap<>();
    List<Found> all = Stream.concat(objects.stream(), others.stream()).toList();
    for (Found found : all) {
      if (definition(found).partOf().isEmpty()) {
        String key = found.live().kind() + "/" + found.live().identity();
        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(found);
      }
    }
    Set<String> chosen =
        objects.stream().map(found -> key(found.live())).collect(Collectors.toSet());
    byKey.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(same -> drop(same, all, chosen));
    objects.stream()
        .filter(found -> isNameless(found) && found.wanted().isEmpty())
        .forEach(
            found -> leave(found, "has no " + definition(found).namedBy() + " to be known by"));
    objects.stream()
        .filter(found -> definition(found).ofFile().isPresent() && found.wanted().isEmpty())
        .forEach(found ->
            leave(
                found,
                "is code, which export writes into a folder alone, beside the document of what runs"
                    + " it: that one names its id"));
    return objects.stream().filter(found -> !dropped.contains(key(found.live()))).toList();
  }

  private boolean isNameless(Found found) {
    String name = definition(found).namedBy();
    boolean isAsked =
        definition(found).fields(found.live().fields()).field(name).stream()
            .anyMatch(field -> field.is(Trait.REQUIRED));
    return found.live().isNameless() || isAsked && found.live().fields().text(name).isBlank();
  }

  /// One that a document describes counts, else the one that the kind takes.
  private void drop(List<Found> same, List<Found> all, Set<String> chosen) {
    List<Live> lives = same.stream().map(Found::live).toList();
    List<Live> listed = all.stream().map(Found::live).toList();
    String counting =
        same.stream()
            .filter(found -> found.wanted().isPresent())
            .map(Found::live)
            .findFirst()
            .or(() ->
                definition(same.getFirst())
                    .namesakes()
                    .flatMap(facet -> facet.counting(lives, listed)))
            .map(live -> live.id().value())
            .orElse("");
    for (Found found : same) {
      boolean isCounting = found.live().id().value().equals(counting);
      if (!isCounting && chosen.contains(key(found.live()))) {
        leave(
            found,
            "is one of " + same.size() + " of the same name: rename it in Fivetran, or delete it");
      } else if (!isCounting) {
        dropped.add(key(found.live()));
      }
    }
  }

  private void leave(Found found, String reason) {
    if (dropped.add(key(found.live()))) {
      left.put(subject(found), reason);
    }
  }

  /// What is left, as people find it.
  static String subject(Found found) {
    return found.address() + " (id " + found.live().id() + ")";
  }

  private KindDefinition definition(Found found) {
    return kinds.ofSlug(found.live().kind()).definition();
  }

  private static String key(Live live) {
    return live.kind() + "/" + live.id();
  }
}
