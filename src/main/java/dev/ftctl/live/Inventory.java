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
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Objects of the account in detail, whether or not manifests describe them: the lists, then a call
/// for each object that is chosen, and one for each part of it.
///
/// @param objects in the order of kinds and addresses
/// @param ids of everything that the lists hold, and of what it refers to
/// @param beside what is not among the objects
public record Inventory(List<Found> objects, Ids ids, Beside beside) {

  public Inventory {
    objects = List.copyOf(objects);
  }

  /// The same, as if the account had nothing besides.
  public Inventory alone() {
    return new Inventory(objects, ids, new Beside(List.of(), beside.unread(), beside.denied()));
  }

  /// What the account has besides.
  ///
  /// @param unchosen of which only lists tell
  /// @param unread what was chosen and could not be read, and the undescribed parts of that
  /// @param denied slugs of kinds whose lists the key may not see
  public record Beside(List<Found> unchosen, List<Unreadable> unread, Set<String> denied) {

    public static final Beside NOTHING = new Beside(List.of(), List.of(), Set.of());

    public Beside {
      unchosen = List.copyOf(unchosen);
      unread = List.copyOf(unread);
      denied = Set.copyOf(denied);
    }

    /// Everything whose name another must not take.
    public List<Found> all() {
      return Stream.concat(unchosen.stream(), unread.stream().map(Unreadable::found)).toList();
    }
  }

  /// An object as its list tells it, and why no more is known.
  public record Unreadable(Found found, ApiFailure failure) {}

  /// One object.
  ///
  /// @param address that it goes by: its document's, else its documented one
  /// @param wanted the resource that describes it
  public record Found(Address address, Live live, Optional<Resource> wanted) {}

  /// Which objects are read in detail, as far as lists tell.
  @FunctionalInterface
  public interface Choice {
    boolean includes(Found object, Ids ids);

    /// Whether objects of a kind can be among them, so that its list is read although it is one
    /// that is read on demand.
    default boolean mayInclude(String slug) {
      return false;
    }

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

  /// A read of one object that fails is about that object alone; where it is gone by then, all is
  /// read anew.
  ///
  /// @param described what manifests describe
  /// @param needed slugs of kinds whose list must be readable
  /// @throws ApiException when a list can't be read, or the account as a whole
  public static Inventory read(
      Account account,
      KindList kinds,
      List<Resource> described,
      Set<String> needed,
      Choice choice,
      Depth depth,
      ReadingObserver observer) {
    var parallel = new Parallel(observer);
    return Looks.until(() -> {
      var lists =
          new Lists(
              account,
              kinds,
              needed,
              choice::mayInclude,
              false,
              System.nanoTime(),
              new ConcurrentHashMap<>());
      ReadScope scope = ReadScope.of(described);
      Map<String, List<Live>> listed =
          new IdentityDetails(account, kinds, parallel).in(lists.read(parallel), scope);
      Matching matching = Matching.of(kinds, listed, scope);
      Inventory inventory =
          new InventoryReading(account, kinds, parallel, matching)
              .of(listed, choice, depth, lists.closed().keySet());
      nameAttachments(account, listed.keySet(), inventory.objects(), parallel, matching.ids());
      return inventory;
    });
  }

  /// Puts the names of what objects refer to, where no list of it was read, beside the ids.
  private static void nameAttachments(
      Account account, Set<String> listed, List<Found> objects, Parallel parallel, Ids ids) {
    List<Attachment> sorts =
        Arrays.stream(Attachment.values())
            .filter(sort -> !listed.contains(sort.slug()))
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
