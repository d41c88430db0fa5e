package dev.ftctl.kind;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What a resource refers to, found through its kind's table: in its fields, in lists, and in
/// objects at any depth.
public final class References {

  private final Function<Field, String> naming;
  private final BiFunction<Shape.Ref, Value, Optional<Address>> targets;
  private final List<Found> found = new ArrayList<>();

  /// @param naming how the fields are called where it is looked
  /// @param targets what a value of such a shape refers to
  private References(
      Function<Field, String> naming, BiFunction<Shape.Ref, Value, Optional<Address>> targets) {
    this.naming = naming;
    this.targets = targets;
  }

  /// One reference of a resource.
  ///
  /// @param isOwner whether the resource is a part of the target
  /// @param isMembership whether it is a key of a role map
  public record Found(
      Address target, SourceLocation place, boolean isOwner, boolean isMembership) {}

  /// All references, in the order of the table.
  public static List<Found> of(Resource resource, KindDefinition definition) {
    var references =
        new References(
            Field::name,
            (shape, value) ->
                value instanceof Value.Reference reference
                    ? Optional.of(reference.target())
                    : Optional.empty());
    references.inside(definition.fields(resource.spec()), resource.spec());
    return List.copyOf(references.found);
  }

  /// What a live object refers to by ids that have a name, each once, in the order of the table.
  ///
  /// @param table of its kind
  public static List<Address> of(Live live, FieldTable table, Ids ids) {
    var references =
        new References(Field::apiName, (shape, id) -> ids.nameOf(shape.slug(), id.asText()));
    references.inside(table, live.fields());
    return references.found.stream()
        .filter(one -> !one.isMembership())
        .map(Found::target)
        .distinct()
        .toList();
  }

  /// What a live object names, whether or not anybody knows it: addresses that have an id for a
  /// name.
  ///
  /// @param table of its kind
  public static List<Address> idsOf(Live live, FieldTable table) {
    var references =
        new References(
            Field::apiName,
            (shape, id) ->
                id.isBlank()
                    ? Optional.empty()
                    : Optional.of(Address.of(shape.slug(), id.asText())));
    references.inside(table, live.fields());
    return references.found.stream().map(Found::target).distinct().toList();
  }

  /// What a live object is a member of, or has for members, as far as it was read.
  ///
  /// @param table of its kind
  public static List<Address> membershipsOf(Live live, FieldTable table, Ids ids) {
    var members = new ArrayList<Address>();
    for (Field field : table.all()) {
      if (field.shape() instanceof Shape.RoleMap roles) {
        live.fields()
            .mapping(field.name())
            .entries()
            .keySet()
            .forEach(id -> ids.nameOf(roles.slug(), id).ifPresent(members::add));
      }
    }
    return List.copyOf(members);
  }

  /// The owner of a part.
  public static Optional<Address> ownerOf(Resource resource, KindDefinition definition) {
    return of(resource, definition).stream().filter(Found::isOwner).map(Found::target).findFirst();
  }

  private void inside(FieldTable table, Value value) {
    if (value instanceof Value.Mapping mapping) {
      table
          .all()
          .forEach(field ->
              at(field.shape(), mapping.get(naming.apply(field)), field.is(Field.Trait.PART_OF)));
    }
  }

  private void at(Shape shape, Value value, boolean isOwner) {
    switch (shape) {
      case Shape.Ref ref ->
          targets
              .apply(ref, value)
              .map(target -> new Found(target, value.origin().place(), isOwner, false))
              .ifPresent(found::add);
      case Shape.SetOf set -> Shape.elements(value).forEach(item -> at(set.item(), item, isOwner));
      case Shape.ItemsOf items ->
          Shape.elements(value).forEach(item -> inside(items.table(), item));
      case Shape.Nested nested -> inside(nested.table(), value);
      case Shape.RoleMap roles -> members(roles, value);
      case Shape.Scalar scalar -> {}
      case Shape.Hoisted hoisted -> {}
      case Shape.Tree tree -> {}
      case Shape.Free free -> {}
    }
  }

  private void members(Shape.RoleMap roles, Value value) {
    if (value instanceof Value.Mapping members) {
      members
          .entries()
          .keySet()
          .forEach(key ->
              Address.parse(key, slug -> slug.equals(roles.slug()) && roles.isFannedOut())
                  .map(target -> new Found(target, members.placeOf(key), false, true))
                  .ifPresent(found::add));
    }
  }
}
