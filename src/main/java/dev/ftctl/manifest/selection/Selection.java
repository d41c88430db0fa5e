package dev.ftctl.manifest.selection;

import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Chooses what a run plans: what paths, selectors and targets all match, the parts of that, and
/// what any of it needs.
public final class Selection {

  private final ReadRequest request;
  private final FileList files;
  private final List<AddressPattern> targets;
  private final Map<Address, Bound> bounds = new TreeMap<>();

  public Selection(ReadRequest request, FileList files, List<Bound> bounds) {
    this.request = request;
    this.files = files;
    this.targets = request.targets().stream().map(AddressPattern::new).toList();
    bounds.forEach(bound -> this.bounds.put(bound.resource().address(), bound));
  }

  /// @throws UnknownPathException when a selector or target matches nothing
  public Set<Address> addresses() {
    requireMatches();
    boolean isNarrowed =
        files.isNarrowed() || !request.selectors().isEmpty() || !request.targets().isEmpty();
    if (!isNarrowed) {
      return bounds.keySet();
    }
    var chosen = new TreeSet<Address>();
    bounds.forEach((address, bound) -> {
      if (isInFiles(bound) && isSelected(bound) && isTargeted(address)) {
        chosen.add(address);
      }
    });
    return withNeeds(withParts(chosen));
  }

  private boolean isInFiles(Bound bound) {
    return !files.isNarrowed() || bound.draft().files().stream().anyMatch(files.named()::contains);
  }

  private boolean isSelected(Bound bound) {
    Map<String, String> labels = bound.resource().metadata().labels();
    return request.selectors().entrySet().stream()
        .allMatch(selector -> selector.getValue().equals(labels.get(selector.getKey())));
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

  /// With the parts of what was chosen, since a connection that is planned without its schema
  /// settings would sync what they exclude.
  private Set<Address> withParts(Set<Address> chosen) {
    var more = new HashSet<>(chosen);
    bounds.forEach((address, bound) -> {
      if (bound.links().stream()
          .anyMatch(link -> link.isPart() && chosen.contains(link.target()))) {
        more.add(address);
      }
    });
    return more;
  }

  private Set<Address> withNeeds(Set<Address> chosen) {
    var all = new HashMap<Address, Bound>();
    var open = new ArrayDeque<>(chosen);
    while (!open.isEmpty()) {
      Address address = open.remove();
      Bound bound = bounds.get(address);
      if (bound != null && all.putIfAbsent(address, bound) == null) {
        bound.links().forEach(link -> open.add(link.target()));
      }
    }
    return all.keySet();
  }
}
