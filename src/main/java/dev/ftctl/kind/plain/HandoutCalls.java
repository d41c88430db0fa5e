package dev.ftctl.kind.plain;

import dev.ftctl.model.value.Value;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The calls that write the objects of a collection of which something is told once, and no call
/// changes anything.
///
/// @param create with everything that the manifest says, by API names; answers the new object with
///   its `id` and what is told
/// @param renew by id; answers what is told anew, and the old ends
/// @param delete by id
public record HandoutCalls(
    UnaryOperator<Value.Mapping> create,
    Function<String, Value.Mapping> renew,
    Consumer<String> delete) {}
