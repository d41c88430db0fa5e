package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.access.RoleNames;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// What the account holds, as far as a scope asked.
///
/// @param matched the live objects of wanted resources, in detail, and those of dropped ones
/// @param former the live objects that `moved_from` names, in detail
/// @param unmanaged listed objects that no resource matched, and the parts that the scope explores;
///   as far in detail as it does
/// @param ids of all of them
/// @param extras what the account has besides of the natural key of a matched one, holding nothing;
///   of what is to be gone and was not matched, what may be it
/// @param problems two live objects for one resource, two resources for one object
/// @param unread what is there and could not be read
/// @param attached what resources name of private links, agents and the like that no document
///   describes, as the lists tell of it
public record Snapshot(
    Map<Address, Live> matched,
    Map<Address, Live> former,
    List<Live> unmanaged,
    Ids ids,
    Map<Address, List<Live>> extras,
    List<Problem> problems,
    Unread unread,
    Map<Address, Live> attached) {

  public Snapshot {
    matched = Map.copyOf(matched);
    former = Map.copyOf(former);
    unmanaged = List.copyOf(unmanaged);
    extras = Map.copyOf(extras);
    problems = List.copyOf(problems);
    attached = Map.copyOf(attached);
  }

  /// With nothing that is named and not described.
  public Snapshot(
      Map<Address, Live> matched,
      Map<Address, Live> former,
      List<Live> unmanaged,
      Ids ids,
      Map<Address, List<Live>> extras,
      List<Problem> problems,
      Unread unread) {
    this(matched, former, unmanaged, ids, extras, problems, unread, Map.of());
  }

  /// Reads what the scope asks for, many requests at a time: lists, then who is who, then details.
  /// Where an object that a list named is gone by the time of its details, all is read anew.
  ///
  /// @param observer sees how far it is
  /// @throws ApiException when a list can't be read, or the account as a whole: never a part of an
  ///   account for the whole. What documents of a kind that is read on demand are compared with may
  ///   be closed; that is told
  public static Snapshot take(
      Account account, KindList kinds, ReadScope scope, ReadingObserver observer) {
    return takeSince(System.nanoTime(), account, kinds, scope, observer);
  }

  /// The same, where lists are taken that [#begin] began to read at a moment or after it.
  ///
  /// @param begun by [System#nanoTime]
  public static Snapshot takeSince(
      long begun, Account account, KindList kinds, ReadScope scope, ReadingObserver observer) {
    var since = new AtomicLong(begun);
    return Looks.until(() -> {
      Lists lists = Lists.of(account, kinds, scope, since.get());
      // What was read before is of no use to a second look.
      since.set(System.nanoTime());
      return look(account, kinds, scope, new Parallel(observer), lists);
    });
  }

  /// The same with what may stand on objects that are to go, where nothing asked for a list of it
  /// so far; empty where there is no such list.
  ///
  /// @param going slugs of their kinds
  public Optional<Snapshot> withAbove(
      Set<String> going, Account account, KindList kinds, ReadingObserver observer) {
    Set<String> unasked =
        kinds.above(going).stream()
            .map(KindDefinition::slug)
            .filter(slug -> unread.unlisted().contains(slug))
            .filter(slug -> !unread.closed().containsKey(slug))
            .collect(Collectors.toSet());
    if (unasked.isEmpty()) {
      return Optional.empty();
    }
    Lists listing = Lists.only(account, kinds, unasked);
    Map<String, List<Live>> lists = listing.read(new Parallel(observer));
    var all = new ArrayList<>(unmanaged);
    for (Kind kind : listing.kinds().kinds()) {
      for (Live live : lists.getOrDefault(kind.definition().slug(), List.of())) {
        ids.put(Matching.addressOf(kind.definition(), live, ids, Set.of()), live.id());
        all.add(live);
      }
    }
    var closed = new HashMap<>(unread.closed());
    closed.putAll(listing.closed());
    List<String> unlisted =
        unread.unlisted().stream()
            .filter(slug -> !unasked.contains(slug) || closed.containsKey(slug))
            .toList();
    var known = new Unread(unread.wanted(), unread.others(), closed, unlisted);
    return Optional.of(new Snapshot(matched, former, all, ids, extras, problems, known, attached));
  }

  /// Reads the lists that are read in any case, for one who asks for them soon. What fails is told
  /// to that one.
  public static void begin(Account account, KindList kinds) {
    Lists.begin(account, kinds, new Parallel(ReadingObserver.NONE));
  }

  private static Snapshot look(
      Account account, KindList kinds, ReadScope scope, Parallel parallel, Lists listing) {
    Map<String, List<Live>> lists =
        new IdentityDetails(account, kinds, parallel).in(listing.read(parallel), scope);
    Matching matching =
        Matching.of(kinds, new NamesakeDetails(account, kinds, parallel).in(lists), scope);
    var known = new HashMap<>(lists);
    known.keySet().removeAll(listing.closed().keySet());
    AttachedNames.Named named =
        AttachedNames.put(account, kinds, scope, known, parallel, matching.ids());
    List<Problem> roles =
        RoleNames.check(
            account,
            scope.wanted(),
            one -> kinds.ofSlug(one.address().kind()).definition().fields(one.spec()));
    return new Details(account, kinds, scope, parallel)
        .of(matching)
        .attached(named.found())
        .with(named.problems())
        .with(roles)
        .without(listing.closed(), unlisted(kinds, known.keySet()));
  }

  private Snapshot with(List<Problem> more) {
    var all = new ArrayList<>(problems);
    all.addAll(more);
    return new Snapshot(matched, former, unmanaged, ids, extras, all, unread, attached);
  }

  private Snapshot attached(Map<Address, Live> found) {
    return new Snapshot(matched, former, unmanaged, ids, extras, problems, unread, found);
  }

  private static List<String> unlisted(KindList kinds, Set<String> listed) {
    return kinds.kinds().stream()
        .map(Kind::definition)
        .filter(definition -> definition.partOf().isEmpty())
        .map(KindDefinition::slug)
        .filter(slug -> !listed.contains(slug))
        .toList();
  }

  private Snapshot without(Map<String, ApiFailure> lists, List<String> unlisted) {
    var closed = new HashMap<>(lists);
    closed.putAll(unread.closed());
    var known = new Unread(unread.wanted(), unread.others(), closed, unlisted);
    return new Snapshot(matched, former, unmanaged, ids, extras, problems, known, attached);
  }

  /// The same, for whoever can't go on without the list of each kind that a resource is of.
  ///
  /// @throws ApiException with what one of them was answered
  public Snapshot requireListed(List<Resource> wanted) {
    wanted.stream()
        .map(resource -> unread.closed().get(resource.address().kind()))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(failure -> {
          throw new ApiException(failure);
        });
    return this;
  }

  /// What an object goes by: the document that describes it, else its documented address.
  public Address addressOf(Live live, KindDefinition definition) {
    return ids.nameOf(live.kind(), live.id().value())
        .orElseGet(() -> definition.liveAddress(live, ids));
  }

  /// Whether a document says that it comes from there: not unmanaged, and nothing to prune.
  public boolean isFormer(Live other) {
    return former.values().stream()
        .anyMatch(one -> one.kind().equals(other.kind()) && one.id().equals(other.id()));
  }

  public Optional<Live> find(Address address) {
    return Optional.ofNullable(matched.get(address));
  }
}
