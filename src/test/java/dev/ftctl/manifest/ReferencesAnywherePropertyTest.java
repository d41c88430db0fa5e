package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.References;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws of references at any depth, over tables and documents made by chance; the display name
/// holds the seed.
final class ReferencesAnywherePropertyTest {

  private static final String ID = "id of ";

  @TempDir Path root;

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(100, 10_000));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void accountThatHasWhatABodySaidNeedsNothing(long seed) {
    var parcel = new RandomParcel(seed);
    Resource wanted = read(parcel);
    Ids ids = known(wanted, parcel);

    Value.Mapping body = Bodies.create(parcel.table, wanted.spec(), ids);

    var live = (Value.Mapping) shuffled(body, new Random(seed));
    assertThat(references(body)).isEmpty();
    assertThat(Comparison.between(parcel.table, wanted.spec(), live, ids).changes()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anotherIdAnywhereIsADifference(long seed) {
    var parcel = new RandomParcel(seed);
    Resource wanted = read(parcel);
    Ids ids = known(wanted, parcel);
    Value.Mapping body = Bodies.create(parcel.table, wanted.spec(), ids);
    int all = (int) leaves(body).filter(leaf -> leaf.asText().startsWith(ID)).count();

    for (int at = 0; at < all; at++) {
      var live = (Value.Mapping) withOther(body, new int[] {at});

      assertThat(Comparison.between(parcel.table, wanted.spec(), live, ids).changes())
          .as("%s instead of %s", live.display(), body.display())
          .isNotEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachReferenceIsFoundAndMakesALink(long seed) {
    var parcel = new RandomParcel(seed);

    Resource wanted = read(parcel);

    assertThat(References.of(wanted, parcel.kind()))
        .extracting(found -> found.target() + " " + found.place())
        .containsExactlyInAnyOrderElementsOf(
            references(wanted.spec()).stream()
                .map(one -> one.target() + " " + one.origin().place())
                .toList());
    assertThat(narrowed(parcel))
        .containsAll(references(wanted.spec()).stream().map(Value.Reference::target).toList());
  }

  private Resource read(RandomParcel parcel) {
    return folder(parcel).resource("parcel/p");
  }

  private List<Address> narrowed(RandomParcel parcel) {
    return List.copyOf(folder(parcel).targets("parcel/p").read().narrowed());
  }

  private Folder folder(RandomParcel parcel) {
    return new Folder(root).kinds(parcel.kinds()).file("manifests/m.yaml", parcel.manifests);
  }

  private static Ids known(Resource wanted, RandomParcel parcel) {
    var ids = new Ids();
    References.of(wanted, parcel.kind())
        .forEach(found -> ids.put(found.target(), new RemoteId(ID + found.target())));
    return ids;
  }

  private static List<Value.Reference> references(Value value) {
    return leaves(value)
        .filter(Value.Reference.class::isInstance)
        .map(Value.Reference.class::cast)
        .toList();
  }

  private static Stream<Value> leaves(Value value) {
    if (value instanceof Value.Mapping mapping) {
      return mapping.entries().values().stream().flatMap(ReferencesAnywherePropertyTest::leaves);
    }
    return value instanceof Value.Items list
        ? list.items().stream().flatMap(ReferencesAnywherePropertyTest::leaves)
        : Stream.of(value);
  }

  /// The API promises no order.
  private static Value shuffled(Value value, Random random) {
    if (value instanceof Value.Mapping mapping) {
      var entries = new LinkedHashMap<String, Value>();
      mapping.entries().forEach((key, inner) -> entries.put(key, shuffled(inner, random)));
      return Value.Mapping.of(entries);
    }
    if (!(value instanceof Value.Items list)) {
      return value;
    }
    var items = new ArrayList<Value>();
    list.items().forEach(item -> items.add(shuffled(item, random)));
    Collections.shuffle(items, random);
    return Value.items(items);
  }

  /// The value with the id at that place of all ids put for another.
  private static Value withOther(Value value, int[] left) {
    if (value instanceof Value.Mapping mapping) {
      var entries = new LinkedHashMap<String, Value>();
      mapping.entries().forEach((key, inner) -> entries.put(key, withOther(inner, left)));
      return Value.Mapping.of(entries);
    }
    if (value instanceof Value.Items list) {
      return Value.items(list.items().stream().map(item -> withOther(item, left)).toList());
    }
    return value.asText().startsWith(ID) && left[0]-- == 0 ? Value.text("iris_oak") : value;
  }
}
