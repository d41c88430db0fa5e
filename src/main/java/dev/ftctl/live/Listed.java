package dev.ftctl.live;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.model.Live;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What lists tell, by slug.
record Listed(Map<String, List<Live>> lists, Predicate<Live> described)
    implements FoundInDetail.Around {

  List<Live> all() {
    return lists.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public Optional<Live> find(String slug, String id) {
    return lists.getOrDefault(slug, List.of()).stream()
        .filter(live -> live.id().value().equals(id))
        .findFirst();
  }

  @Override
  public boolean isDescribed(Live live) {
    return described.test(live);
  }
}
