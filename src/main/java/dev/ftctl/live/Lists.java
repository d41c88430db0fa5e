package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.References;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the lists of the account side by side, in a few calls for each kind.
///
/// @param needed slugs of the kinds whose list must be readable
/// @param asked whether the list of a kind is read that is read on demand
/// @param bearsClosed whether what needs a list that is read on demand goes on without it
/// @param since from when on a list may have been read that was [#begin]; by [System#nanoTime]
/// @param closed gets the slugs of the kinds whose list is not to be had, each with the answer
record Lists(
    Account account,
    KindList kinds,
    Set<String> needed,
    Predicate<String> asked,
    boolean bearsClosed,
    long since,
    Map<String, ApiFailure> closed) {

  private static final int FORBIDDEN = 403;

  static Lists of(Account account, KindList kinds, ReadScope scope, long since) {
    var needed = new HashSet<String>();
    scope.wanted().forEach(wanted -> needed.add(wanted.address().kind()));
    scope
        .unmanaged()
        .keySet()
        .forEach(slug ->
            needed.add(kinds.ofSlug(slug).definition().partOf().map(PartOf::owner).orElse(slug)));
    var named = new HashSet<>(needed);
    scope.dropped().forEach(dropped -> named.add(dropped.address().kind()));
    named.addAll(above(kinds, scope));
    named.addAll(referred(kinds, scope));
    return new Lists(
        account,
        kinds,
        needed,
        slug -> scope.isWide() || named.contains(slug),
        true,
        since,
        new ConcurrentHashMap<>());
  }

  /// Reads what is listed in any case.
  static void begin(Account account, KindList kinds, Parallel parallel) {
    long now = System.nanoTime();
    new Lists(account, kinds, Set.of(), slug -> false, true, now, new ConcurrentHashMap<>())
        .read(parallel);
  }

  /// What the kinds that are read on demand refer to, whether or not documents describe it. Names
  /// of attachments are looked up where they are used ([AttachedNames]).
  private static Set<String> referred(KindList kinds, ReadScope scope) {
    var referred = new HashSet<String>();
    for (Resource wanted : scope.wanted()) {
      KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
      if (definition.isListedOnDemand()) {
        References.of(wanted, definition).stream()
            .map(reference -> reference.target().kind())
            .filter(slug -> Attachment.withSlug(slug).isEmpty())
            .forEach(referred::add);
      }
    }
    return referred;
  }

  /// What may stand on something that is to go, or lie in it, and is not told unasked: it would be
  /// lost with it.
  private static Set<String> above(KindList kinds, ReadScope scope) {
    Set<String> going =
        Stream.concat(
                scope.dropped().stream(),
                scope.wanted().stream().filter(wanted -> wanted.metadata().isAbsent()))
            .map(resource -> resource.address().kind())
            .collect(Collectors.toSet());
    return kinds.above(going).stream().map(KindDefinition::slug).collect(Collectors.toSet());
  }

  /// Of some kinds that are read on demand, and of no other.
  static Lists only(Account account, KindList kinds, Set<String> slugs) {
    return new Lists(
        account,
        new KindList(
            kinds.kinds().stream()
                .filter(kind -> slugs.contains(kind.definition().slug()))
                .toList()),
        Set.of(),
        slug -> true,
        true,
        System.nanoTime(),
        new ConcurrentHashMap<>());
  }

  /// By slug. A part has no list of its own.
  Map<String, List<Live>> read(Parallel parallel) {
    List<Kind> whole = kinds.kinds().stream().filter(kind -> isRead(kind.definition())).toList();
    List<List<Live>> answers =
        parallel.all(
            whole.stream()
                .map(kind ->
                    new Parallel.Task<>("list of " + kind.definition().slug(), () -> list(kind)))
                .toList());
    var bySlug = new HashMap<String, List<Live>>();
    for (int i = 0; i < whole.size(); i++) {
      bySlug.put(whole.get(i).definition().slug(), answers.get(i));
    }
    return bySlug;
  }

  private boolean isRead(KindDefinition definition) {
    return definition.partOf().isEmpty()
        && (!definition.isListedOnDemand() || asked.test(definition.slug()));
  }

  /// A list that nothing needs is read only to report what is unmanaged, so a key without the right
  /// to see it may go on. A collection that a plan of Fivetran's lacks is nobody's but its
  /// documents'.
  private List<Live> list(Kind kind) {
    try {
      return kind.definition().isListedOnDemand()
          ? kind.reader(account).list()
          : account.sharedSince(
              "list of " + kind.definition().slug(), since, () -> kind.reader(account).list());
    } catch (ApiException refused) {
      if (isBorne(refused.failure(), kind.definition())) {
        closed.put(kind.definition().slug(), refused.failure());
        return List.of();
      }
      throw refused;
    }
  }

  private boolean isBorne(ApiFailure failure, KindDefinition definition) {
    boolean isNeeded = needed.contains(definition.slug());
    if (definition.isListedOnDemand() && (!isNeeded || bearsClosed)) {
      return failure.isNotFound()
          || failure.isDenied() && (!isNeeded || failure.status() == FORBIDDEN);
    }
    return !isNeeded && failure.isDenied();
  }
}
