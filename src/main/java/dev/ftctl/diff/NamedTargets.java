package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.References;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be referred to: whatever the manifests describe or the account has.
record NamedTargets(Set<Address> described, Ids ids) {

  static NamedTargets of(Desired desired, Ids ids) {
    return new NamedTargets(
        desired.outlined().stream().map(Resource::address).collect(Collectors.toSet()), ids);
  }

  /// The references of a resource to what neither of them has.
  List<Problem> unknown(Resource wanted, KindDefinition definition) {
    return References.of(wanted, definition).stream()
        .filter(reference ->
            !described.contains(reference.target()) && ids.find(reference.target()).isEmpty())
        .map(reference -> unknown(wanted, reference))
        .toList();
  }

  private Problem unknown(Resource wanted, References.Found reference) {
    return Problem.error(
        reference.place(),
        "unknown-reference",
        wanted.address().toString(),
        "refers to " + reference.target() + ", which neither the manifests nor the account have",
        near(reference.target()));
  }

  /// How to mend that an existing object is not there.
  String missing(Resource wanted) {
    List<String> names =
        ids.all().keySet().stream()
            .filter(address -> address.kind().equals(wanted.address().kind()))
            .filter(address -> !address.equals(wanted.address()))
            .map(Address::label)
            .toList();
    String hint = Near.hint(wanted.address().label(), names);
    return (hint.isEmpty() ? "" : hint + " ")
        + "create it by hand, mend its name, or leave `existing` out to have it created";
  }

  private String near(Address target) {
    List<String> names =
        Stream.concat(described.stream(), ids.all().keySet().stream())
            .filter(address -> address.kind().equals(target.kind()))
            .map(NamedTargets::written)
            .distinct()
            .toList();
    String hint = Near.hint(written(target), names);
    return hint.isEmpty() && !names.isEmpty() ? "there are: " + Near.list(names) : hint;
  }

  /// As a manifest writes it, where an address would encode blanks.
  private static String written(Address address) {
    return address.instance().isEmpty() ? address.name() : address.label();
  }
}
