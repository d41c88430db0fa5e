package dev.ftctl.export.account;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds documents of objects that are known by a text which the documents read from a variable
/// that is not set here: a webhook by its url. They are told by their place and name instead, since
/// they were called after what they mean.
public final class Adoption {

  /// What a variable that is not set stands for while manifests are read.
  public static final String UNSET = "https://unset.invalid/";

  private final KindList kinds;
  private final Ids ids;

  private Adoption(KindList kinds, Ids ids) {
    this.kinds = kinds;
    this.ids = ids;
  }

  /// The inventory in which such objects have their documents.
  public static Inventory of(KindList kinds, Inventory inventory, List<Resource> described) {
    return new Inventory(
        new Adoption(kinds, inventory.ids()).found(inventory.objects(), described),
        inventory.ids(),
        inventory.beside());
  }

  private List<Found> found(List<Found> objects, List<Resource> described) {
    Set<String> matched =
        objects.stream()
            .flatMap(found -> found.wanted().stream())
            .map(resource -> resource.address().toString())
            .collect(Collectors.toSet());
    Map<String, List<Resource>> open =
        described.stream()
            .filter(resource -> !matched.contains(resource.address().toString()))
            .filter(this::isUnset)
            .sorted(Comparator.comparing(Resource::address))
            .collect(Collectors.groupingBy(this::place, LinkedHashMap::new, Collectors.toList()));
    var adopted = new ArrayList<Found>();
    for (Found found : objects) {
      boolean isOpen = found.wanted().isEmpty() && !paths(found.live().kind()).isEmpty();
      Optional<Resource> own =
          isOpen
              ? take(open.getOrDefault(place(found.live()), List.of()), found)
              : Optional.empty();
      adopted.add(
          own.map(resource ->
                  new Found(
                      resource.address(),
                      found.live(),
                      Optional.of(filled(resource, found.live()))))
              .orElse(found));
    }
    return adopted;
  }

  /// The first that is called after the object.
  private static Optional<Resource> take(List<Resource> open, Found found) {
    String label = found.live().label();
    String name = label.contains("~") ? label.substring(0, label.lastIndexOf('~')) : label;
    Optional<Resource> own =
        open.stream().filter(resource -> resource.address().name().startsWith(name)).findFirst();
    own.ifPresent(open::remove);
    return own;
  }

  private boolean isUnset(Resource resource) {
    return paths(resource.address().kind()).stream()
        .anyMatch(path -> resource.spec().at(path).asText().startsWith(UNSET));
  }

  private Set<FieldPath> paths(String slug) {
    KindDefinition definition = kinds.ofSlug(slug).definition();
    return definition.exported().stream()
        .flatMap(facet ->
            definition.fields(Value.Mapping.EMPTY).names().stream()
                .map(FieldPath::of)
                .filter(facet::isConfidential))
        .collect(Collectors.toSet());
  }

  private Resource filled(Resource resource, Live live) {
    Value.Mapping spec = resource.spec();
    for (FieldPath path : paths(live.kind())) {
      if (path.segments().size() == 1 && spec.at(path).asText().startsWith(UNSET)) {
        spec = spec.with(path.leaf(), live.fields().get(path.leaf()));
      }
    }
    return new Resource(resource.address(), resource.metadata(), spec, resource.place());
  }

  private String place(Resource resource) {
    String group = ids.idOf(resource.spec().get("group")).orElse("");
    return resource.address().kind() + "/" + group;
  }

  private static String place(Live live) {
    return live.kind() + "/" + new RemoteId(live.fields().text("group_id")).value();
  }
}
