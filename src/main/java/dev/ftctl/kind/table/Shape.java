package dev.ftctl.kind.table;

import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;

/// What the value of a field looks like.
public sealed interface Shape {

  /// What may be an item of a list that is complete as a set.
  sealed interface Item extends Shape {}

  /// What a single scalar of a manifest says in full.
  sealed interface Scalar extends Item {}

  /// A text; secret when the field says so.
  record TextShape() implements Scalar {}

  record IntegerShape() implements Scalar {}

  record NumberShape() implements Scalar {}

  record BooleanShape() implements Scalar {}

  /// One of a few texts. `isOpen` enumerations are Fivetran's, which may know more: an unknown
  /// member is warned about instead of refused. Compared ignoring case and separators
  /// (fivetran-quirks Q8).
  ///
  /// @param aliases texts that Fivetran takes as well, each with the member that it answers instead
  /// @param former members that it had once, each with its successor, empty where there is none
  record OneOf(
      List<String> members, boolean isOpen, Map<String, String> aliases, Map<String, String> former)
      implements Scalar {
    public OneOf {
      members = List.copyOf(members);
      aliases = Map.copyOf(aliases);
      former = Map.copyOf(former);
    }

    public OneOf(List<String> members, boolean isOpen) {
      this(members, isOpen, Map.of(), Map.of());
    }

    public Spelling spelling() {
      return new Spelling(members, aliases);
    }
  }

  /// A whole number out of a few, such as `sync_frequency`.
  record OneOfNumbers(List<Integer> members) implements Scalar {
    public OneOfNumbers {
      members = List.copyOf(members);
    }
  }

  /// A list of scalars or of references, complete as a set (fivetran-quirks Q32).
  record SetOf(Item item) implements Shape {}

  /// The name of another resource. `isFannedOut`: the target's kind has instances, and a name
  /// without `@group` means all of them: as a field of `spec` it expands the document along with
  /// them, in a list it stands for all, and elsewhere there must be one only.
  ///
  /// @param isOne whether there must be one only in a list, too: the one in the group that the
  ///   document is of, else the only one
  record Ref(String slug, boolean isFannedOut, boolean isOne) implements Item {

    public Ref(String slug, boolean isFannedOut) {
      this(slug, isFannedOut, false);
    }
  }

  /// The name of a role of this scope, which the account knows.
  record RoleName(RoleScope scope) implements Scalar {}

  /// Memberships: the names of other resources, each with the text of a role of this scope.
  record RoleMap(String slug, boolean isFannedOut, RoleScope scope) implements Shape {}

  /// An object with known fields.
  record Nested(FieldTable table) implements Shape {}

  /// A list of objects with known fields, matched by the first of `keys` that an item has. No
  /// reference is a key: the account knows it by another text than the manifest. The API replaces
  /// such a list, or merges it (`isMerged`): what shall go is sent with nothing but its key.
  record ItemsOf(FieldTable table, List<String> keys, boolean isMerged) implements Shape {
    public ItemsOf {
      keys = List.copyOf(keys);
      for (String key : keys) {
        if (table.field(key).filter(field -> field.shape() instanceof Ref).isPresent()) {
          throw new IllegalArgumentException("items can't be told apart by the reference " + key);
        }
      }
    }
  }

  /// A document of another kind that stands inside this one and is taken out of it
  /// (`schema_settings` in a connector).
  record Hoisted(String slug) implements Shape {}

  /// Structure that the kind reads itself, kept as the YAML core schema types it: a mapping of free
  /// names to objects with these fields, or a list of such names alone. Without a secret in it.
  record Tree(FieldTable element) implements Shape {}

  /// Whatever stands there, kept as the YAML core schema types it.
  record Free() implements Shape {}

  /// What stands in a list; a value that stands alone is a list of one.
  static List<Value> elements(Value value) {
    if (value instanceof Value.Items items) {
      return items.items();
    }
    return value.isBlank() ? List.of() : List.of(value);
  }
}
