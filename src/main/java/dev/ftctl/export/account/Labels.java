package dev.ftctl.export.account;

import dev.ftctl.model.address.Address;
import java.util.Optional;

/// What the id of an object is called in documents: by its document, else by its live name.
@FunctionalInterface
interface Labels {
  Optional<Address> of(String slug, String id);
}
