package dev.ftctl.operate.state;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A place at which two states say different things; absent is a value too.
public record Difference(FieldPath path, Value before, Value after) {

  /// In the order of the paths. Members count whatever their order, items of lists in theirs.
  public static List<Difference> between(Value.Mapping before, Value.Mapping after) {
    var all = new ArrayList<Difference>();
    collect(FieldPath.ROOT, before, after, all);
    return all;
  }

  private static void collect(
      FieldPath path, Value before, Value after, List<Difference> differences) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Value.Mapping was && after instanceof Value.Mapping is) {
      var keys = new TreeSet<>(was.entries().keySet());
      keys.addAll(is.entries().keySet());
      keys.forEach(key -> collect(path.then(key), was.get(key), is.get(key), differences));
      return;
    }
    differences.add(new Difference(path, before, after));
  }
}
