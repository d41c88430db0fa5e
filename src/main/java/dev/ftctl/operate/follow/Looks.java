package dev.ftctl.operate.follow;

import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at objects with as few calls as it takes: at each alone, or at the whole list where that
/// is fewer.
///
/// @param list reads all objects of the kind
/// @param details reads one, by its id
/// @param pages that the list has
public record Looks(
    Supplier<List<Value.Mapping>> list, Function<String, Value.Mapping> details, int pages) {

  /// What came of looking at one.
  sealed interface Look {
    record Seen(Value.Mapping fields) implements Look {}

    record Gone() implements Look {}

    record Blind(ApiException why) implements Look {}
  }

  Map<String, Look> at(Collection<String> ids) {
    var looks = new LinkedHashMap<String, Look>();
    if (ids.size() > pages) {
      try {
        list.get().forEach(fields -> looks.put(fields.text("id"), new Look.Seen(fields)));
      } catch (ApiException blind) {
        ids.forEach(id -> looks.put(id, new Look.Blind(blind)));
      }
    }
    // What a list lacks may have come in between two of its pages.
    ids.forEach(id -> looks.computeIfAbsent(id, this::alone));
    return looks;
  }

  private Look alone(String id) {
    try {
      return new Look.Seen(details.apply(id));
    } catch (ApiException failed) {
      return failed.failure().isNotFound() ? new Look.Gone() : new Look.Blind(failed);
    }
  }
}
