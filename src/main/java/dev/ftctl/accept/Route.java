package dev.ftctl.accept;

import dev.ftctl.accept.Way.Step;
import dev.ftctl.export.Spoken;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way to a field, and what may stand there.
///
/// @param shape of the value; an item of a list of objects has the one of its fields
/// @param isKnown whether the kind knows the field
record Route(Way way, Shape shape, boolean isKnown) {

  static Route of(FieldTable table, FieldPath path) {
    var steps = new ArrayList<Step>();
    Shape here = new Shape.Nested(table);
    boolean isMember = false;
    boolean isKnown = true;
    for (String segment : path.segments()) {
      isMember = here instanceof Shape.ItemsOf || here instanceof Shape.RoleMap;
      steps.add(step(here, segment));
      isKnown &=
          !(here instanceof Shape.Nested nested) || nested.table().field(segment).isPresent();
      here = below(here, segment);
    }
    return new Route(new Way(steps, isMember), here, isKnown);
  }

  private static Step step(Shape here, String segment) {
    if (here instanceof Shape.ItemsOf items) {
      return new Step(segment, "", items.keys());
    }
    String other =
        here instanceof Shape.Nested nested
            ? nested.table().field(segment).map(Field::shortName).orElse("")
            : "";
    return new Step(Spoken.escaped(segment), other, List.of());
  }

  private static Shape below(Shape here, String segment) {
    return switch (here) {
      case Shape.ItemsOf items -> new Shape.Nested(items.table());
      case Shape.Tree tree -> new Shape.Nested(tree.element());
      case Shape.Nested nested ->
          nested.table().field(segment).map(Field::shape).orElseGet(Shape.Free::new);
      case Shape.Free free -> free;
      case Shape.RoleMap roles -> new Shape.TextShape();
      case Shape.Hoisted hoisted -> new Shape.Free();
      case Shape.Ref ref -> ref;
      case Shape.SetOf set -> set.item();
      case Shape.Scalar scalar -> scalar;
    };
  }

  /// What the account has, as a manifest says it: nothing that only answers hold. Empty where it
  /// holds what is masked.
  Optional<Value> said(Value live) {
    return live.isBlank() && !(live instanceof Value.Text) && !(live instanceof Value.Items)
        ? Optional.of(Value.nothing())
        : said(shape, live).map(Spoken::plain);
  }

  private static Optional<Value> said(Shape shape, Value live) {
    return switch (live) {
      case Value.Text text -> Mask.is(text.text()) ? Optional.empty() : Optional.of(text);
      case Value.Secret secret -> Optional.empty();
      case Value.Items items -> items(shape, items);
      case Value.Mapping mapping -> mapping(shape, mapping);
      case Value.Num number -> Optional.of(number);
      case Value.Bool bool -> Optional.of(bool);
      case Value.Reference reference -> Optional.of(reference);
      case Value.Null nothing -> Optional.of(nothing);
      case Value.Absent absent -> Optional.of(Value.nothing());
    };
  }

  private static Optional<Value> items(Shape shape, Value.Items items) {
    Shape one = shape instanceof Shape.ItemsOf objects ? new Shape.Nested(objects.table()) : shape;
    var all = new ArrayList<Value>();
    for (Value item : items.items()) {
      Optional<Value> said = said(one, item);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      all.add(said.get());
    }
    return Optional.of(Value.items(all));
  }

  private static Optional<Value> mapping(Shape shape, Value.Mapping live) {
    Map<String, Value> all = new LinkedHashMap<>();
    if (!(shape instanceof Shape.Nested nested)) {
      for (var entry : live.entries().entrySet()) {
        Optional<Value> said = said(new Shape.Free(), entry.getValue());
        if (said.isEmpty()) {
          return Optional.empty();
        }
        all.put(entry.getKey(), said.get());
      }
      return Optional.of(Value.Mapping.of(all));
    }
    for (Field field : nested.table().all()) {
      Value value = live.get(field.apiName());
      if (!value.isBlank() && !field.is(Trait.READ_ONLY) && !field.is(Trait.LOCAL)) {
        Optional<Value> said =
            field.is(Trait.SECRET) ? Optional.empty() : said(field.shape(), value);
        if (said.isEmpty()) {
          return Optional.empty();
        }
        all.put(field.name(), said.get());
      }
    }
    return Optional.of(Value.Mapping.of(all));
  }
}
