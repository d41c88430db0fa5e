package dev.ftctl.fivetran.answer;

import dev.ftctl.model.value.Value;
import java.util.List;

/// One page of a list. `nextCursor` is empty at the end.
///
/// @param path that was asked for it
/// @param bytes that it came as
public record Page(String path, long bytes, List<Value.Mapping> items, String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /// One of which nobody says where it came from.
  public Page(List<Value.Mapping> items, String nextCursor) {
    this("(a list)", 0, items, nextCursor);
  }

  Page from(String asked, long size) {
    return new Page(asked, size, items, nextCursor);
  }
}
