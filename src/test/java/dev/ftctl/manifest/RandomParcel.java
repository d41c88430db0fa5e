package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// A kind whose table holds references at random depths, and a document of it that uses every
/// field. They mean two groups, a connector in both, and two parcels that refer to nothing.
final class RandomParcel {

  private static final int DEEPEST = 3;
  private static final List<String> GROUPS = List.of("eu", "us");
  private static final List<String> CONNECTORS = List.of("orders@eu", "orders@us", "orders");
  private static final List<String> PARCELS = List.of("t0", "t1");

  private final SplittableRandom random;
  private int named;
  private boolean isWhole;

  final FieldTable table;
  final String manifests;

  private record Part(Field field, Supplier<String> yaml) {}

  RandomParcel(long seed) {
    random = new SplittableRandom(seed);
    List<Part> parts = parts(DEEPEST);
    table = FieldTable.of(parts.stream().map(Part::field).toList());
    manifests =
        """
        kind: Group
        metadata: {name: eu}
        ---
        kind: Group
        metadata: {name: us}
        ---
        kind: Connector
        metadata: {name: orders}
        spec: {service: postgres, groups: [eu, us], config: {schema: o}}
        ---
        kind: Parcel
        metadata: {name: t0}
        ---
        kind: Parcel
        metadata: {name: t1}
        ---
        kind: Parcel
        metadata: {name: p}
        spec: %s
        """
            .formatted(yaml(parts));
  }

  SampleKind kind() {
    return new SampleKind("Parcel", "parcel", "", spec -> table);
  }

  KindList kinds() {
    var all = new ArrayList<>(SampleKinds.ALL.kinds());
    all.add(kind().kind());
    return new KindList(all);
  }

  private List<Part> parts(int depth) {
    var parts = new ArrayList<Part>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      parts.add(part(depth));
    }
    return parts;
  }

  private Part part(int depth) {
    String name = "f" + named++;
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> new Part(Field.text(name), () -> one(List.of("a", "b")));
      case 1 -> new Part(Field.ref(name, name + "_id", "group"), () -> one(GROUPS));
      case 2 -> new Part(Field.refs(name, name + "_ids", "parcel", false), () -> some(PARCELS));
      case 3 ->
          new Part(Field.refs(name, name + "_ids", "connector", true), () -> some(CONNECTORS));
      case 4 -> depth == DEEPEST ? part(depth) : instance(name);
      case 5, 6 -> nested(name, parts(depth - 1));
      default -> items(name, parts(depth - 1));
    };
  }

  /// At the top of a document it would expand it.
  private Part instance(String name) {
    return new Part(
        Field.instances(name, name + "_id", "connector"), () -> one(CONNECTORS.subList(0, 2)));
  }

  private Part nested(String name, List<Part> inside) {
    var shape = new Shape.Nested(FieldTable.of(inside.stream().map(Part::field).toList()));
    return new Part(new Field(name, name + "_api", shape, Set.of()), () -> yaml(inside));
  }

  /// The items of a list are told apart by a key or by all that they say. An item that says less
  /// than another may be taken for it, so those without a key say everything.
  private Part items(String name, List<Part> inside) {
    boolean hasKey = random.nextBoolean();
    var fields = new ArrayList<>(inside.stream().map(Part::field).toList());
    fields.add(Field.text("key"));
    var shape =
        new Shape.ItemsOf(FieldTable.of(fields), hasKey ? List.of("key") : List.of(), false);
    return new Part(Field.of(name, shape), () -> items(inside, hasKey));
  }

  private String items(List<Part> inside, boolean hasKey) {
    boolean wasWhole = isWhole;
    isWhole |= !hasKey;
    var items = new ArrayList<String>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String key = "k" + i;
      var some = new ArrayList<>(inside);
      some.removeIf(part -> !isWhole && random.nextInt(3) == 0);
      if (hasKey) {
        some.add(new Part(Field.text("key"), () -> key));
      }
      items.add(yaml(some));
    }
    isWhole = wasWhole;
    return items.toString();
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private String some(List<String> names) {
    return names.stream().filter(name -> random.nextInt(3) > 0).toList().toString();
  }

  private static String yaml(List<Part> parts) {
    return "{"
        + String.join(
            ", ",
            parts.stream().map(part -> part.field().name() + ": " + part.yaml().get()).toList())
        + "}";
  }
}
