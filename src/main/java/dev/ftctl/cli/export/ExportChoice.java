package dev.ftctl.cli.export;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which objects: all parts that are given must fit.
final class ExportChoice implements Inventory.Choice {

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..*",
      description = "An address or pattern, or a live name; everything without any.")
  List<String> addresses = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Only these kinds: connector, group, …")
  List<String> kindNames = List.of();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      split = ",",
      description = "Only these groups and what is in them; globs.")
  List<String> groups = List.of();

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      split = ",",
      description = "Only connections and destinations of these services; globs.")
  List<String> services = List.of();

  @Option(
      names = "--unmanaged",
      description = "Only what no manifest describes: the worklist of an adoption.")
  boolean isUnmanaged;

  private @Nullable KindList kinds;
  private final Set<String> met = new HashSet<>();
  private final Set<String> seen = new TreeSet<>();

  /// @throws RefusedException for a kind that there isn't
  void over(KindList all) {
    kinds = all;
    kindNames.forEach(this::slugOf);
  }

  /// Slugs of the kinds that are asked for by name.
  Set<String> needed() {
    Set<String> slugs = new HashSet<>();
    kindNames.forEach(name -> slugs.add(slugOf(name)));
    return slugs;
  }

  boolean isNarrow() {
    return !addresses.isEmpty()
        || !kindNames.isEmpty()
        || !groups.isEmpty()
        || !services.isEmpty()
        || isUnmanaged;
  }

  @Override
  public boolean includes(Found found, Ids ids) {
    return isOfKind(found.live().kind()) && fits(found, found.live().kind(), ids);
  }

  /// With its owner, or alone where its kind is asked for.
  @Override
  public boolean includesPart(Found owner, String slug, Ids ids) {
    boolean isAsked = isOfKind(slug) || isOfKind(owner.live().kind());
    return isAsked && fits(owner, slug, ids);
  }

  private boolean fits(Found found, String slug, Ids ids) {
    return (!isUnmanaged || found.wanted().isEmpty())
        && isNamed(found, slug)
        && (groups.isEmpty() || NameGlobs.matchAny(groups, groupNames(found, ids)))
        && (services.isEmpty()
            || NameGlobs.matchAny(services, List.of(found.live().fields().text("service"))));
  }

  @Override
  public boolean mayInclude(String slug) {
    return isOfKind(slug);
  }

  private boolean isOfKind(String slug) {
    return kindNames.isEmpty() || needed().contains(slug);
  }

  private boolean isNamed(Found found, String slug) {
    if (addresses.isEmpty()) {
      return true;
    }
    Address address = found.address();
    seen.add(address.toString());
    List<Address> all = List.of(address, address.withKind(slug));
    List<String> hits =
        addresses.stream()
            .filter(text -> all.stream().anyMatch(one -> covers(text, one, found)))
            .toList();
    met.addAll(hits);
    return !hits.isEmpty();
  }

  private static boolean covers(String text, Address address, Found found) {
    boolean isAddress = text.indexOf('/') > 0;
    var pattern = new AddressPattern(isAddress ? text : address.kind() + "/" + text);
    return pattern.covers(address)
        || text.equals(found.live().label())
        || text.equals(found.live().id().value());
  }

  private List<String> groupNames(Found found, Ids ids) {
    KindDefinition definition = all().ofSlug(found.live().kind()).definition();
    Stream<Address> itself =
        found.live().kind().equals(Group.SLUG) ? Stream.of(found.address()) : Stream.empty();
    return Stream.concat(itself, definition.liveReferences(found.live(), ids).stream())
        .filter(address -> address.kind().equals(Group.SLUG))
        .map(Address::name)
        .toList();
  }

  /// @throws RefusedException when an address matched nothing
  void requireAllMet() {
    for (String text : addresses) {
      if (!met.contains(text)) {
        String hint = Near.hint(text, List.copyOf(seen));
        throw new RefusedException(
            Refusal.USAGE,
            "nothing that is chosen is called " + text,
            hint.isEmpty() ? "ftctl get KIND lists what there is." : hint);
      }
    }
  }

  private String slugOf(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>();
    for (var kind : all().kinds()) {
      KindDefinition definition = kind.definition();
      known.add(definition.slug());
      boolean isMeant =
          Stream.concat(Stream.of(definition.slug()), definition.names().stream())
              .map(name -> name.toLowerCase(Locale.ROOT))
              .anyMatch(name -> wanted.equals(name) || wanted.equals(name + "s"));
      if (isMeant) {
        return definition.slug();
      }
    }
    String hint = all().hint(wanted, known);
    throw new RefusedException(
        Refusal.USAGE,
        "there is no kind " + typed,
        hint.isEmpty() ? "Give one of " + Near.list(known) + "." : hint);
  }

  private KindList all() {
    if (kinds == null) {
      throw new IllegalStateException("the kinds come first");
    }
    return kinds;
  }
}
