package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What names and ids of agents, private links and secrets managers mean. Only lists of what
/// documents name are read, and those that were read for documents of them not again.
final class AttachedNames {

  /// As Fivetran makes them: `wild_oak`.
  private static final Pattern ID = Pattern.compile("[a-z]+(_[a-z]+)+");

  private final Set<Address> described;
  private final Ids ids;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Address, Live> found = new LinkedHashMap<>();

  private AttachedNames(Set<Address> described, Ids ids) {
    this.described = described;
    this.ids = ids;
  }

  /// What the names came to.
  ///
  /// @param problems names that mean several, and what could not be looked up; warnings among them
  /// @param found what undescribed names mean, as its list tells of it
  record Named(List<Problem> problems, Map<Address, Live> found) {}

  /// One name in one document.
  private record Use(Resource wanted, Address target, SourceLocation place) {}

  /// A list, or how it was refused.
  private sealed interface Listing {
    record Read(List<Value.Mapping> all) implements Listing {}

    record Refused(ApiException refused) implements Listing {}
  }

  /// Puts the ids of what documents name into `ids`, and of what else the lists hold.
  ///
  /// @param lists by slug, as far as they were read and could be
  static Named put(
      Account account,
      KindList kinds,
      ReadScope scope,
      Map<String, List<Live>> lists,
      Parallel parallel,
      Ids ids) {
    Map<Attachment, List<Use>> uses = uses(kinds, scope);
    List<Attachment> sorts = List.copyOf(uses.keySet());
    List<Listing> listings =
        parallel.all(
            sorts.stream()
                .map(sort ->
                    new Parallel.Task<>(
                        "list of " + sort.slug(), () -> listing(sort, lists, account)))
                .toList());
    var names =
        new AttachedNames(
            scope.wanted().stream().map(Resource::address).collect(Collectors.toSet()), ids);
    for (int i = 0; i < sorts.size(); i++) {
      Attachment sort = sorts.get(i);
      List<Use> used = names.undescribed(uses.getOrDefault(sort, List.of()));
      switch (listings.get(i)) {
        case Listing.Read read -> names.listed(sort, read.all(), used);
        case Listing.Refused(ApiException refused) ->
            used.forEach(use -> names.unlisted(use, refused));
      }
    }
    return new Named(names.problems, names.found);
  }

  /// A document goes before what only is called like it.
  private List<Use> undescribed(List<Use> uses) {
    return uses.stream().filter(use -> !described.contains(use.target())).toList();
  }

  private static Map<Attachment, List<Use>> uses(KindList kinds, ReadScope scope) {
    var uses = new EnumMap<Attachment, List<Use>>(Attachment.class);
    for (Resource wanted : scope.wanted()) {
      if (!wanted.metadata().isAbsent()) {
        References.of(wanted, kinds.ofSlug(wanted.address().kind()).definition())
            .forEach(reference ->
                Attachment.withSlug(reference.target().kind())
                    .ifPresent(sort ->
                        uses.computeIfAbsent(sort, key -> new ArrayList<>())
                            .add(new Use(wanted, reference.target(), reference.place()))));
      }
    }
    return uses;
  }

  /// A key may lack the right to see a list of which a document knows an id.
  private static Listing listing(Attachment sort, Map<String, List<Live>> lists, Account account) {
    List<Live> known = lists.get(sort.slug());
    if (known != null) {
      return new Listing.Read(known.stream().map(Live::fields).toList());
    }
    try {
      return new Listing.Read(sort.all(account));
    } catch (ApiException refused) {
      if (refused.failure().isDenied() || refused.failure().isNotFound()) {
        return new Listing.Refused(refused);
      }
      throw refused;
    }
  }

  private void listed(Attachment sort, List<Value.Mapping> all, List<Use> uses) {
    for (Value.Mapping one : all) {
      String name = sort.nameOf(one);
      Address address = Address.of(sort.slug(), name);
      boolean isTaken = described.contains(address) || ids.find(address).isPresent();
      if (!name.isEmpty() && !isTaken && named(sort, all, name).size() == 1) {
        ids.put(address, new RemoteId(one.text("id")));
      }
    }
    for (Use use : uses) {
      String text = use.target().name();
      List<String> meant = named(sort, all, text);
      if (all.stream().anyMatch(one -> one.text("id").equals(text))) {
        ids.put(use.target(), new RemoteId(text));
      } else if (meant.size() > 1) {
        ids.put(use.target(), new RemoteId(meant.getFirst()));
        problems.add(
            Problem.error(
                use.place(),
                "ambiguous-reference",
                use.wanted().address().toString(),
                "the account has " + meant.size() + " of the name " + use.target(),
                "write one of the ids: " + String.join(", ", meant)));
      } else if (meant.isEmpty() && isIdBeyondList(sort, text)) {
        ids.put(use.target(), new RemoteId(text));
        problems.add(
            Problem.warning(
                use.place(),
                "unlisted-reference",
                use.wanted().address().toString(),
                use.target() + " is not among those that the account lists",
                "it is sent as an id"));
      }
      ids.find(use.target())
          .flatMap(id -> all.stream().filter(one -> one.text("id").equals(id.value())).findFirst())
          .ifPresent(one -> found.put(use.target(), live(sort, one)));
    }
  }

  private static Live live(Attachment sort, Value.Mapping one) {
    String name = sort.nameOf(one);
    return new Live(sort.slug(), new RemoteId(one.text("id")), name, name, one, true);
  }

  /// What nobody describes under a name like it, and looks like an id.
  private boolean isIdBeyondList(Attachment sort, String text) {
    List<String> names =
        described.stream()
            .filter(address -> address.kind().equals(sort.slug()))
            .map(Address::name)
            .toList();
    return sort.takesIdsBeyondItsList()
        && ID.matcher(text).matches()
        && Near.hint(text, names).isEmpty();
  }

  private static List<String> named(Attachment sort, List<Value.Mapping> all, String name) {
    return all.stream()
        .filter(one -> sort.nameOf(one).equals(name))
        .map(one -> one.text("id"))
        .toList();
  }

  private void unlisted(Use use, ApiException refused) {
    String text = use.target().name();
    ids.put(use.target(), new RemoteId(text));
    String subject = use.wanted().address().toString();
    String why = "can't be looked up: " + refused.failure();
    Optional.of(text)
        .filter(it -> ID.matcher(it).matches())
        .ifPresentOrElse(
            id ->
                problems.add(
                    Problem.warning(
                        use.place(),
                        "unlisted-reference",
                        subject,
                        use.target() + " " + why,
                        "it is sent as an id")),
            () ->
                problems.add(
                    Problem.error(
                        use.place(),
                        "unlisted-reference",
                        subject,
                        use.target() + " " + why,
                        "write its id, or use a key that may list them")));
  }
}
