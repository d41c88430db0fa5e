package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Objects of the account in detail, whether or not manifests describe them: the lists, then a call
/// for each object that is chosen, and one for each part of it.
///
/// @param objects in the order of kinds and addresses
/// @param ids of everything that the lists hold, and of what it refers to
/// @param denied slugs of kinds whose lists the key may not see
public record Inventory(List<Found> objects, Ids ids, List<String> denied) {

  public Inventory {
    objects = List.copyOf(objects);
    denied = List.copyOf(denied);
  }

  /// One object.
  ///
  /// @param address that it goes by: its document's, else its documented one
  /// @param wanted the resource that describes it
  public record Found(Address address, Live live, Optional<Resource> wanted) {}

  /// Which objects are read in detail, as far as lists tell.
  @FunctionalInterface
  public interface Choice {
    boolean includes(Found object, Ids ids);

    /// Whether the part of a kind is read of an owner.
    default boolean includesPart(Found owner, String slug, Ids ids) {
      return includes(owner, ids);
    }
  }

  /// How far objects of a kind are read.
  @FunctionalInterface
  public interface Depth {
    Interest of(Kind kind, Found object);
  }

  /// @param described what manifests describe
  /// @param needed slugs of kinds whose list must be readable
  /// @throws ApiException when a list or an object can't be read
  public static Inventory read(
      Account account,
      KindList kinds,
      List<Resource> described,
      Set<String> needed,
      Choice choice,
      Depth depth,
      ReadingObserver observer) {
    var parallel = new Parallel(observer);
    var denied = new ArrayList<String>();
    Map<String, List<Live>> lists = lists(account, kinds, needed, parallel, denied);
    Matching matching = Matching.of(kinds, lists, ReadScope.of(described));
    var reading = new InventoryReading(account, kinds, parallel, matching);
    List<Found> listed =
        reading.listed(lists).stream().filter(found -> found.live().isOurs()).toList();
    List<Found> asked =
        new ArrayList<>(
            listed.stream().filter(found -> choice.includes(found, matching.ids())).toList());
    asked.addAll(reading.parts(listed, choice));
    List<Found> all = reading.detailed(asked, depth);
    nameAttachments(account, kinds, all, parallel, matching.ids());
    return new Inventory(reading.ordered(all), matching.ids(), denied);
  }

  private static Map<String, List<Live>> lists(
      Account account, KindList kinds, Set<String> needed, Parallel parallel, List<String> denied) {
    List<Kind> whole =
        kinds.kinds().stream().filter(kind -> kind.definition().partOf().isEmpty()).toList();
    List<Optional<List<Live>>> answers =
        parallel.all(
            whole.stream()
                .map(kind ->
                    new Parallel.Task<>(
                        "list of " + kind.definition().slug(), () -> list(account, kind, needed)))
                .toList());
    var bySlug = new LinkedHashMap<String, List<Live>>();
    for (int i = 0; i < whole.size(); i++) {
      String slug = whole.get(i).definition().slug();
      if (answers.get(i).isEmpty()) {
        denied.add(slug);
      }
      bySlug.put(slug, answers.get(i).orElse(List.of()));
    }
    return bySlug;
  }

  private static Optional<List<Live>> list(Account account, Kind kind, Set<String> needed) {
    try {
      return Optional.of(kind.reader(account).list());
    } catch (ApiException refused) {
      if (refused.failure().isDenied() && !needed.contains(kind.definition().slug())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /// Puts the names of what objects refer to, where it is no kind of ours, beside the ids.
  private static void nameAttachments(
      Account account, KindList kinds, List<Found> objects, Parallel parallel, Ids ids) {
    List<Attachment> sorts =
        Arrays.stream(Attachment.values())
            .filter(sort -> kinds.withSlug(sort.slug()).isEmpty())
            .filter(sort -> objects.stream().anyMatch(found -> sort.isIn(found.live().fields())))
            .toList();
    List<List<Value.Mapping>> answers =
        parallel.all(
            sorts.stream()
                .map(
                    sort -> new Parallel.Task<>("list of " + sort.slug(), () -> all(account, sort)))
                .toList());
    for (int i = 0; i < sorts.size(); i++) {
      name(sorts.get(i), answers.get(i), ids);
    }
  }

  /// Of a list that the key may not see the ids do.
  private static List<Value.Mapping> all(Account account, Attachment sort) {
    try {
      return sort.all(account);
    } catch (ApiException refused) {
      if (refused.failure().isDenied() || refused.failure().isNotFound()) {
        return List.of();
      }
      throw refused;
    }
  }

  /// A name that several have means none of them.
  private static void name(Attachment sort, List<Value.Mapping> all, Ids ids) {
    var count = new HashMap<String, Integer>();
    all.forEach(one -> count.merge(sort.nameOf(one), 1, Integer::sum));
    all.stream()
        .filter(one -> !sort.nameOf(one).isEmpty() && count.getOrDefault(sort.nameOf(one), 0) == 1)
        .forEach(one ->
            ids.put(Address.of(sort.slug(), sort.nameOf(one)), new RemoteId(one.text("id"))));
  }
}
