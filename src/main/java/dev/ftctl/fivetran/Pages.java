package dev.ftctl.fivetran;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lists to their end.
public final class Pages {

  /// What every list call passes as `limit`.
  public static final int LIMIT = 1000;

  private Pages() {}

  /// One call of a list: the cursor is null for the first page.
  public interface Call {
    Page read(int limit, @Nullable String cursor);
  }

  /// All objects of all pages, in the order of the API, each once.
  ///
  /// @throws dev.ftctl.model.problem.ApiException also when an object has no id, or the list would
  ///   never end
  public static List<Value.Mapping> all(Call call) {
    return read(call, new ListSoFar(true));
  }

  /// The same of a list whose items are no objects with ids.
  public static List<Value.Mapping> ofItems(Call call) {
    return read(call, new ListSoFar(false));
  }

  private static List<Value.Mapping> read(Call call, ListSoFar list) {
    Page page = call.read(LIMIT, null);
    list.add(page);
    while (!page.nextCursor().isEmpty()) {
      page = call.read(LIMIT, page.nextCursor());
      list.add(page);
    }
    return list.items();
  }
}
