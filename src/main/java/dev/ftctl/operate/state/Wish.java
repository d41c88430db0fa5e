package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// What shall be.
///
/// @param state that the connection shall have; empty for the one that it has, where only what a
///   killed run left is to be ended
public record Wish(Named connection, Optional<Value.Mapping> state) {}
