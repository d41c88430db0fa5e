package dev.ftctl.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.testing.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The map says what a [LinkedHashMap] of the same history says.
class CompactMapTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);

  @Test
  void saysWhatALinkedMapSays() {
    for (int round = 0; round < Scale.of(500, 10_000); round++) {
      var random = new Random(SEED + round);
      var expected = new LinkedHashMap<String, Integer>();
      CompactMap<Integer> map = CompactMap.copyOf(Map.of());
      int steps = random.nextInt(40);
      for (int step = 0; step < steps; step++) {
        String key = key(random);
        if (random.nextInt(4) == 0) {
          expected.remove(key);
          map = map.without(key);
        } else {
          expected.put(key, step);
          map = map.with(key, step);
        }
      }

      String description = "seed " + (SEED + round);
      assertThat(map).as(description).isEqualTo(expected).hasSize(expected.size());
      assertThat(expected).as(description).isEqualTo(map);
      assertThat(map.hashCode()).as(description).isEqualTo(expected.hashCode());
      assertThat(new ArrayList<>(map.keySet()))
          .as(description)
          .isEqualTo(new ArrayList<>(expected.keySet()));
      assertThat(new ArrayList<>(map.values()))
          .as(description)
          .isEqualTo(new ArrayList<>(expected.values()));
      assertThat(new ArrayList<>(map.reversed().keySet()))
          .as(description)
          .isEqualTo(new ArrayList<>(expected.reversed().keySet()));
      assertThat(CompactMap.copyOf(expected)).as(description).isEqualTo(expected);
      String asked = key(random);
      assertThat(map.containsKey(asked)).as(description).isEqualTo(expected.containsKey(asked));
      assertThat(map.get(asked)).as(description).isEqualTo(expected.get(asked));
    }
  }

  /// `Aa` and `BB` have the same hash code, and so has everything made of them.
  private static String key(Random random) {
    var key = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      key.append(random.nextBoolean() ? "Aa" : "BB");
    }
    return random.nextInt(3) == 0 ? key.toString() : "k" + random.nextInt(30);
  }

  @Test
  void isNeverChanged() {
    CompactMap<String> map = CompactMap.copyOf(Map.of("a", "1"));

    assertThat(map.with("b", "2")).containsOnlyKeys("a", "b");
    assertThat(map).containsOnlyKeys("a");
    assertThatThrownBy(() -> map.put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
