package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ItemKeys;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Walks one object of a manifest beside the live one and collects what differs. Used once, by one
/// thread.
final class FieldWalk {

  private static final FieldTable ANYTHING = FieldTable.of().open();
  private static final Set<Trait> NOT_COMPARED =
      Set.of(Trait.IDENTITY, Trait.LOCAL, Trait.READ_ONLY, Trait.CREATE_ONLY);

  private final Ids ids;
  private final LiveNames names;
  private final List<FieldChange> changes = new ArrayList<>();
  private final List<FieldChange> normalised = new ArrayList<>();
  private int unchanged;
  private int secretsNotCompared;

  FieldWalk(Ids ids) {
    this.ids = ids;
    this.names = new LiveNames(ids);
  }

  List<FieldChange> changes() {
    return changes;
  }

  /// What the account says in other words.
  List<FieldChange> normalised() {
    return normalised;
  }

  int unchanged() {
    return unchanged;
  }

  int secretsNotCompared() {
    return secretsNotCompared;
  }

  void object(
      FieldTable table,
      FieldPath path,
      Value.Mapping wanted,
      Value.Mapping live,
      boolean isImmutable) {
    for (Field field : named(table, wanted)) {
      if (NOT_COMPARED.stream().noneMatch(field::is)) {
        field(field, path.then(field.name()), wanted.get(field.name()), live, isImmutable);
      }
    }
  }

  /// The fields that the mapping names: the table's first, in its order, then those that the table
  /// does not know.
  static List<Field> named(FieldTable table, Value.Mapping wanted) {
    var names = new LinkedHashSet<>(table.names());
    names.retainAll(wanted.entries().keySet());
    names.addAll(wanted.entries().keySet());
    return names.stream()
        .map(name -> table.field(name).orElseGet(() -> Field.of(name, new Shape.Free())))
        .toList();
  }

  private void field(
      Field field, FieldPath path, Value wanted, Value.Mapping live, boolean isInImmutable) {
    boolean isImmutable = isInImmutable || field.is(Trait.IMMUTABLE);
    Value there = live.get(field.apiName());
    if (field.is(Trait.WRITE_ONLY)) {
      secretsNotCompared += SecretsDue.in(field, path, wanted).size();
    } else if (field.is(Trait.SECRET) || wanted instanceof Value.Secret) {
      secret(path, wanted, there);
    } else {
      byShape(field.shape(), path, wanted, there, isImmutable);
    }
  }

  /// A secret is masked in answers, and sometimes null although it is set (3.1): only a missing one
  /// tells something.
  private void secret(FieldPath path, Value wanted, Value there) {
    if (wanted.isBlank()) {
      if (there.isBlank()) {
        unchanged++;
      } else {
        changes.add(FieldChange.set(path, there, wanted).worded("(secret)", "null"));
      }
    } else if (there.isAbsent()) {
      changes.add(FieldChange.secret(path, wanted, FieldChange.NOT_SET));
    } else {
      secretsNotCompared++;
    }
  }

  private void byShape(
      Shape shape, FieldPath path, Value wanted, Value there, boolean isImmutable) {
    switch (shape) {
      case Shape.Nested(FieldTable table) when wanted instanceof Value.Mapping inner ->
          object(table, path, inner, mapping(there), isImmutable);
      case Shape.Free free when wanted instanceof Value.Mapping inner ->
          object(ANYTHING, path, inner, mapping(there), isImmutable);
      case Shape.ItemsOf items when wanted instanceof Value.Items && !wanted.isBlank() ->
          items(items, path, wanted, there, isImmutable);
      case Shape.ItemsOf items when items.isMerged() && !there.isBlank() ->
          items(items, path, wanted, there, isImmutable);
      case Shape.Nested nested -> value(shape, path, wanted, there, isImmutable);
      case Shape.Free free -> value(shape, path, wanted, there, isImmutable);
      case Shape.ItemsOf items -> value(shape, path, wanted, there, isImmutable);
      case Shape.Scalar scalar -> value(shape, path, wanted, there, isImmutable);
      case Shape.SetOf(Shape.Ref ref) -> references(shape, path, wanted, there, isImmutable);
      case Shape.SetOf set -> value(shape, path, wanted, there, isImmutable);
      case Shape.Tree tree -> value(shape, path, wanted, there, isImmutable);
      case Shape.Ref ref -> references(shape, path, wanted, there, isImmutable);
      case Shape.RoleMap roles -> {}
      case Shape.Hoisted hoisted -> {}
    }
  }

