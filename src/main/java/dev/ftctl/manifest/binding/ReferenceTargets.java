package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.NameRules;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the names in references mean: `NAME`, or `NAME@GROUP` where the kind has instances.
///
/// @param isWhole whether every document could be read
/// @param home the group that who refers is of
record ReferenceTargets(
    Instances instances, Report report, boolean isWhole, Supplier<Optional<String>> home) {

  /// What a single reference means: where the name says no group, the instance in the group of who
  /// refers, else the one instance.
  Optional<Address> one(Shape.Ref shape, String name, SourceLocation place) {
    Address target = address(shape, name);
    List<Address> all =
        shape.isFannedOut() && target.instance().isEmpty() ? instances.of(target) : List.of();
    Optional<Address> near =
        all.size() > 1 ? home.get().map(target::inGroup).filter(all::contains) : Optional.empty();
    if (near.isPresent()) {
      return near;
    }
    if (all.size() > 1) {
      report.error(
          place,
          "ambiguous-reference",
          "the " + shape.slug() + " '" + name + "' has " + all.size() + " instances",
          "name one of them: " + Near.list(all.stream().map(Address::label).toList()));
      return Optional.empty();
    }
    return Optional.of(all.isEmpty() ? target : all.getFirst());
  }

  /// What an item of a list means. It may also be an address as plans print it; a document that is
  /// called so goes before. Those that are to be absent are meant by a name without group only when
  /// all are, which is an error of its own.
  ///
  /// @param exact collects what was named with its group, which such a name leaves alone
  List<Address> listed(Shape.Ref shape, String text, SourceLocation place, Set<Address> exact) {
    Address named = address(shape, text);
    boolean isAddress = text.startsWith(shape.slug() + "/") && instances.of(named).isEmpty();
    Address target =
        isAddress ? Address.parse(text, slug -> shape.isFannedOut()).orElse(named) : named;
    List<Address> present = present(shape, target, place, exact);
    return present.isEmpty() && instances.of(target).stream().allMatch(this::isAbsent)
        ? instances.of(target)
        : present;
  }

  /// What a key of memberships means.
  ///
  /// @param exact collects what was named with its group, which a name without leaves alone
  List<Address> members(Shape.Ref shape, String name, SourceLocation place, Set<Address> exact) {
    return present(shape, address(shape, name), place, exact);
  }

  boolean isName(String name, SourceLocation place) {
    String trap = NameRules.trap(name);
    if (!trap.isEmpty()) {
      report.error(place, "bad-name", "a name " + trap, "");
    }
    return trap.isEmpty();
  }

  /// All instances where the name says no group.
  private List<Address> present(
      Shape.Ref shape, Address target, SourceLocation place, Set<Address> exact) {
    if (!shape.isFannedOut() || !target.instance().isEmpty()) {
      exact.add(target);
      return List.of(target);
    }
    List<Address> all = instances.of(target);
    if (all.isEmpty() && isWhole) {
      String name = target.name();
      String hint = instances.hint(shape.slug(), name);
      report.error(
          place,
          "undescribed-reference",
          "no manifest describes the " + shape.slug() + " '" + name + "'",
          hint.isEmpty() ? "for one that only the account has write " + name + "@GROUP" : hint);
    }
    return all.stream()
        .filter(instance -> !exact.contains(instance) && !isAbsent(instance))
        .toList();
  }

  private boolean isAbsent(Address instance) {
    return instances.find(instance).filter(draft -> draft.metadata().isAbsent()).isPresent();
  }

  private Address address(Shape.Ref shape, String name) {
    int at = shape.isFannedOut() ? name.lastIndexOf('@') : -1;
    return at > 0 && at < name.length() - 1
        ? Address.of(shape.slug(), name.substring(0, at)).inGroup(name.substring(at + 1))
        : instances.spelled(Address.of(shape.slug(), name));
  }
}
