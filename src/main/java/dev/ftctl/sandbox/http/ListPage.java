package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A window on a list: `limit` items (1 to 1000) from the `skip`-th on.
///
/// The cursor is base64url JSON `{"skip":n}` without padding, as in the examples of the OpenAPI
/// document.
public record ListPage(int skip, int limit) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  public static ListPage of(Optional<String> limit, Optional<String> cursor) {
    return new ListPage(
        cursor.map(ListPage::skipOf).orElse(0), limit.map(ListPage::limitOf).orElse(DEFAULT_LIMIT));
  }

  /// The page as `{items, next_cursor?}`. The cursor is absent at the end: a null there is an
  /// endless loop for clients that only ask whether the key exists.
  public <T> ObjectNode of(List<T> all, Function<T, ? extends JsonNode> item) {
    var data = JsonNodeFactory.instance.objectNode();
    var items = data.putArray("items");
    var from = Math.min(skip, all.size());
    var to = Math.min(from + limit, all.size());
    all.subList(from, to).forEach(each -> items.add(item.apply(each)));
    if (to < all.size()) {
      data.put("next_cursor", cursor(to));
    }
    return data;
  }

  private static String cursor(int skip) {
    var json = "{\"skip\":" + skip + "}";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static int skipOf(String cursor) {
    try {
      var json = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
      var skip = json == null ? -1 : json.path("skip").asInt(-1);
      if (skip >= 0) {
        return skip;
      }
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      throw ApiError.invalid("Invalid cursor '" + cursor + "'");
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    throw ApiError.invalid("Invalid cursor '" + cursor + "'");
  }

  private static int limitOf(String limit) {
    try {
      var parsed = Integer.parseInt(limit);
      if (parsed >= 1 && parsed <= MAX_LIMIT) {
        return parsed;
      }
    } catch (NumberFormatException notANumber) {
      throw ApiError.invalid("Invalid value '" + limit + "' of query parameter 'limit'");
    }
    throw ApiError.invalid("Query parameter 'limit' must be between 1 and " + MAX_LIMIT);
  }
}
