package dev.ftctl.model.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An unmodifiable map from texts in a fixed order, for trees of many small mappings: a map of one
/// entry takes 48 bytes, where a wrapped [java.util.LinkedHashMap] takes 190.
///
/// Small maps are searched from the front; larger ones have an index of their keys. Safe for many
/// threads.
public final class CompactMap<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {

  private static final int SEARCHED = 8;
  private static final int[] NO_INDEX = {};
  private static final CompactMap<?> EMPTY = new CompactMap<>(new Object[0]);

  /// Key, value, key, value, …
  private final Object[] pairs;

  /// The number of the entry plus one at its key's hash or at the next free place behind; 0 where
  /// nothing is. A power of two, at least twice as long as there are entries.
  private final int[] index;

  private CompactMap(Object[] pairs) {
    this.pairs = pairs;
    this.index = pairs.length > 2 * SEARCHED ? index(pairs) : NO_INDEX;
  }

  /// A copy in the order of `source`; `source` itself when it is such a map already.
  public static <V> CompactMap<V> copyOf(Map<String, ? extends V> source) {
    if (source instanceof CompactMap<?> compact) {
      return cast(compact);
    }
    if (source.isEmpty()) {
      return cast(EMPTY);
    }
    var pairs = new Object[2 * source.size()];
    int next = 0;
    for (Map.Entry<String, ? extends V> entry : source.entrySet()) {
      pairs[next++] = Objects.requireNonNull(entry.getKey());
      pairs[next++] = Objects.requireNonNull(entry.getValue());
    }
    return new CompactMap<>(pairs);
  }

  /// The same keys in the same order, each with what is made of its value.
  public static <T, V> CompactMap<V> mapped(Map<String, T> source, Function<T, V> value) {
    return mappedSome(source, (key, given) -> Optional.of(value.apply(given)));
  }

  /// The keys, in the same order, of whose values something is made.
  public static <T, V> CompactMap<V> mappedSome(
      Map<String, T> source, BiFunction<String, T, Optional<V>> value) {
    CompactMap<T> from = copyOf(source);
    var pairs = new Object[from.pairs.length];
    int next = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      var key = (String) from.pairs[i];
      Optional<V> made = value.apply(key, from.value(i));
      if (made.isPresent()) {
        pairs[next++] = key;
        pairs[next++] = made.get();
      }
    }
    return of(pairs, next);
  }

  private static <V> CompactMap<V> of(Object[] pairs, int length) {
    return length == 0
        ? cast(EMPTY)
        : new CompactMap<>(length == pairs.length ? pairs : Arrays.copyOf(pairs, length));
  }

  /// Takes entries one after another.
  public static final class Builder<V> {
    private final Object[] pairs;
    private int next;

    /// @param size how many entries will come
    public Builder(int size) {
      this.pairs = new Object[2 * size];
    }

    /// @throws IndexOutOfBoundsException when it is one too many
    public void add(String key, V value) {
      pairs[next++] = Objects.requireNonNull(key);
      pairs[next++] = Objects.requireNonNull(value);
    }

    /// @throws IllegalArgumentException when a key came twice
    public CompactMap<V> build() {
      CompactMap<V> map = of(pairs, next);
      for (int i = 0; i < next; i += 2) {
        if (map.find(pairs[i]) != i) {
          throw new IllegalArgumentException("a key twice");
        }
      }
      return map;
    }
  }

  /// The same entries, and in the end one that was not there; or with another value in its place.
  public CompactMap<V> with(String key, V value) {
    int found = find(key);
    Object[] copy = Arrays.copyOf(pairs, found < 0 ? pairs.length + 2 : pairs.length);
    int at = found < 0 ? pairs.length : found;
    copy[at] = key;
    copy[at + 1] = Objects.requireNonNull(value);
    return new CompactMap<>(copy);
  }

  public CompactMap<V> without(String key) {
    int found = find(key);
    if (found < 0) {
      return this;
    }
    var copy = new Object[pairs.length - 2];
    System.arraycopy(pairs, 0, copy, 0, found);
    System.arraycopy(pairs, found + 2, copy, found, copy.length - found);
    return copy.length == 0 ? cast(EMPTY) : new CompactMap<>(copy);
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public @Nullable V get(Object key) {
    int found = find(key);
    return found < 0 ? null : value(found);
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < pairs.length; i += 2) {
      action.accept((String) pairs[i], value(i));
    }
  }

  @Override
  public SequencedMap<String, V> reversed() {
    var back = new Object[pairs.length];
    for (int i = 0; i < pairs.length; i += 2) {
      back[pairs.length - 2 - i] = pairs[i];
      back[pairs.length - 1 - i] = pairs[i + 1];
    }
    return new CompactMap<>(back);
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return pairs.length / 2;
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < pairs.length;
          }

          @Override
          public Map.Entry<String, V> next() {
            if (next >= pairs.length) {
              throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry((String) pairs[next - 2], value(next - 2));
          }
        };
      }
    };
  }

  /// Where the key stands in [#pairs], or -1.
  private int find(Object key) {
    if (index.length == 0) {
      for (int i = 0; i < pairs.length; i += 2) {
        if (pairs[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    for (int place = spread(key); ; place++) {
      int entry = index[place & index.length - 1];
      if (entry == 0) {
        return -1;
      }
      if (pairs[2 * entry - 2].equals(key)) {
        return 2 * entry - 2;
      }
    }
  }

  private static int[] index(Object[] pairs) {
    var index = new int[Integer.highestOneBit(pairs.length) * 2];
    for (int i = 0; i < pairs.length; i += 2) {
      int place = spread(pairs[i]);
      while (index[place & index.length - 1] != 0) {
        place++;
      }
      index[place & index.length - 1] = i / 2 + 1;
    }
    return index;
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ hash >>> 16;
  }

  // Only values that were put in as V are in the pairs.
  @SuppressWarnings("unchecked")
  private V value(int key) {
    return (V) pairs[key + 1];
  }

  // Nothing can be put into it any more, so what is a V may be seen as anything above.
  @SuppressWarnings("unchecked")
  private static <V> CompactMap<V> cast(CompactMap<?> map) {
    return (CompactMap<V>) map;
  }
}
