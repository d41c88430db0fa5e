package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of an inventory, once it is known who is who.
final class InventoryReading {

  private final Account account;
  private final KindList kinds;
  private final Parallel parallel;
  private final Matching matching;

  /// What describes an object, by kind and id.
  private final Map<String, Resource> wanted = new HashMap<>();

  InventoryReading(Account account, KindList kinds, Parallel parallel, Matching matching) {
    this.account = account;
    this.kinds = kinds;
    this.parallel = parallel;
    this.matching = matching;
    matching.former().values().forEach(this::describes);
    matching.found().values().forEach(this::describes);
  }

  private void describes(Match match) {
    wanted.put(match.live().kind() + "/" + match.live().id(), match.wanted());
  }

  /// Everything that lists name, in their order.
  List<Found> listed(Map<String, List<Live>> lists) {
    return lists.values().stream().flatMap(List::stream).map(this::found).toList();
  }

  /// The parts that the listed objects may have.
  List<Found> parts(List<Found> listed, Inventory.Choice choice) {
    var parts = new ArrayList<Found>();
    for (Kind kind : kinds.kinds()) {
      KindDefinition definition = kind.definition();
      definition
          .partOf()
          .ifPresent(part ->
              listed.stream()
                  .filter(owner -> owner.live().kind().equals(part.owner()))
                  .filter(owner -> choice.includesPart(owner, definition.slug(), matching.ids()))
                  .map(owner -> part(definition.slug(), owner))
                  .forEach(parts::add));
    }
    return parts;
  }

  /// A part that no document describes goes by its owner's name.
  private Found part(String slug, Found whole) {
    Live owner = whole.live();
    var light =
        new Live(
            slug,
            new RemoteId(owner.id().value()),
            owner.id().value(),
            owner.label(),
            Value.Mapping.EMPTY,
            owner.isOurs());
    Optional<Resource> resource = resource(light);
    return new Found(
        resource.map(Resource::address).orElseGet(() -> whole.address().withKind(slug)),
        light,
        resource);
  }

  private Found found(Live live) {
    return new Found(address(live), live, resource(live));
  }

  private Optional<Resource> resource(Live live) {
    return Optional.ofNullable(wanted.get(live.kind() + "/" + live.id()));
  }

  private Address address(Live live) {
    return matching
        .ids()
        .nameOf(live.kind(), live.id().value())
        .orElseGet(() -> kinds.ofSlug(live.kind()).definition().liveAddress(live, matching.ids()));
  }

  /// With what their details tell; without what is gone since it was listed, and parts that are not
  /// there.
  List<Found> detailed(List<Found> objects, Inventory.Depth depth) {
    List<Optional<Found>> answers =
        parallel.all(
            objects.stream()
                .map(found ->
                    new Parallel.Task<>(found.address().toString(), () -> detailed(found, depth)))
                .toList());
    return answers.stream().flatMap(Optional::stream).toList();
  }

  private Optional<Found> detailed(Found found, Inventory.Depth depth) {
    Kind kind = kinds.ofSlug(found.live().kind());
    try {
      Live detailed = kind.reader(account).details(found.live(), depth.of(kind, found));
      boolean isThere =
          kind.definition().partOf().isEmpty() || !detailed.fields().entries().isEmpty();
      return isThere
          ? Optional.of(new Found(found.address(), detailed, found.wanted()))
          : Optional.empty();
    } catch (ApiException failed) {
      if (failed.failure().isNotFound()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  List<Found> ordered(List<Found> objects) {
    return objects.stream()
        .sorted(
            Comparator.<Found>comparingInt(found -> kinds.orderOf(found.live().kind()))
                .thenComparing(Found::address)
                .thenComparing(found -> found.live().id().value()))
        .toList();
  }
}
