package dev.ftctl.export.account;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import java.util.Optional;

/// A variable that documents read.
///
/// @param document that reads it
/// @param known the text, where the account tells it; never printed
public record EnvEntry(String name, Address document, FieldPath path, Optional<String> known) {

  /// Never the text.
  @Override
  public String toString() {
    return name + " of " + document;
  }
}
