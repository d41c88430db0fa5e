package dev.ftctl.address;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.live.Roster;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ManifestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The objects of an account that a verb may be about, to be found by whatever a user calls them.
///
/// A text means, in this order: what has it as its id; with a kind in front
/// (`connector/orders@prod`, `connection/*`) what the address or pattern covers; without one what
/// its kind in front would cover, or what has it as its live name. What an id and a name mean
/// differently is ambiguous.
public final class Directory {

  private final KindList kinds;
  private final List<String> slugs;
  private final List<Named> all;
  private final Optional<ManifestException> broken;
  private final String lister;

  private Directory(
      KindList kinds,
      List<String> slugs,
      List<Named> all,
      Optional<ManifestException> broken,
      String lister) {
    this.kinds = kinds;
    this.slugs = slugs;
    this.all = all.stream().sorted(Comparator.comparing(Named::address)).toList();
    this.broken = broken;
    this.lister = lister;
  }

  /// Of one kind that no manifest can describe.
  ///
  /// @param slug as addresses write it
  /// @param lister the command that lists all of them
  public static Directory ofLive(KindList kinds, String slug, List<Named> all, String lister) {
    return new Directory(kinds, List.of(slug), all, Optional.empty(), lister);
  }

  /// Of the kinds that a verb is about.
  ///
  /// @param described what manifests describe
  /// @param slugs of those kinds, as far as the roster lists them
  /// @param broken why the manifests can't be read: then only an id is sure to mean what it says
  public static Directory of(
      Roster roster,
      List<Resource> described,
      Set<String> slugs,
      Optional<ManifestException> broken) {
    var labels = new HashMap<Address, Map<String, String>>();
    described.forEach(resource -> labels.put(resource.address(), resource.metadata().labels()));
    var places = Places.of(roster);
    var all = new ArrayList<Named>();
    for (String slug : slugs) {
      for (Live live : roster.lists().getOrDefault(slug, List.of())) {
        Address address = roster.addressOf(live);
        all.add(
            new Named(
                address,
                live,
                labels.getOrDefault(address, Map.of()),
                labels.containsKey(address),
                places.below(live),
                places.groups(live)));
      }
    }
    List<String> sorted = List.copyOf(slugs);
    return new Directory(roster.kinds(), sorted, all, broken, "ftctl get " + sorted.getFirst());
  }

  /// Everything, in the order of addresses.
  public List<Named> all() {
    return all;
  }

