package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// When two values mean the same to Fivetran, by the shape that the field declares (fivetran-quirks
/// 3.5, Q1–Q8, Q32).
final class SameValue {

  /// What fields are called that hold a member of an enumeration, in whatever service.
  private static final Pattern ENUMERATED = Pattern.compile("(?:.*_)?(?:type|method|mode)");

  private static final Shape FREE = new Shape.Free();
  private static final Shape MEMBER = new Shape.OneOf(List.of(), true);

  private SameValue() {}

  /// Whether the live value says what the manifest's does. Objects compare by what the manifest
  /// names of them. What is masked says nothing, so it is never a difference.
  static boolean same(Shape shape, Value wanted, Value live) {
    if (wanted.isBlank() || live.isBlank()) {
      return wanted.isBlank() && live.isBlank();
    }
    if (isMask(live)) {
      return true;
    }
    return switch (shape) {
      case Shape.Scalar scalar ->
          wanted.equals(live) || scalar(shape, wanted).equals(scalar(shape, live));
      case Shape.SetOf set -> sameSet(set.item(), wanted, live);
      case Shape.Ref reference -> deep(wanted, live);
      case Shape.RoleMap roles -> deep(wanted, live);
      case Shape.Nested nested -> deep(wanted, live);
      case Shape.ItemsOf items -> deep(wanted, live);
      case Shape.Hoisted hoisted -> deep(wanted, live);
      case Shape.Tree tree -> deep(wanted, live);
      case Shape.Free free -> deep(wanted, live);
    };
  }

  /// The value in the type that the shape declares where it can be read so: Fivetran answers
  /// numbers and booleans as text in places (`port` of a destination, fivetran-quirks Q1, Q2).
  static Value typed(Shape shape, Value value) {
    return switch (shape) {
      case Shape.IntegerShape integer -> number(value).orElse(value);
      case Shape.NumberShape number -> number(value).orElse(value);
      case Shape.OneOfNumbers oneOf -> number(value).orElse(value);
      case Shape.BooleanShape bool -> flag(value).orElse(value);
      case Shape.TextShape text -> value;
      case Shape.RoleName role -> value;
      case Shape.OneOf oneOf -> value;
      case Shape.SetOf set -> value;
      case Shape.Ref reference -> value;
      case Shape.RoleMap roles -> value;
      case Shape.Nested nested -> value;
      case Shape.ItemsOf items -> value;
      case Shape.Hoisted hoisted -> value;
      case Shape.Tree tree -> value;
      case Shape.Free free -> value;
    };
  }

  /// The shape to compare a field by. A text that the catalogue knows no members of is one of an
  /// enumeration all the same where its name says so: `connection_type` is answered as `SSH_TUNNEL`
  /// or `SshTunnel` by every service (fivetran-quirks Q8).
  static Shape shapeOf(Shape declared, String name, Value wanted) {
    boolean isText = declared instanceof Shape.TextShape || declared instanceof Shape.Free;
    return isText && wanted instanceof Value.Text && ENUMERATED.matcher(name).matches()
        ? MEMBER
        : declared;
  }

  static boolean isMask(Value value) {
    return value instanceof Value.Text text && Mask.is(text.text());
  }

  /// Whether two scalars that mean the same are written otherwise.
  static boolean isInOtherWords(Value wanted, Value live) {
    return !wanted.isBlank() && !isMask(live) && !wanted.asText().equals(live.asText());
  }

  /// Whether it is a mask, or holds one at any depth.
  static boolean isMasked(Value value) {
    return switch (value) {
      case Value.Text text -> isMask(text);
      case Value.Items items -> items.items().stream().anyMatch(SameValue::isMasked);
      case Value.Mapping mapping ->
          mapping.entries().values().stream().anyMatch(SameValue::isMasked);
      case Value.Absent absent -> false;
      case Value.Null nothing -> false;
      case Value.Num number -> false;
      case Value.Bool bool -> false;
      case Value.Reference reference -> false;
      case Value.Secret secret -> false;
    };
  }

  /// Enumerations come back in another case, with other underscores (fivetran-quirks Q8) and by
  /// other names (fivetran-quirks Q9).
  private static String scalar(Shape shape, Value value) {
    Value typed = typed(shape, value);
    if (typed instanceof Value.Num number) {
      return number.number().stripTrailingZeros().toPlainString();
    }
    return shape instanceof Shape.OneOf few
        ? few.spelling().meaning(typed.asText())
        : typed.asText();
  }

  private static List<String> sorted(Shape.Item item, Value list) {
    return Shape.elements(list).stream().map(value -> scalar(item, value)).sorted().toList();
  }

  /// Whether two sets are the same as far as masks let it be seen: as many members, and those that
  /// are told are among the wanted ones.
  private static boolean sameSet(Shape.Item item, Value wanted, Value live) {
    List<String> meant = new ArrayList<>(sorted(item, wanted));
    List<Value> there = Shape.elements(live);
    return meant.size() == there.size()
        && there.stream()
            .filter(value -> !isMask(value))
            .allMatch(value -> meant.remove(scalar(item, value)));
  }

  private static boolean deep(Value wanted, Value live) {
    if (wanted.isBlank() || live.isBlank()) {
      return wanted.isBlank() && live.isBlank();
    }
    if (isMask(live)) {
      return true;
    }
    if (wanted instanceof Value.Mapping left && live instanceof Value.Mapping right) {
      return left.entries().entrySet().stream()
          .allMatch(entry -> {
            Value there = right.get(entry.getKey());
            Shape member = shapeOf(FREE, entry.getKey(), entry.getValue());
            return member instanceof Shape.OneOf && there instanceof Value.Text
                ? same(member, entry.getValue(), there)
                : deep(entry.getValue(), there);
          });
    }
    if (wanted instanceof Value.Items left && live instanceof Value.Items right) {
      return sameItems(left.items(), right.items());
    }
    boolean isNumeric = wanted instanceof Value.Num || live instanceof Value.Num;
    Shape shape = isNumeric ? new Shape.NumberShape() : new Shape.TextShape();
    return !(live instanceof Value.Mapping || live instanceof Value.Items)
        && scalar(shape, wanted).equals(scalar(shape, live));
  }

  /// Whether each wanted item finds a live one of its own.
  private static boolean sameItems(List<Value> wanted, List<Value> live) {
    var left = new ArrayList<>(live);
    for (Value item : wanted) {
      Optional<Value> match = left.stream().filter(candidate -> deep(item, candidate)).findFirst();
      if (match.isEmpty()) {
        return false;
      }
      left.remove(match.get());
    }
    return left.isEmpty();
  }

  private static Optional<Value> number(Value value) {
    if (value instanceof Value.Num) {
      return Optional.of(value);
    }
    try {
      return Optional.of(new Value.Num(new BigDecimal(value.asText().strip()), value.origin()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Value> flag(Value value) {
    return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(new Value.Bool(true, value.origin()));
      case "false" -> Optional.of(new Value.Bool(false, value.origin()));
      default -> Optional.empty();
    };
  }
}
