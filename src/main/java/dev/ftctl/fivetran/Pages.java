package dev.ftctl.fivetran;

import dev.ftctl.model.Value;
import java.util.List;

/// Reads lists to their end.
public final class Pages {

  /// What every list call passes as `limit`.
  public static final int LIMIT = 1000;

  private Pages() {}

  /// One call of a list: the cursor is null for the first page.
  public interface Call {
    Page read(int limit, @org.jspecify.annotations.Nullable String cursor);
  }

  /// All items of all pages, in the order of the API.
  ///
  /// @throws dev.ftctl.model.ApiException also when a cursor comes twice, which would never end
  public static List<Value.Mapping> all(Call call) {
    throw new UnsupportedOperationException("not written yet: " + call);
  }
}
