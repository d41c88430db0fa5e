package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.live.Inventory.Unreadable;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private void describes(Claims.Match match) {
    wanted.put(match.live().kind() + "/" + match.live().id(), match.wanted());
  }

  /// @param denied slugs of the kinds whose list may not be seen
  Inventory of(
      Map<String, List<Live>> lists,
      Inventory.Choice choice,
      Inventory.Depth depth,
      Set<String> denied) {
    List<Found> listed =
        kinds.kinds().stream()
            .flatMap(kind -> lists.getOrDefault(kind.definition().slug(), List.of()).stream())
            .map(this::found)
            .filter(found -> found.live().isOurs())
            .toList();
    Map<Boolean, List<Found>> chosen =
        listed.stream()
            .collect(Collectors.partitioningBy(found -> choice.includes(found, matching.ids())));
    List<Found> asked = new ArrayList<>(chosen.getOrDefault(true, List.of()));
    asked.addAll(parts(listed, choice));
    List<Reading> answers = detailed(asked, depth);
    List<Unreadable> unread = answers.stream().flatMap(one -> one.unread().stream()).toList();
    var withOwners = new ArrayList<>(unread);
    var read = new ArrayList<Found>();
    for (Found found : answers.stream().flatMap(one -> one.read().stream()).toList()) {
      owner(found, unread)
          .ifPresentOrElse(
              owner -> withOwners.add(new Unreadable(found, owner.failure())),
              () -> read.add(found));
    }
    return new Inventory(
        ordered(read, found -> found),
        matching.ids(),
        new Inventory.Beside(
            chosen.getOrDefault(false, List.of()), ordered(withOwners, Unreadable::found), denied));
  }

  /// Whose part it is, where that could not be read: a document says both, unless each has its own.
  private Optional<Unreadable> owner(Found part, List<Unreadable> unread) {
    Optional<PartOf> facet = kinds.ofSlug(part.live().kind()).definition().partOf();
    return part.wanted().isPresent()
        ? Optional.empty()
        : facet.flatMap(partOf ->
            unread.stream()
                .filter(one -> one.found().live().kind().equals(partOf.owner()))
                .filter(one -> one.found().live().id().equals(part.live().id()))
                .findFirst());
  }

  /// The parts that the listed objects may have.
  private List<Found> parts(List<Found> listed, Inventory.Choice choice) {
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

  /// What one reading came to: neither, where there is no such part.
  private record Reading(List<Found> read, List<Unreadable> unread) {}

  /// With what their details tell.
  private List<Reading> detailed(List<Found> objects, Inventory.Depth depth) {
    var refused = new Refused(account, kinds);
    return parallel.all(
        objects.stream()
            .map(found ->
                new Parallel.Task<>(
                    found.address().toString(), () -> detailed(found, depth, refused)))
            .toList());
  }

  private Reading detailed(Found found, Inventory.Depth depth, Refused refused) {
    Kind kind = kinds.ofSlug(found.live().kind());
    try {
      Live detailed = kind.reader(account).details(found.live(), depth.of(kind, found));
      refused.read();
      boolean isThere =
          kind.definition().partOf().isEmpty() || !detailed.fields().entries().isEmpty();
      return new Reading(
          isThere ? List.of(new Found(found.address(), detailed, found.wanted())) : List.of(),
          List.of());
    } catch (ApiException failed) {
      refused.judge(found.live(), failed);
      return new Reading(List.of(), List.of(new Unreadable(found, failed.failure())));
    }
  }

  private <T> List<T> ordered(List<T> all, Function<T, Found> object) {
    return all.stream()
        .sorted(
            Comparator.comparing(
                object,
                Comparator.<Found>comparingInt(found -> kinds.orderOf(found.live().kind()))
                    .thenComparing(Found::address)
                    .thenComparing(found -> found.live().id().value())))
        .toList();
  }
}
