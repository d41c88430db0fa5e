package dev.ftctl.address;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An object of the account, and what it goes by.
///
/// @param address its document's, or the documented one where no manifest describes it
/// @param live as its list tells it
/// @param labels of its document; none where no manifest describes it
/// @param isDescribed whether a manifest describes it
/// @param standsOn addresses of what it is in, as far as the lists tell
/// @param groups names and ids of the groups that it is, or lies, in, be it with what it stands on
public record Named(
    Address address,
    Live live,
    Map<String, String> labels,
    boolean isDescribed,
    List<Address> standsOn,
    Set<String> groups) {

  public Named {
    labels = Map.copyOf(labels);
    standsOn = List.copyOf(standsOn);
    groups = Set.copyOf(groups);
  }

  /// The same, with what a closer look told.
  public Named withFields(Value.Mapping richer) {
    return new Named(address, live.withFields(richer), labels, isDescribed, standsOn, groups);
  }

  public String id() {
    return live.id().value();
  }

  /// `connector/orders@prod (id warm_sun)`, for lists of candidates.
  String withId() {
    return address + " (id " + id() + ")";
  }
}
