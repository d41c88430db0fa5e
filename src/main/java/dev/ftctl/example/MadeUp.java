package dev.ftctl.example;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands for a field by its shape, where no example says it: right in form where the shape
/// tells one, `…` where a person has to.
final class MadeUp {

  private static final int MOST_MEMBERS = 13;

  private MadeUp() {}

  /// As YAML text.
  static String of(Field field, String slug) {
    if (field.is(Trait.SECRET)) {
      String name = (slug + "_" + field.name()).toUpperCase(Locale.ROOT).replace('-', '_');
      return "\"${env:" + name + "}\"";
    }
    return of(field.shape());
  }

  private static String of(Shape shape) {
    return switch (shape) {
      case Shape.OneOf few -> few.members().getFirst();
      case Shape.OneOfNumbers few -> String.valueOf(few.members().getFirst());
      case Shape.BooleanShape bool -> "true";
      case Shape.IntegerShape integer -> "1";
      case Shape.NumberShape number -> "1";
      case Shape.SetOf set -> "[" + of(set.item()) + "]";
      case Shape.ItemsOf items -> "[…]";
      case Shape.Nested nested -> "{…}";
      case Shape.Hoisted hoisted -> "{…}";
      case Shape.Tree tree -> "{…}";
      case Shape.Free free -> "{…}";
      case Shape.RoleMap roles -> "{NAME: ROLE}";
      case Shape.TextShape text -> "…";
      case Shape.Ref ref -> "…";
      case Shape.RoleName role -> "…";
    };
  }

  /// Those of an enumeration that has a few.
  static List<String> members(Shape shape) {
    Shape one = shape instanceof Shape.SetOf(Shape item) ? item : shape;
    List<String> members = one instanceof Shape.OneOf few ? few.members() : List.of();
    return members.size() < 2 || members.size() > MOST_MEMBERS ? List.of() : members;
  }

  /// The fields of what stands inside a field.
  static Optional<FieldTable> inside(Shape shape) {
    if (shape instanceof Shape.Nested nested) {
      return Optional.of(nested.table());
    }
    return shape instanceof Shape.ItemsOf items ? Optional.of(items.table()) : Optional.empty();
  }
}
