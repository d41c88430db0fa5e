package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Samples;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Scale;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws of comparison over generated configs; the display name holds the seed.
final class ComparisonPropertyTest {

  private static final FieldTable TABLE =
      FieldTable.of(Field.of("config", new Shape.Nested(Samples.CONFIG)));

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(300, 20_000));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsNothingBetweenAMappingAndItself(long seed) {
    Value.Mapping some = config(new SplittableRandom(seed));

    var comparison = Comparison.between(TABLE, some, some, new Ids());

    assertThat(comparison.changes()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsNothingOnceThePatchIsIn(long seed) {
    var random = new SplittableRandom(seed);
    Value.Mapping wanted = config(random);
    Value.Mapping live = config(random);
    Set<String> merged = Set.of("config");
    var before = Comparison.between(TABLE, wanted, live, new Ids(), merged, "");
    Value.Mapping sent =
        Bodies.patch(TABLE, before.changes(), wanted, live, new Ids(), merged).mapping("config");
    var after = new LinkedHashMap<>(live.mapping("config").entries());
    after.putAll(sent.entries());

    var comparison =
        Comparison.between(
            TABLE, wanted, Value.Mapping.EMPTY.with("config", Value.Mapping.of(after)), new Ids());

    assertThat(comparison.changes()).isEmpty();
    assertThat(before.changes())
        .extracting(change -> FieldPath.of("config").equals(change.path()))
        .doesNotContain(true);
  }

  private static Value.Mapping config(SplittableRandom random) {
    var fields = new LinkedHashMap<String, Value>();
    maybe(fields, random, "host", text(random));
    maybe(fields, random, "port", Value.number(random.nextInt(3)));
    maybe(fields, random, "tls", Value.bool(random.nextBoolean()));
    maybe(fields, random, "tables", list(random));
    maybe(fields, random, "storage", object(random, "bucket", "prefix"));
    maybe(fields, random, "free", object(random, "x", "y"));
    maybe(
        fields,
        random,
        "reports",
        Value.items(
            IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> object(random, "columns").with("name", Value.text("r" + i)))
                .toList()));
    return Value.Mapping.EMPTY.with("config", Value.Mapping.of(fields));
  }

  private static Value.Mapping object(SplittableRandom random, String... names) {
    var fields = new LinkedHashMap<String, Value>();
    for (String name : names) {
      maybe(fields, random, name, name.equals("columns") ? list(random) : text(random));
    }
    return Value.Mapping.of(fields);
  }

  private static Value list(SplittableRandom random) {
    return Value.items(IntStream.range(0, random.nextInt(4)).mapToObj(i -> text(random)).toList());
  }

  private static Value text(SplittableRandom random) {
    return Value.text(new String[] {"a", "b", "c", "1", ""}[random.nextInt(5)]);
  }

  private static void maybe(
      LinkedHashMap<String, Value> fields, SplittableRandom random, String name, Value value) {
    if (random.nextInt(3) > 0) {
      fields.put(name, random.nextInt(8) == 0 ? Value.nothing() : value);
    }
  }
}
