package dev.ftctl.manifest.policy;

import dev.ftctl.model.value.Value;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Sees which foreign text an expression looks at first. What it looks at afterwards may depend on
/// what that text holds, so it is not told. Whether a key is there tells nothing of its text. Used
/// by one thread, for one evaluation.
final class Watch {

  private final Function<Value, Object> plain;
  private final UnaryOperator<Map<Object, Object>> lazy;
  private Optional<String> first = Optional.empty();

  /// @param plain makes what expressions see of a value that holds no foreign text
  /// @param lazy makes of a mapping one whose values are looked at only where they are named
  Watch(Function<Value, Object> plain, UnaryOperator<Map<Object, Object>> lazy) {
    this.plain = plain;
    this.lazy = lazy;
  }

  /// The source of the text that was looked at first.
  Optional<String> first() {
    return first;
  }

  /// What expressions see of a value.
  Object seen(Value value) {
    if (!holdsForeign(value)) {
      return plain.apply(value);
    }
    if (value instanceof Value.Mapping mapping) {
      return lazy.apply(new Members(mapping.entries()));
    }
    if (value instanceof Value.Items items) {
      return new Elements(items.items());
    }
    first = first.or(() -> Optional.of(value.origin().mark().sources().getFirst()));
    return plain.apply(value);
  }

  private static boolean holdsForeign(Value value) {
    return value instanceof Value.Mapping mapping
        ? mapping.entries().values().stream().anyMatch(Watch::holdsForeign)
        : value instanceof Value.Items items
            ? items.items().stream().anyMatch(Watch::holdsForeign)
            : isForeign(value);
  }

  private static boolean isForeign(Value scalar) {
    return scalar.origin().isForeign() && !(scalar instanceof Value.Secret);
  }

  private final class Members extends AbstractMap<Object, Object> {
    private final Map<String, Value> entries;

    private Members(Map<String, Value> entries) {
      this.entries = entries;
    }

    @Override
    public boolean containsKey(Object key) {
      return entries.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
      Value value = entries.get(key);
      return value == null ? null : seen(value);
    }

    @Override
    public Set<Object> keySet() {
      return Set.copyOf(entries.keySet());
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public int size() {
          return entries.size();
        }

        @Override
        public Iterator<Map.Entry<Object, Object>> iterator() {
          return entries.entrySet().stream()
              .map(entry -> Map.<Object, Object>entry(entry.getKey(), seen(entry.getValue())))
              .iterator();
        }
      };
    }
  }

  private final class Elements extends AbstractList<Object> {
    private final List<Value> items;

    private Elements(List<Value> items) {
      this.items = items;
    }

    @Override
    public Object get(int index) {
      return seen(items.get(index));
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
