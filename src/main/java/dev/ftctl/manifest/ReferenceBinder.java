package dev.ftctl.manifest;

import dev.ftctl.kind.Field;
import dev.ftctl.kind.Field.Trait;
import dev.ftctl.kind.Shape;
import dev.ftctl.model.Address;
import dev.ftctl.model.Origin;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.model.Value;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Binds references: the name of a resource becomes its address.
final class ReferenceBinder {

  private final ScalarBinder scalars;
  private final Instances instances;
  private final Report report;
  private final List<Link> links;
  private final boolean isWhole;

  /// @param links collects every reference
  ReferenceBinder(
      ScalarBinder scalars, Instances instances, Report report, List<Link> links, boolean isWhole) {
    this.scalars = scalars;
    this.instances = instances;
    this.report = report;
    this.links = links;
    this.isWhole = isWhole;
  }

  Optional<Value> reference(Field field, Shape.Ref shape, Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      report.error(
          node.place(),
          "wrong-type",
          "'" + field.name() + "' takes " + Types.wanted(shape) + ", not " + node.what(),
          "");
      return Optional.empty();
    }
    Optional<Filled> filled = scalars.text(scalar);
    if (filled.isEmpty() || !isName(filled.get().text(), node.place())) {
      return Optional.empty();
    }
    Address target = address(shape.slug(), shape.isFannedOut(), filled.get().text());
    links.add(new Link(target, node.place(), field.is(Trait.PART_OF)));
    return Optional.of(
        new Value.Reference(target, new Origin(node.place(), filled.get().source())));
  }

  /// A mapping from address texts to role texts. A name without group means every instance, and
  /// yields to one with it.
  Optional<Value> roles(Field field, Shape.RoleMap shape, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      report.error(
          node.place(),
          "wrong-type",
          "'" + field.name() + "' takes a mapping of names to roles, not " + node.what(),
          "write {NAME: ROLE}");
      return Optional.empty();
    }
    var roles = new LinkedHashMap<String, Value>();
    var places = new LinkedHashMap<String, SourceLocation>();
    var exact = new TreeSet<String>();
    mapping
        .entries()
        .forEach((name, entry) -> {
          Field named = Field.text("the role of " + name);
          Optional<Value> role = scalars.bind(named, new Shape.TextShape(), entry.value());
          if (isName(name, entry.keyPlace()) && role.isPresent()) {
            targets(shape, name, entry.keyPlace(), exact)
                .forEach(target -> {
                  roles.put(target.toString(), role.get());
                  places.put(target.toString(), entry.keyPlace());
                  links.add(new Link(target, entry.keyPlace(), false));
                });
          }
        });
    return Optional.of(new Value.Mapping(roles, places, Origin.at(node.place())));
  }

  private List<Address> targets(
      Shape.RoleMap shape, String name, SourceLocation place, Set<String> exact) {
    Address target = address(shape.slug(), shape.isFannedOut(), name);
    if (!shape.isFannedOut() || !target.instance().isEmpty()) {
      exact.add(target.toString());
      return List.of(target);
    }
    List<Address> all = instances.of(target);
    if (all.isEmpty() && isWhole) {
      String hint = instances.hint(shape.slug(), name);
      report.error(
          place,
          "undescribed-reference",
          "no manifest describes the " + shape.slug() + " '" + name + "'",
          hint.isEmpty() ? "for one that only the account has write " + name + "@GROUP" : hint);
    }
    return all.stream()
        .filter(instance -> !exact.contains(instance.toString()))
        .filter(instance ->
            instances.find(instance).filter(draft -> draft.metadata().isAbsent()).isEmpty())
        .toList();
  }

  private boolean isName(String name, SourceLocation place) {
    String trap = Names.trap(name);
    if (!trap.isEmpty()) {
      report.error(place, "bad-name", "a name " + trap, "");
    }
    return trap.isEmpty();
  }

  private static Address address(String slug, boolean isFannedOut, String name) {
    int at = isFannedOut ? name.lastIndexOf('@') : -1;
    return at > 0 && at < name.length() - 1
        ? Address.of(slug, name.substring(0, at)).inGroup(name.substring(at + 1))
        : Address.of(slug, name);
  }
}
