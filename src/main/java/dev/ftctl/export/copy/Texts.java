package dev.ftctl.export.copy;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The texts in a tree; items of lists go by their number.
final class Texts {

  private Texts() {}

  static List<FieldPath> where(Value.Mapping tree, Predicate<String> fits) {
    var found = new ArrayList<FieldPath>();
    visit(FieldPath.ROOT, tree, fits, found);
    return found;
  }

  private static void visit(
      FieldPath path, Value value, Predicate<String> fits, List<FieldPath> found) {
    if (value instanceof Value.Text text && fits.test(text.text())) {
      found.add(path);
    } else if (value instanceof Value.Mapping mapping) {
      mapping.entries().forEach((key, inside) -> visit(path.then(key), inside, fits, found));
    } else if (value instanceof Value.Items items) {
      int number = 0;
      for (Value item : items.items()) {
        visit(path.then(Integer.toString(number++)), item, fits, found);
      }
    }
  }

  /// What stands at a path, absent for nothing.
  static Value at(Value tree, FieldPath path) {
    Value here = tree;
    for (String segment : path.segments()) {
      if (here instanceof Value.Mapping mapping) {
        here = mapping.get(segment);
      } else {
        boolean isItem =
            here instanceof Value.Items items
                && segment.matches("[0-9]{1,6}")
                && Integer.parseInt(segment) < items.items().size();
        here = isItem ? ((Value.Items) here).items().get(Integer.parseInt(segment)) : Value.ABSENT;
      }
    }
    return here;
  }

  /// The tree with another text at a path, where one stands there.
  static Value.Mapping replaced(Value.Mapping tree, FieldPath path, UnaryOperator<String> change) {
    return (Value.Mapping) replaced(tree, path.segments(), change);
  }

  private static Value replaced(Value value, List<String> way, UnaryOperator<String> change) {
    if (way.isEmpty()) {
      return value.asText().isEmpty() ? value : Value.text(change.apply(value.asText()));
    }
    String first = way.getFirst();
    List<String> rest = way.subList(1, way.size());
    if (value instanceof Value.Mapping mapping && !mapping.get(first).isAbsent()) {
      return mapping.with(first, replaced(mapping.get(first), rest, change));
    }
    if (value instanceof Value.Items items) {
      List<Value> all = new ArrayList<>();
      for (Value item : items.items()) {
        boolean isMeant = first.equals(Integer.toString(all.size()));
        all.add(isMeant ? replaced(item, rest, change) : item);
      }
      return Value.items(all);
    }
    return value;
  }
}
