package dev.ftctl.manifest.binding;

import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.CompactMap;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Binds values that no table describes, by the types of YAML itself. What bears the name of a
/// secret is one, so that a service which the catalogue does not know yet prints none.
record FreeBinder(ScalarBinder scalars) {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(password|passwd|passphrase|secret|token|(private|api|secret|secret_?access)_?key|credential|pat)s?");

  /// Names of keys in a vault, each at the field that it is for, and not what those keys hold.
  private static final Set<String> KEY_NAMES = Set.of("external_secrets_keys_config");

  /// What names a connection of a service that the catalogue does not know.
  private static final Set<String> NAMING =
      Arrays.stream(NamingFamily.values())
          .flatMap(family -> family.keys().stream())
          .collect(Collectors.toUnmodifiableSet());

  Optional<Value> bind(Field field, Node node) {
    return value(guarded(field, field.name(), node), node, true);
  }

  /// @param isFirst whether the node is the field's own
  private Optional<Value> value(Field field, Node node, boolean isFirst) {
    return switch (node) {
      case Node.Scalar scalar -> scalars.free(field, scalar);
      case Node.Sequence sequence -> {
        List<Value> values =
            sequence.items().stream().flatMap(item -> value(field, item, false).stream()).toList();
        yield Optional.of(new Value.Items(values, Origin.at(node.place())));
      }
      case Node.Refused refused -> Optional.empty();
      case Node.Mapping mapping ->
          Optional.of(
              new Value.Mapping(
                  CompactMap.mappedSome(
                      mapping.entries(),
                      (key, entry) -> member(field, key, entry.value(), isFirst)),
                  CompactMap.mapped(mapping.entries(), Node.Entry::keyPlace),
                  Origin.at(node.place())));
    };
  }

  private Optional<Value> member(Field field, String key, Node node, boolean isFirst) {
    boolean isName = isFirst && NAMING.contains(key);
    return value(isName ? naming(key) : member(field, key, node), node, false);
  }

  /// What a key holds, by its own name, so that a problem names it.
  private static Field member(Field field, String key, Node node) {
    if (field.shape() instanceof Shape.Tree) {
      return field;
    }
    Field guarded = guarded(field, key, node);
    Field named = Field.of(key, field.shape());
    return guarded.is(Trait.SECRET) ? named.with(Trait.SECRET) : named;
  }

  private static Field naming(String key) {
    return Field.of(key, new Shape.Free()).identity();
  }

  /// The field, secret when the key tells so. Never inside a tree, whose keys are names of tables
  /// and columns.
  private static Field guarded(Field field, String key, Node node) {
    if (field.is(Trait.SECRET)
        || field.shape() instanceof Shape.Tree
        || KEY_NAMES.contains(field.name())) {
      return field;
    }
    boolean isAuth = key.equals("auth") && node instanceof Node.Mapping;
    return isAuth || SECRET_NAME.matcher(key.toLowerCase(Locale.ROOT)).matches()
        ? field.with(Trait.SECRET)
        : field;
  }
}