  private void value(Shape shape, FieldPath path, Value wanted, Value there, boolean isImmutable) {
    Shape asked = SameValue.shapeOf(shape, path.leaf(), wanted);
    if (SameValue.same(asked, wanted, there)) {
      same(there);
      if (SameValue.isInOtherWords(wanted, there)) {
        normalised.add(FieldChange.set(path, there, wanted));
      }
    } else {
      differs(path, names.in(shape, SameValue.typed(shape, there)), wanted, isImmutable);
    }
  }

  /// What the account masks was not compared, whatever the catalogue thinks of the field.
  private void same(Value there) {
    if (SameValue.isMasked(there)) {
      secretsNotCompared++;
    } else {
      unchanged++;
    }
  }

  /// One reference or a set of them. What is to be replaced has another id afterwards, so that its
  /// present one is none that the manifest means.
  private void references(
      Shape shape, FieldPath path, Value wanted, Value there, boolean isImmutable) {
    Set<String> live =
        Shape.elements(there).stream()
            .map(Value::asText)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> meant =
        Shape.elements(wanted).stream()
            .map(this::idOf)
            .collect(Collectors.toCollection(TreeSet::new));
    if (live.equals(meant)) {
      unchanged++;
    } else {
      differs(path, names.in(shape, there), wanted, isImmutable);
      FieldChange told = changes.removeLast();
      changes.add(
          names
              .inRenewal(shape, there)
              .map(from -> told.worded(from, names.renewed(wanted)))
              .orElse(told));
    }
  }

  /// Empty, which is nobody's id, for what is not there yet.
  private String idOf(Value wanted) {
    return wanted instanceof Value.Reference(Address target, var origin)
        ? ids.find(target).filter(id -> !ids.isReplaced(target)).map(RemoteId::value).orElse("")
        : wanted.asText();
  }

  private void items(
      Shape.ItemsOf shape, FieldPath path, Value wanted, Value there, boolean isImmutable) {
    List<Value> live = Shape.elements(there);
    List<Value> items = MergedItems.wanted(shape, wanted);
    ItemKeys.common(shape.keys(), items, live)
        .ifPresentOrElse(
            key -> keyedItems(shape.table(), path, items, live, key, isImmutable),
            () -> unkeyedItems(shape, path, wanted, there, isImmutable));
  }

  private void keyedItems(
      FieldTable table,
      FieldPath path,
      List<Value> wanted,
      List<Value> live,
      String key,
      boolean isImmutable) {
    var named = new LinkedHashSet<String>();
    for (Value item : wanted) {
      String name = ItemKeys.textOf(item, key);
      named.add(name);
      Value.Mapping there = ItemKeys.find(live, key, name);
      if (there.entries().isEmpty()) {
        changes.add(
            change(path.then(name), Value.ABSENT, item, FieldChange.Effect.ADD, isImmutable));
      } else {
        object(table, path.then(name), mapping(item), there, isImmutable);
      }
    }
    for (Value item : live) {
      String name = ItemKeys.textOf(item, key);
      if (!named.contains(name)) {
        changes.add(
            change(
                path.then(name),
                names.in(table, item),
                Value.ABSENT,
                FieldChange.Effect.REMOVE,
                isImmutable));
      }
    }
  }

  /// Without a key each wanted item must find a live one of its own that needs nothing, or the list
  /// is another.
  private void unkeyedItems(
      Shape.ItemsOf shape, FieldPath path, Value wanted, Value there, boolean isImmutable) {
    var left = new ArrayList<>(Shape.elements(there));
    int same = 0;
    int hidden = 0;
    List<Value> items = Shape.elements(wanted);
    for (Value item : items) {
      for (Value candidate : List.copyOf(left)) {
        var pair = new FieldWalk(ids);
        pair.object(shape.table(), path, mapping(item), mapping(candidate), isImmutable);
        if (pair.changes.isEmpty()) {
          left.remove(candidate);
          same++;
          hidden += pair.secretsNotCompared;
          break;
        }
      }
    }
    if (same == items.size() && left.isEmpty()) {
      unchanged++;
      secretsNotCompared += hidden;
    } else {
      differs(path, names.in(shape, there), wanted, isImmutable);
    }
  }

  private void differs(FieldPath path, Value before, Value after, boolean isImmutable) {
    changes.add(
        change(
            path,
            before,
            after,
            after.isBlank() ? FieldChange.Effect.CLEAR : FieldChange.Effect.SET,
            isImmutable));
  }

  private static FieldChange change(
      FieldPath path, Value before, Value after, FieldChange.Effect effect, boolean isImmutable) {
    return FieldChange.of(path, before, after, isImmutable ? FieldChange.Effect.REPLACE : effect);
  }

  private static Value.Mapping mapping(Value value) {
    return value instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
  }
}
