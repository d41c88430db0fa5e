package dev.ftctl.live;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.Facets.FoundInDetail.Around;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// What documents mean that found nothing by their identity ([FoundInDetail]): the only object left
/// of a neighbourhood, for the only document of it that is left.
final class NextBest {

  private final FoundInDetail facet;
  private final Ids ids;
  private final Around around;
  private final List<Resource> documents;
  private final List<Live> lives;
  private final List<Claims.Match> found = new ArrayList<>();
  private final Map<Resource, List<Live>> unclear = new LinkedHashMap<>();

  private NextBest(
      FoundInDetail facet, Ids ids, Around around, List<Resource> documents, List<Live> lives) {
    this.facet = facet;
    this.ids = ids;
    this.around = around;
    this.documents = new ArrayList<>(documents);
    this.lives = new ArrayList<>(lives);
  }

  /// @param documents that found nothing
  /// @param lives that nothing found
  static NextBest of(
      FoundInDetail facet, Ids ids, Around around, List<Resource> documents, List<Live> lives) {
    var best = new NextBest(facet, ids, around, documents, lives);
    int levels =
        documents.stream().mapToInt(one -> best.neighbourhoods(one).size()).max().orElse(0);
    // From the end, since of what has no details only the widest is known.
    for (int level = levels; level > 0; level--) {
      best.match(level);
    }
    return best;
  }

  List<Claims.Match> found() {
    return found;
  }

  /// Documents that may mean one of several objects, or one object that others may mean. Several
  /// objects of the widest neighbourhood have nothing to do with a document.
  Map<Resource, List<Live>> unclear() {
    return unclear;
  }

  private void match(int fromEnd) {
    Map<String, List<Resource>> looking = by(documents, this::neighbourhoods, fromEnd);
    Map<String, List<Live>> there = by(lives, live -> facet.neighbourhoods(live, around), fromEnd);
    for (String place : new TreeSet<>(looking.keySet())) {
      List<Resource> here = looking.getOrDefault(place, List.of());
      List<Live> left = there.getOrDefault(place, List.of());
      if (left.size() == 1 && here.size() == 1) {
        found.add(new Claims.Match(here.getFirst(), left.getFirst()));
        documents.remove(here.getFirst());
        lives.remove(left.getFirst());
      } else if (!left.isEmpty() && (fromEnd > 1 || left.size() == 1)) {
        here.forEach(document -> unclear.put(document, left));
        documents.removeAll(here);
      }
    }
  }

  private List<String> neighbourhoods(Resource document) {
    return facet.neighbourhoods(document, ids, around).orElse(List.of());
  }

  private static <T> Map<String, List<T>> by(
      List<T> all, Function<T, List<String>> neighbourhoods, int fromEnd) {
    Map<String, List<T>> places = new LinkedHashMap<>();
    for (T one : all) {
      List<String> where = neighbourhoods.apply(one);
      Optional<String> place =
          where.size() < fromEnd
              ? Optional.empty()
              : Optional.of(where.get(where.size() - fromEnd));
      place.ifPresent(it -> places.computeIfAbsent(it, first -> new ArrayList<>()).add(one));
    }
    return places;
  }
}
