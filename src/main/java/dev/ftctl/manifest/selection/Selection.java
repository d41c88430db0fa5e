package dev.ftctl.manifest.selection;

import dev.ftctl.kind.Follows;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.Link;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Chooses what a run plans: what paths, selectors, targets and the revision of `--changed-since`
/// all leave, the parts of that, and what any of it needs.
public final class Selection {

  private final ReadRequest request;
  private final FileList files;
  private final List<AddressPattern> targets;
  private final Optional<Set<Address>> changed;
  private final Map<Address, Bound> bounds = new TreeMap<>();
  private final Map<Address, List<Address>> byGroup = new HashMap<>();

  /// @param changed what differs from the revision of `--changed-since`; empty without one
  public Selection(
      ReadRequest request, FileList files, List<Bound> bounds, Optional<Set<Address>> changed) {
    this.request = request;
    this.files = files;
    this.changed = changed;
    this.targets = request.targets().stream().map(AddressPattern::new).toList();
    for (Bound bound : bounds) {
      Address address = bound.resource().address();
      this.bounds.put(address, bound);
      group(bound)
          .ifPresent(
              group -> byGroup.computeIfAbsent(group, none -> new ArrayList<>()).add(address));
    }
  }

  /// @param addresses all that a run plans
  /// @param needed those of them that were not chosen: to be created where they are missing, and
  ///   never to be changed
  public record Chosen(Set<Address> addresses, Set<Address> needed) {

    public Chosen {
      addresses = Set.copyOf(addresses);
      needed = Set.copyOf(needed);
    }
  }

  /// @throws UnknownPathException when a selector or target matches nothing
  public Chosen chosen() {
    requireMatches();
    boolean isNarrowed =
        files.isNarrowed()
            || !request.selectors().isEmpty()
            || !request.targets().isEmpty()
            || changed.isPresent();
    if (!isNarrowed) {
      return new Chosen(bounds.keySet(), Set.of());
    }
    var chosen = new TreeSet<Address>();
    bounds.forEach((address, bound) -> {
      if (isInFiles(bound) && isSelected(bound) && isTargeted(address) && isChanged(address)) {
        chosen.add(address);
      }
    });
    Map<Address, Set<Address>> parts = parts();
    Set.copyOf(chosen).forEach(address -> chosen.addAll(parts.getOrDefault(address, Set.of())));
    Set<Address> all = withNeeds(chosen, parts);
    var needed = new TreeSet<>(all);
    needed.removeAll(chosen);
    return new Chosen(all, needed);
  }

  private boolean isInFiles(Bound bound) {
    return !files.isNarrowed() || bound.draft().files().stream().anyMatch(files.named()::contains);
  }

  private boolean isSelected(Bound bound) {
    Map<String, String> labels = bound.resource().metadata().labels();
    return request.selectors().entrySet().stream()
        .allMatch(selector -> selector.getValue().equals(labels.get(selector.getKey())));
  }

  private boolean isChanged(Address address) {
    return changed.map(some -> some.contains(address)).orElse(true);
  }

  private boolean isTargeted(Address address) {
    return targets.isEmpty() || targets.stream().anyMatch(target -> target.covers(address));
  }

  private void requireMatches() {
    for (AddressPattern target : targets) {
      if (!target.coversAny(bounds.keySet())) {
        throw unmatched(
            "the target " + target + " matches nothing that manifests describe",
            target.hint(bounds.keySet()));
      }
    }
    request.selectors().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(this::requireLabel);
    if (!request.selectors().isEmpty() && bounds.values().stream().noneMatch(this::isSelected)) {
      throw unmatched("no resource has all the labels of the selector", "");
    }
  }

  private void requireLabel(Map.Entry<String, String> selector) {
    var labels = new TreeSet<String>();
    bounds
        .values()
        .forEach(bound ->
            bound
                .resource()
                .metadata()
                .labels()
                .forEach((key, text) -> labels.add(key + "=" + text)));
    String wanted = selector.getKey() + "=" + selector.getValue();
    if (!labels.contains(wanted)) {
      throw unmatched(
          "the selector " + wanted + " matches nothing that manifests describe",
          Near.hint(wanted, labels));
    }
  }

  private static UnknownPathException unmatched(String message, String hint) {
    return new UnknownPathException(message + (hint.isEmpty() ? "" : "; " + hint));
  }

  /// The parts by what they belong to: a connection that is planned without its schema settings
  /// would sync what they exclude.
  private Map<Address, Set<Address>> parts() {
    var parts = new HashMap<Address, Set<Address>>();
    bounds.forEach((address, bound) ->
        bound.links().stream()
            .filter(Link::isPart)
            .forEach(link ->
                parts.computeIfAbsent(link.target(), none -> new TreeSet<>()).add(address)));
    return parts;
  }

  /// What has to be there first although nothing refers to it: the destination of a connection's
  /// group.
  private List<Address> followed(Bound bound) {
    List<String> kinds =
        bound.draft().kind().follows().map(Follows::inTheSameGroup).orElse(List.of());
    return group(bound).stream()
        .flatMap(group -> byGroup.getOrDefault(group, List.of()).stream())
        .filter(other -> kinds.contains(other.kind()))
        .toList();
  }

  /// What is found by the object that names it needs that one.
  private static Optional<Address> user(Bound bound) {
    return bound
        .draft()
        .kind()
        .belonging()
        .map(facet -> bound.resource().spec().get(facet.userField()))
        .filter(Value.Reference.class::isInstance)
        .map(user -> ((Value.Reference) user).target());
  }

  private static Optional<Address> group(Bound bound) {
    return bound.resource().spec().get(ExpansionContext.GROUP) instanceof Value.Reference group
        ? Optional.of(group.target())
        : Optional.empty();
  }

  /// With what any of it refers to or follows, and the parts of that, since it may have to be
  /// created.
  private Set<Address> withNeeds(Set<Address> chosen, Map<Address, Set<Address>> parts) {
    var all = new HashMap<Address, Bound>();
    var open = new ArrayDeque<>(chosen);
    while (!open.isEmpty()) {
      Address address = open.remove();
      Bound bound = bounds.get(address);
      if (bound != null && all.putIfAbsent(address, bound) == null) {
        bound.links().forEach(link -> open.add(link.target()));
        open.addAll(followed(bound));
        user(bound).ifPresent(open::add);
        open.addAll(parts.getOrDefault(address, Set.of()));
      }
    }
    return all.keySet();
  }
}
