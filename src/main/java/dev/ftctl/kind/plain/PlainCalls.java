package dev.ftctl.kind.plain;

import dev.ftctl.model.value.Value;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The calls that write the objects of one collection.
///
/// @param create with everything that the manifest says, by API names; answers the new object with
///   its `id`
/// @param update by id, with what changed
/// @param delete by id
public record PlainCalls(
    UnaryOperator<Value.Mapping> create,
    BiConsumer<String, Value.Mapping> update,
    Consumer<String> delete) {

  /// Those of a collection whose objects no call changes. Every field is `immutable` in the table
  /// of its kind, so that every difference is a replacement.
  public static PlainCalls withoutUpdate(
      UnaryOperator<Value.Mapping> create, Consumer<String> delete) {
    return new PlainCalls(
        create,
        (id, body) -> {
          throw new IllegalStateException("no call changes " + id + ": " + body.entries().keySet());
        },
        delete);
  }
}
