package dev.ftctl.export.account;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.Optional;

/// What an object's document has to know of the other objects.
interface Surroundings {

  /// What the id of an object is called in documents: by its document, else by its live name.
  Optional<Address> label(String slug, String id);

  /// An object as far as it was read.
  Optional<Live> find(String slug, String id);
}
