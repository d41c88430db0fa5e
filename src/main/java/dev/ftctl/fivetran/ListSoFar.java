package dev.ftctl.fivetran;

import dev.ftctl.fivetran.answer.ObjectId;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the pages of one list told so far. Cursors move while somebody writes, so one object may
/// come on two pages: it is one, as the later page says. A list that brings nothing new any more,
/// or never ends, is refused.
final class ListSoFar {

  private static final int MOST_PAGES = 10_000;
  private static final int MOST_IDLE = 10;

  /// Bytes of all pages: some hundred thousand connections.
  private static final long LARGEST = 256L * 1024 * 1024;

  private static final int LONGEST_CURSOR = 8 * 1024;

  private final boolean hasIds;
  private final Map<Object, Value.Mapping> items = new LinkedHashMap<>();
  private final Set<String> cursors = new HashSet<>();
  private String path = "";
  private int pages;
  private long bytes;
  private int idle;

  /// @param hasIds whether each item is an object with an id
  ListSoFar(boolean hasIds) {
    this.hasIds = hasIds;
  }

  /// @throws ApiException when the list can't be read to its end
  void add(Page page) {
    path = page.path();
    int before = items.size();
    page.items().forEach(item -> items.put(key(item), item));
    pages++;
    bytes += page.bytes();
    idle = items.size() > before ? 0 : idle + 1;
    if (!page.nextCursor().isEmpty()) {
      checkNext(page.nextCursor());
    }
  }

  List<Value.Mapping> items() {
    return List.copyOf(items.values());
  }

  private Object key(Value.Mapping item) {
    if (!hasIds) {
      return items.size();
    }
    // Members of a team come as `user_id` (fivetran-quirks 2.8).
    String id = item.text("id").isEmpty() ? item.text("user_id") : item.text("id");
    if (!ObjectId.isUsable(id)) {
      throw refused("a list names an object without an id that can be used");
    }
    return id;
  }

  private void checkNext(String cursor) {
    if (cursor.length() > LONGEST_CURSOR) {
      throw refused("a list names a cursor of " + cursor.length() + " characters");
    }
    if (!cursors.add(cursor)) {
      throw refused("a list names the same cursor twice, so it would never end");
    }
    if (idle >= MOST_IDLE) {
      throw refused(
          "a list goes on after "
              + MOST_IDLE
              + " pages without anything new, so it would never end");
    }
    if (bytes > LARGEST) {
      throw refused(
          "a list is larger than " + LARGEST / 1024 / 1024 + " MB, more than ftctl reads");
    }
    if (pages >= MOST_PAGES) {
      throw refused("a list has more than " + MOST_PAGES + " pages");
    }
  }

  private ApiException refused(String why) {
    return new ApiException(new ApiFailure("GET", path, 200, "", why, false));
  }
}