  /// Those whose manifests have these labels.
  ///
  /// @throws ManifestException when the manifests can't be read
  public List<Named> labelled(List<Named> among, Map<String, String> labels) {
    if (!labels.isEmpty()) {
      requireManifests();
    }
    return among.stream()
        .filter(named -> named.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  /// This one, where the addresses are sure to be the documents'.
  ///
  /// @throws ManifestException when the manifests can't be read
  public Directory requireManifests() {
    if (broken.isPresent()) {
      throw broken.get();
    }
    return this;
  }

  /// The slug of the kind that a text names in front; empty when it names none that there is.
  public static Optional<String> kindOf(KindList kinds, String text) {
    int slash = text.indexOf('/');
    return slash < 1 ? Optional.empty() : slugOf(kinds, text.substring(0, slash));
  }

  /// What a text means; at least one.
  ///
  /// @throws RefusedException when it means nothing, with the nearest name, or different things
  /// @throws ManifestException when it is no id, and the manifests can't be read
  public List<Named> find(String text) {
    List<Named> byId = all.stream().filter(named -> named.id().equals(text)).toList();
    if (!byId.isEmpty() && broken.isPresent()) {
      return byId;
    }
    requireManifests();
    List<Named> byName = text.indexOf('/') > 0 ? byAddress(text) : byBareName(text);
    var both = new LinkedHashSet<>(byId);
    both.addAll(byName);
    if (both.isEmpty()) {
      throw nothing(text);
    }
    if (!byId.isEmpty() && both.size() > byId.size()) {
      throw ambiguous(text, List.copyOf(both));
    }
    return byId.isEmpty() ? byName : byId;
  }

  /// Whether a text could mean more than one object: a pattern.
  public static boolean isPattern(String text) {
    return new LiveName(text).isPattern();
  }

  private List<Named> byAddress(String text) {
    String kind = text.substring(0, text.indexOf('/'));
    String slug = slugOf(kinds, kind).orElse(kind);
    requireKind(kinds, text, slugs);
    var pattern = new AddressPattern(slug + text.substring(text.indexOf('/')));
    return all.stream().filter(named -> pattern.covers(named.address())).toList();
  }

  /// That a text names no kind in front that a verb is not about.
  ///
  /// @param slugs of the kinds that it is about
  /// @throws RefusedException when it does
  public static void requireKind(KindList kinds, String text, Collection<String> slugs) {
    kindOf(kinds, text)
        .filter(slug -> !slugs.contains(slug))
        .map(slug -> kinds.ofSlug(slug).definition())
        .ifPresent(other -> {
          throw otherKind(kinds, other, text, slugs);
        });
  }

  private static RefusedException otherKind(
      KindList kinds, KindDefinition other, String text, Collection<String> slugs) {
    String about = ", and this command is about " + Near.list(slugs);
    Optional<String> owner = other.partOf().map(PartOf::owner).filter(slugs::contains);
    if (owner.isPresent()) {
      String whole = owner.get() + text.substring(text.indexOf('/'));
      return new RefusedException(
          Refusal.USAGE, text + " is a part of " + whole + about, "Name " + whole + ".");
    }
    String first = slugs.stream().min(Comparator.comparingInt(kinds::orderOf)).orElse("");
    return new RefusedException(
        Refusal.USAGE,
        text + " is of the kind " + other.slug() + about,
        "Give an address such as " + first + "/NAME.");
  }

  /// A bare name means objects of several documents only when it is a pattern.
  private List<Named> byBareName(String text) {
    List<Named> found = all.stream().filter(named -> isCalled(named, text)).toList();
    if (isPattern(text) || found.size() < 2) {
      return found;
    }
    long documents = found.stream().map(named -> named.address().inGroup("")).distinct().count();
    boolean areOfOneDocument = documents == 1 && found.stream().allMatch(Named::isDescribed);
    if (!areOfOneDocument) {
      throw ambiguous(text, found);
    }
    return found;
  }

  private static boolean isCalled(Named named, String text) {
    var pattern = new AddressPattern(named.address().kind() + "/" + text);
    return pattern.covers(named.address()) || new LiveName(text).matches(named.live());
  }

  /// By the slug, or by any name that manifests may call the kind.
  private static Optional<String> slugOf(KindList kinds, String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    return kinds.kinds().stream()
        .map(each -> each.definition())
        .filter(definition ->
            definition.slug().equals(lower)
                || definition.names().stream().anyMatch(name -> name.equalsIgnoreCase(kind)))
        .map(definition -> definition.slug())
        .findFirst();
  }

  private RefusedException nothing(String text) {
    if (all.isEmpty()) {
      return new RefusedException(
          Refusal.USAGE,
          "nothing in the account is called " + text + ": it has no " + Near.list(slugs),
          "Check that the key, --env or --sandbox is of the account that you mean.");
    }
    Optional<String> kind = slugOf(kinds, text.replaceFirst("s$", "")).filter(slugs::contains);
    if (kind.isPresent()) {
      return new RefusedException(
          Refusal.USAGE,
          "nothing in the account is called " + text + ": it is a kind",
          "Write '" + kind.get() + "/*' for all of them, or " + kind.get() + "/NAME.");
    }
    Stream<String> names =
        all.stream()
            .flatMap(named ->
                text.indexOf('/') > 0
                    ? Stream.of(named.address().toString(), named.address().inGroup("").toString())
                    : Stream.of(
                        named.address().label(), named.address().name(), named.live().label()));
    String hint = Near.hint(text, names.distinct().sorted().toList());
    return new RefusedException(
        Refusal.USAGE,
        "nothing in the account is called " + text,
        hint.isEmpty() ? lister + " lists what there is." : hint);
  }

  private static RefusedException ambiguous(String text, List<Named> candidates) {
    return new RefusedException(
        Refusal.USAGE,
        text + " may mean " + candidates.size() + " objects",
        "Say which one: " + Near.list(candidates.stream().map(Named::withId).toList()) + ".");
  }
}
