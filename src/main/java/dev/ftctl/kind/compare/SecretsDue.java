package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ItemKeys;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When secrets are sent again: they can't be compared, so something else must say so (manifests,
/// "Secrets").
final class SecretsDue {

  /// A secret of a manifest and the way to it.
  record Held(FieldPath path, Value value) {}

  private SecretsDue() {}

  /// The changes and, behind them, every secret of `wanted` that is to be sent and is not among
  /// them yet: all of them when there is a `rotation` or when a login field is among the changes.
  public static List<FieldChange> due(
      FieldTable table, Value.Mapping wanted, List<FieldChange> changes, String rotation) {
    Optional<String> reason = reason(table, changes, rotation);
    return reason
        .map(why -> joined(changes, in(table, FieldPath.ROOT, wanted), why))
        .orElse(changes);
  }

  /// Why a secret is sent beside another change.
  static String withChangeOf(FieldPath path) {
    return "sent with the change of " + path;
  }

  /// The changes and, behind them, those of the secrets that are not among them.
  static List<FieldChange> joined(List<FieldChange> changes, List<Held> secrets, String why) {
    var all = new ArrayList<>(changes);
    for (Held secret : secrets) {
      if (changes.stream().noneMatch(change -> secret.path().startsWith(change.path()))) {
        all.add(FieldChange.secret(secret.path(), secret.value(), why));
      }
    }
    return all;
  }

  /// Every secret that stands in the mapping, in its order.
  static List<Held> in(FieldTable table, FieldPath path, Value.Mapping wanted) {
    return FieldWalk.named(table, wanted).stream()
        .filter(field -> !field.is(Trait.LOCAL) && !field.is(Trait.READ_ONLY))
        .flatMap(field -> in(field, path.then(field.name()), wanted.get(field.name())).stream())
        .toList();
  }

  static List<Held> in(Field field, FieldPath path, Value value) {
    if (value.isBlank()) {
      return List.of();
    }
    if (value instanceof Value.Secret || field.is(Trait.SECRET)) {
      return List.of(new Held(path, value));
    }
    if (value instanceof Value.Mapping mapping) {
      return in(tableOf(field.shape()), path, mapping);
    }
    return value instanceof Value.Items items
        ? inItems(field.shape(), path, items.items())
        : List.of();
  }

  private static List<Held> inItems(Shape shape, FieldPath path, List<Value> items) {
    List<String> keys = shape instanceof Shape.ItemsOf list ? list.keys() : List.of();
    Optional<String> key = ItemKeys.common(keys, items, List.of());
    var found = new ArrayList<Held>();
    for (int index = 0; index < items.size(); index++) {
      Value item = items.get(index);
      String name = key.map(by -> ItemKeys.textOf(item, by)).orElse(Integer.toString(index + 1));
      if (item instanceof Value.Secret) {
        found.add(new Held(path.then(name), item));
      } else if (item instanceof Value.Mapping mapping) {
        found.addAll(in(tableOf(shape), path.then(name), mapping));
      }
    }
    return found;
  }

  private static FieldTable tableOf(Shape shape) {
    return switch (shape) {
      case Shape.Nested nested -> nested.table();
      case Shape.ItemsOf items -> items.table();
      case Shape.Scalar scalar -> FieldTable.of().open();
      case Shape.SetOf set -> FieldTable.of().open();
      case Shape.Ref reference -> FieldTable.of().open();
      case Shape.RoleMap roles -> FieldTable.of().open();
      case Shape.Hoisted hoisted -> FieldTable.of().open();
      case Shape.Tree tree -> FieldTable.of().open();
      case Shape.Free free -> FieldTable.of().open();
    };
  }

  private static Optional<String> reason(
      FieldTable table, List<FieldChange> changes, String rotation) {
    if (!rotation.isEmpty()) {
      return Optional.of(rotation);
    }
    return changes.stream()
        .map(FieldChange::path)
        .filter(path -> isLogin(table, path))
        .findFirst()
        .map(SecretsDue::withChangeOf);
  }

  /// Whether the field at the path, or one that it stands in, is a login field.
  private static boolean isLogin(FieldTable table, FieldPath path) {
    List<String> rest = path.segments();
    FieldTable here = table;
    while (!rest.isEmpty()) {
      Optional<Field> field = here.field(rest.getFirst());
      if (field.isEmpty() || field.get().is(Trait.LOGIN)) {
        return field.isPresent();
      }
      int depth = field.get().shape() instanceof Shape.ItemsOf ? 2 : 1;
      rest = rest.subList(Math.min(depth, rest.size()), rest.size());
      here = tableOf(field.get().shape());
    }
    return false;
  }
}
