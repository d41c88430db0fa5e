package dev.ftctl.kind.facet;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// The facet of a kind in whose objects Fivetran writes other addresses than it was sent, where
/// they go through something of the account.
public interface Readdressed {

  /// The slug of the kind that they go through.
  String way();

  /// The id of what a live object goes through; empty where it goes through nothing.
  String wayOf(Live live);

  /// A live object as it was sent: what Fivetran wrote itself is as the manifest says, so that it
  /// is no difference.
  ///
  /// @param way what it goes through, as far as that was read
  /// @param isOld whether a field of a resource was said in the same words at `--base`
  AsSent asSent(
      Resource wanted,
      Live live,
      Optional<Live> way,
      Ids ids,
      BiPredicate<Address, FieldPath> isOld);

  /// @param notes of what may be a difference all the same
  record AsSent(Live live, List<String> notes) {
    public AsSent {
      notes = List.copyOf(notes);
    }
  }
}
