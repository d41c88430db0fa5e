package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Binds references: the name of a resource becomes its address.
final class ReferenceBinder {

  private final ScalarBinder scalars;
  private final ReferenceTargets targets;
  private final Report report;
  private final List<Link> links;

  /// @param links collects every reference
  ReferenceBinder(ScalarBinder scalars, ReferenceTargets targets, Report report, List<Link> links) {
    this.scalars = scalars;
    this.targets = targets;
    this.report = report;
    this.links = links;
  }

  Optional<Value> reference(Field field, Shape.Ref shape, Node node) {
    Optional<Filled> name = name(field, shape, node);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Address> target = targets.one(shape, name.get().text(), node.place());
    target.ifPresent(found -> links.add(new Link(found, node.place(), field.is(Trait.PART_OF))));
    return target.map(
        found -> new Value.Reference(found, new Origin(node.place(), name.get().mark())));
  }

  /// A set of references. A name without group means every instance. What is named twice, as one of
  /// all and alone, is in it once.
  Optional<Value> references(Field field, Shape.Ref shape, Node.Sequence list) {
    var found = new LinkedHashMap<Address, Value>();
    var exact = new HashSet<Address>();
    boolean isWhole = true;
    for (Node item : list.items()) {
      Optional<Filled> name = name(field, shape, item);
      isWhole &= name.isPresent();
      if (name.isPresent()) {
        var origin = new Origin(item.place(), name.get().mark());
        listed(shape, name.get().text(), item.place(), exact)
            .forEach(target -> found.put(target, new Value.Reference(target, origin)));
      }
    }
    found.forEach((target, reference) ->
        links.add(new Link(target, reference.origin().place(), field.is(Trait.PART_OF))));
    return isWhole
        ? Optional.of(new Value.Items(List.copyOf(found.values()), Origin.at(list.place())))
        : Optional.empty();
  }

  private Collection<Address> listed(
      Shape.Ref shape, String name, SourceLocation place, Set<Address> exact) {
    return shape.isOne()
        ? targets.one(shape, name, place).stream().toList()
        : targets.listed(shape, name, place, exact);
  }

  private Optional<Filled> name(Field field, Shape.Ref shape, Node node) {
    if (node instanceof Node.Refused) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      report.error(
          node.place(),
          "wrong-type",
          "'" + field.name() + "' takes " + Types.wanted(shape) + ", not " + node.what(),
          "");
      return Optional.empty();
    }
    return scalars.isRefused("'" + field.name() + "'", false, scalar)
        ? Optional.empty()
        : scalars.text(scalar).filter(filled -> targets.isName(filled.text(), node.place()));
  }

  /// A mapping from address texts to role texts. A name without group means every instance, and
  /// yields to one with it.
  Optional<Value> roles(Field field, Shape.RoleMap shape, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      if (scalars.isNotSet(node)) {
        return Optional.empty();
      }
      report.error(
          node.place(),
          "wrong-type",
          "'" + field.name() + "' takes a mapping of names to roles, not " + node.what(),
          "write {NAME: ROLE}");
      return Optional.empty();
    }
    var roles = new LinkedHashMap<String, Value>();
    var places = new LinkedHashMap<String, SourceLocation>();
    var exact = new HashSet<Address>();
    var member = new Shape.Ref(shape.slug(), shape.isFannedOut());
    mapping
        .entries()
        .forEach((name, entry) -> {
          if (entry.value() instanceof Node.Refused) {
            return;
          }
          Field named = Field.text("the role of " + name).required().names();
          Optional<Value> role = scalars.bind(named, new Shape.TextShape(), entry.value());
          if (targets.isName(name, entry.keyPlace()) && role.isPresent()) {
            targets
                .members(member, name, entry.keyPlace(), exact)
                .forEach(target -> {
                  roles.put(target.toString(), role.get());
                  places.put(target.toString(), entry.keyPlace());
                  links.add(new Link(target, entry.keyPlace(), false));
                });
          }
        });
    return Optional.of(new Value.Mapping(roles, places, Origin.at(node.place())));
  }
}
