package dev.ftctl.endtoend;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Each field of each kind, once for each service or type where these are few: walked down the
/// tables.
final class FieldPlaces {

  /// So many services are worth a walk each.
  private static final int FEW = 30;

  private FieldPlaces() {}

  /// @param variant the service or type; empty for that of the plain document
  /// @param path down to the field; an element of a tree is [FieldSamples#ELEMENT]
  /// @param sent the same path in the API's names
  /// @param traits of the field and of what it stands in
  record Place(
      KindDefinition kind,
      String variant,
      List<String> path,
      List<String> sent,
      Field field,
      Set<Trait> traits) {

    boolean is(Trait trait) {
      return traits.contains(trait);
    }

    /// The field of the kind, whatever the variant.
    String key() {
      return kind.slug() + " " + String.join(".", path);
    }

    @Override
    public String toString() {
      return (kind.slug() + " " + variant).strip() + " " + String.join(".", path);
    }
  }

  static List<Place> all() {
    return OneOfEach.kinds().flatMap(FieldPlaces::of).toList();
  }

  private static Stream<Place> of(KindDefinition kind) {
    Map<String, Object> plain = PlainDocuments.spec(kind.slug());
    return Stream.concat(
        of(kind, ""),
        variants(kind).stream()
            .filter(variant -> !variant.equals(plain.get(by(kind))))
            .flatMap(variant -> of(kind, variant)));
  }

  /// The field that says which variant a document is of.
  static String by(KindDefinition kind) {
    return kind.variants().map(it -> it.variesBy()).orElse("service");
  }

  static List<String> variants(KindDefinition kind) {
    if (kind.services().size() > FEW) {
      return List.of();
    }
    Map<String, Object> plain = PlainDocuments.spec(kind.slug());
    return kind.variants().isPresent()
        ? kind.fields(Wanted.mapping(plain))
            .field(by(kind))
            .map(Field::shape)
            .filter(Shape.OneOf.class::isInstance)
            .map(shape -> ((Shape.OneOf) shape).members())
            .orElse(List.of())
        : List.copyOf(kind.services());
  }

  /// Those of one service or type.
  static Stream<Place> of(KindDefinition kind, String variant) {
    var spec = new LinkedHashMap<>(PlainDocuments.spec(kind.slug()));
    if (!variant.isEmpty()) {
      spec.put(by(kind), variant);
    }
    var root =
        new Place(kind, variant, List.of(), List.of(), Field.of("", new Shape.Free()), Set.of());
    var places = new ArrayList<Place>();
    collect(root, kind.fields(Wanted.mapping(spec)), places);
    return places.stream();
  }

  private static void collect(Place above, FieldTable table, List<Place> into) {
    for (Field field : table.all()) {
      Place here = below(above, field, field.name(), field.apiName());
      if (field.shape() instanceof Shape.Nested nested) {
        collect(here, nested.table(), into);
      } else if (field.shape() instanceof Shape.Tree tree) {
        collect(
            below(here, field, FieldSamples.ELEMENT, FieldSamples.ELEMENT), tree.element(), into);
      } else {
        into.add(here);
      }
    }
  }

  private static Place below(Place above, Field field, String name, String apiName) {
    var traits = EnumSet.noneOf(Trait.class);
    traits.addAll(above.traits());
    traits.addAll(field.traits());
    return new Place(
        above.kind(),
        above.variant(),
        and(above.path(), name),
        and(above.sent(), apiName),
        field,
        traits);
  }

  private static List<String> and(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }
}
