package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What an object of a control call may hold. A member of another name, or of another sort, is
/// refused: a fault rule whose `stauts` nobody reads would make a test pass that tests nothing.
///
/// @param members the sorts by name
public record Strict(Map<String, Sort> members) {
  private static final int NEAR = 2;

  /// What a member holds.
  public enum Sort {
    TEXT,
    NUMBER,
    TRUTH,
    OBJECT,
    LIST,
    ANY;

    boolean fits(JsonNode value) {
      return switch (this) {
        case TEXT -> value.isTextual();
        case NUMBER -> value.isIntegralNumber() && value.asLong() >= 0;
        case TRUTH -> value.isBoolean();
        case OBJECT -> value.isObject();
        case LIST -> value.isArray();
        case ANY -> true;
      };
    }

    String words() {
      return switch (this) {
        case TEXT -> "a text";
        case NUMBER -> "a whole number of 0 or more";
        case TRUTH -> "true or false";
        case OBJECT -> "an object";
        case LIST -> "a list";
        case ANY -> "anything";
      };
    }
  }

  /// The same object, when it has nothing but what it may have.
  ///
  /// @param where which object that is, as `match`; empty for the whole body
  public ObjectNode checked(String where, JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      throw ApiError.invalid(
          (where.isEmpty() ? "The body" : "'" + where + "'") + " must be an object");
    }
    for (var member : object.properties()) {
      var path = where.isEmpty() ? member.getKey() : where + "." + member.getKey();
      var sort = members.get(member.getKey());
      if (sort == null) {
        throw ApiError.invalid("Unknown member '" + path + "'" + advice(member.getKey()));
      }
      if (!sort.fits(member.getValue())) {
        throw ApiError.invalid("'" + path + "' must be " + sort.words());
      }
    }
    return object;
  }

  private String advice(String name) {
    var known = new TreeSet<>(members.keySet());
    return near(name, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> "; there are " + String.join(", ", known));
  }

  /// The known name that a mistyped one most likely means.
  public static Optional<String> near(String name, Iterable<String> known) {
    var best = Optional.<String>empty();
    var least = NEAR + 1;
    for (var each : known) {
      var away =
          distance(
              name.toLowerCase(java.util.Locale.ROOT), each.toLowerCase(java.util.Locale.ROOT));
      if (away < least) {
        least = away;
        best = Optional.of(each);
      }
    }
    return best;
  }

  /// How many letters must be put in, taken out, replaced, or swapped with their neighbour.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        rows[i][j] =
            Math.min(
                rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
