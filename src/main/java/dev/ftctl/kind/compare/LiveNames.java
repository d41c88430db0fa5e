package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows the ids that a live value holds as the names of what they mean. An id that nobody knows,
/// or that another will take the place of, stays an id.
public record LiveNames(Ids ids) {

  Value in(Shape shape, Value live) {
    return switch (shape) {
      case Shape.Ref ref -> name(ref.slug(), live);
      case Shape.SetOf(Shape.Ref ref) when live instanceof Value.Items list ->
          Value.items(list.items().stream().map(id -> name(ref.slug(), id)).toList());
      case Shape.Nested nested -> in(nested.table(), live);
      case Shape.ItemsOf items when live instanceof Value.Items list ->
          Value.items(list.items().stream().map(item -> in(items.table(), item)).toList());
      case Shape.SetOf set -> live;
      case Shape.ItemsOf items -> live;
      case Shape.Scalar scalar -> live;
      case Shape.RoleMap roles -> live;
      case Shape.Hoisted hoisted -> live;
      case Shape.Tree tree -> live;
      case Shape.Free free -> live;
    };
  }

  /// An object by API names, which it keeps.
  public Value in(FieldTable table, Value live) {
    if (!(live instanceof Value.Mapping mapping)) {
      return live;
    }
    var named = new LinkedHashMap<>(mapping.entries());
    for (Field field : table.all()) {
      named.computeIfPresent(field.apiName(), (name, value) -> in(field.shape(), value));
    }
    return Value.Mapping.of(named);
  }

  /// What is referred to in words, where another takes the place of some of it: `orders_aws (old)`.
  /// Empty where nothing of it is replaced.
  Optional<String> inRenewal(Shape shape, Value live) {
    Optional<String> slug =
        Stream.of(shape instanceof Shape.SetOf(Shape item) ? item : shape)
            .filter(Shape.Ref.class::isInstance)
            .map(ref -> ((Shape.Ref) ref).slug())
            .findFirst();
    return slug.filter(kind ->
            Shape.elements(live).stream()
                .flatMap(id -> ids.nameOf(kind, id.asText()).stream())
                .anyMatch(ids::isReplaced))
        .map(kind -> listed(live, id -> old(kind, id)));
  }

  private String old(String kind, Value id) {
    return ids.nameOf(kind, id.asText())
        .map(address -> address.label() + (ids.isReplaced(address) ? " (old)" : ""))
        .orElseGet(id::display);
  }

  /// What a manifest refers to, in the same words: `orders_aws (new)`.
  String renewed(Value wanted) {
    return listed(
        wanted,
        item ->
            item instanceof Value.Reference reference && ids.isReplaced(reference.target())
                ? reference.target().label() + " (new)"
                : item.display());
  }

  private static String listed(Value value, Function<Value, String> words) {
    return value instanceof Value.Items list
        ? list.items().stream().map(words).collect(Collectors.joining(", ", "[", "]"))
        : words.apply(value);
  }

  /// An item of a list as people read it.
  public static String label(Value item) {
    return item instanceof Value.Reference reference ? reference.target().label() : item.asText();
  }

  private Value name(String slug, Value id) {
    return ids.nameOf(slug, id.asText())
        .filter(address -> !ids.isReplaced(address))
        .<Value>map(address -> new Value.Reference(address, id.origin()))
        .orElse(id);
  }
}
