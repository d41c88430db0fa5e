package dev.ftctl.fivetran.answer;

import dev.ftctl.model.value.Value;
import java.util.List;

/// One page of a list. `nextCursor` is empty at the end.
public record Page(List<Value.Mapping> items, String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}
