package dev.ftctl.fivetran;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /// All items of all pages, in the order of the API.
  ///
  /// @throws dev.ftctl.model.problem.ApiException also when a cursor comes twice, which would never
  ///   end
  public static List<Value.Mapping> all(Call call) {
    List<Value.Mapping> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Page page = call.read(LIMIT, null);
    items.addAll(page.items());
    while (!page.nextCursor().isEmpty()) {
      if (!seen.add(page.nextCursor())) {
        throw new ApiException(
            new ApiFailure(
                "GET",
                "(a list)",
                200,
                "",
                "a list names the same cursor twice, so it would never end",
                false));
      }
      page = call.read(LIMIT, page.nextCursor());
      items.addAll(page.items());
    }
    return List.copyOf(items);
  }
}
