package dev.ftctl.walk;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The fields in which kinds name others, as `destination private_link_id`, read off their tables.
final class ReferenceFields {

  private final Set<String> found = new TreeSet<>();

  private ReferenceFields() {}

  /// Of all kinds, whatever their service or type.
  static Set<String> all() {
    var fields = new ReferenceFields();
    Wanted.KINDS.kinds().forEach(kind -> fields.ofKind(kind.definition()));
    return fields.found;
  }

  /// In which at least one of the resources names another.
  static Set<String> used(Collection<Resource> resources) {
    var fields = new ReferenceFields();
    for (Resource resource : resources) {
      KindDefinition kind = Wanted.KINDS.ofSlug(resource.address().kind()).definition();
      fields.inside(kind.slug() + " ", kind.fields(resource.spec()), resource.spec());
    }
    return fields.found;
  }

  private void ofKind(KindDefinition kind) {
    Catalog catalog = Catalog.bundled();
    Stream<String> services =
        switch (kind.slug()) {
          case "connector" -> catalog.connectionServices().stream();
          case "destination" -> catalog.destinationServices().stream();
          default -> Stream.of("");
        };
    services
        .map(service -> Value.Mapping.EMPTY.with("service", Value.text(service)))
        .forEach(spec -> inside(kind.slug() + " ", kind.fields(spec)));
  }

  private void inside(String above, FieldTable table) {
    table.all().forEach(field -> inside(above + field.name(), field.shape()));
  }

  private void inside(String path, Shape shape) {
    switch (shape) {
      case Shape.Ref ref -> found.add(path);
      case Shape.RoleMap roles -> found.add(path);
      case Shape.SetOf set -> inside(path, set.item());
      case Shape.ItemsOf items -> inside(path + ".", items.table());
      case Shape.Nested nested -> inside(path + ".", nested.table());
      case Shape.Tree tree -> inside(path + ".", tree.element());
      case Shape.Scalar scalar -> {}
      case Shape.Hoisted hoisted -> {}
      case Shape.Free free -> {}
    }
  }

  private void inside(String above, FieldTable table, Value value) {
    if (value instanceof Value.Mapping mapping) {
      table
          .all()
          .forEach(field -> inside(above + field.name(), field.shape(), mapping.get(field.name())));
    }
  }

  private void inside(String path, Shape shape, Value value) {
    switch (shape) {
      case Shape.Nested nested -> inside(path + ".", nested.table(), value);
      case Shape.ItemsOf items ->
          Shape.elements(value).forEach(item -> inside(path + ".", items.table(), item));
      case Shape.SetOf set -> Shape.elements(value).forEach(item -> inside(path, set.item(), item));
      case Shape.Ref ref when value instanceof Value.Reference -> found.add(path);
      case Shape.RoleMap roles
          when value instanceof Value.Mapping map && !map.entries().isEmpty() ->
          found.add(path);
      default -> {}
    }
  }
}
