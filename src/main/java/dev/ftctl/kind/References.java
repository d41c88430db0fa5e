package dev.ftctl.kind;

import dev.ftctl.model.Address;
import dev.ftctl.model.Resource;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a resource refers to, found through its kind's table.
public final class References {

  private References() {}

  /// One reference of a resource.
  ///
  /// @param isOwner whether the resource is a part of the target
  /// @param isMembership whether it is a key of a role map
  public record Found(
      Address target, SourceLocation place, boolean isOwner, boolean isMembership) {}

  /// All references, in the order of the manifest.
  public static List<Found> of(Resource resource, KindDefinition definition) {
    var found = new ArrayList<Found>();
    for (Field field : definition.fields(resource.spec()).all()) {
      Value value = resource.spec().get(field.name());
      boolean owner = field.is(Field.Trait.PART_OF);
      if (value instanceof Value.Reference reference) {
        found.add(new Found(reference.target(), reference.origin().place(), owner, false));
      } else if (field.shape() instanceof Shape.RoleMap roles
          && value instanceof Value.Mapping members) {
        members
            .entries()
            .keySet()
            .forEach(key -> memberOf(key, roles, members).ifPresent(found::add));
      }
    }
    return found;
  }

  /// The owner of a part.
  public static Optional<Address> ownerOf(Resource resource, KindDefinition definition) {
    return of(resource, definition).stream().filter(Found::isOwner).map(Found::target).findFirst();
  }

  private static Optional<Found> memberOf(String key, Shape.RoleMap roles, Value.Mapping members) {
    return Address.parse(key, slug -> slug.equals(roles.slug()) && roles.isFannedOut())
        .map(target -> new Found(target, members.placeOf(key), false, true));
  }
}
