package dev.ftctl.export.standing;

import dev.ftctl.export.Spoken;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.yaml.edit.Spot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names of a mapping whose keys mean other objects each.
///
/// @param shape tells the kind of the objects, where it is known
record Members(@Nullable Shape shape, Ids ids, Spot spot) {

  /// How a file writes the key that a document would write so: in the same words, without its
  /// group, or by another name of the same object.
  Optional<String> written(String key) {
    String written = Spoken.escaped(key);
    String bare = written.contains("@") ? written.substring(0, written.lastIndexOf('@')) : key;
    return spot.keys().stream()
        .filter(one -> one.equals(written))
        .findFirst()
        .or(() -> spot.keys().stream().filter(one -> one.equals(bare)).findFirst())
        .or(() -> spot.keys().stream().filter(one -> isSame(one, key)).findFirst());
  }

  private boolean isSame(String one, String other) {
    Optional<RemoteId> id = id(other);
    return id.isPresent() && id.equals(id(one));
  }

  private Optional<RemoteId> id(String name) {
    if (!(shape instanceof Shape.RoleMap roles)) {
      return Optional.empty();
    }
    int at = roles.isFannedOut() ? name.lastIndexOf('@') : -1;
    Address whole = Address.of(roles.slug(), at < 0 ? name : name.substring(0, at));
    return ids.find(at < 0 ? whole : whole.inGroup(name.substring(at + 1)));
  }
}
