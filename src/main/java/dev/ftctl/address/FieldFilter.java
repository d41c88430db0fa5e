package dev.ftctl.address;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;

/// A demand on a field of an object, as a user types it: `service=postgres`, `paused!=true`.
///
/// @param path of the field, by the API's names
/// @param isEqual whether the field has to be equal, or different
/// @param text what it is compared with: a scalar's plain text, `null`, or an item of a list
public record FieldFilter(FieldPath path, boolean isEqual, String text) {

  private static final String NULL = "null";

  /// @throws RefusedException when it isn't written so
  public static FieldFilter parse(String written) {
    int equals = written.indexOf('=');
    boolean isEqual = equals > 0 && written.charAt(equals - 1) != '!';
    String path = equals < 1 ? "" : written.substring(0, isEqual ? equals : equals - 1);
    if (path.isBlank()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the filter '" + written + "' is none",
          "Write it like --filter service=postgres or --filter paused!=true.");
    }
    return new FieldFilter(path(path), isEqual, written.substring(equals + 1));
  }

  /// A field with dots: `status.setup_state`.
  public static FieldPath path(String dotted) {
    return FieldPath.of(dotted.strip().split("\\.", -1));
  }

  /// An absent field is equal to nothing.
  public boolean matches(Value.Mapping fields) {
    return isEqual == has(fields.at(path));
  }

  private boolean has(Value value) {
    return switch (value) {
      case Value.Absent absent -> false;
      case Value.Null nothing -> text.equals(NULL);
      case Value.Items items -> items.items().stream().anyMatch(this::has);
      case Value.Text said -> said.text().equalsIgnoreCase(text);
      case Value.Num number -> number.asText().equals(text);
      case Value.Bool flag -> flag.asText().equalsIgnoreCase(text);
      case Value.Reference reference -> reference.asText().equals(text);
      case Value.Mapping mapping -> false;
      case Value.Secret secret -> false;
    };
  }

  /// Whether lists can't tell: connections' lists lack `config`, for one.
  public boolean isBeyond(List<Named> objects) {
    return objects.stream()
        .allMatch(object -> object.live().fields().at(path) instanceof Value.Absent);
  }
}
