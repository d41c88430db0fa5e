package dev.ftctl.kind.plain;

import dev.ftctl.model.value.Value;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The calls that write the objects of a collection of which something is told once.
///
/// @param create with everything that the manifest says, by API names; answers the new object with
///   its `id` and what is told
/// @param update by id, with what changed
/// @param renewal what is told anew, and the old ends
/// @param delete by id
/// @param isUnique whether the API refuses a second object of one natural key; where it takes one,
///   it is looked once more after a creation
public record HandoutCalls(
    UnaryOperator<Value.Mapping> create,
    BiConsumer<String, Value.Mapping> update,
    Renewal renewal,
    Consumer<String> delete,
    boolean isUnique) {

  /// Has something told anew.
  public interface Renewal {

    /// @param said everything that the manifest says, by API names
    Value.Mapping of(String id, Value.Mapping said);
  }

  /// Those of a collection whose objects no call changes.
  public static HandoutCalls withoutUpdate(
      UnaryOperator<Value.Mapping> create,
      Renewal renewal,
      Consumer<String> delete,
      boolean isUnique) {
    return new HandoutCalls(
        create,
        (id, body) -> {
          throw new IllegalStateException("no call changes " + id + ": " + body.entries().keySet());
        },
        renewal,
        delete,
        isUnique);
  }
}
