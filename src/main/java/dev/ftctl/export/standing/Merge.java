package dev.ftctl.export.standing;

import dev.ftctl.export.Spoken;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One document brought to what the account has: what it says otherwise is replaced where it
/// stands, what it lacks is added. Comments, order and expressions stay.
///
/// @param file in which the document stands
/// @param isDifferent whether the account differs in anything that the document says; otherwise
///   nothing of what it says is touched
/// @param kept collects the paths of what could not be changed
/// @param data files that a document names by `${yaml:…}`
/// @param ids tell which object a name means
record Merge(EditedFile file, boolean isDifferent, List<String> kept, DataFiles data, Ids ids) {

  private static final String EXPRESSION = "${";
  private static final Pattern DATA = Pattern.compile("\\$\\{yaml:([^}:]+)}");

  /// Files beside a document.
  @FunctionalInterface
  interface DataFiles {
    Optional<EditedFile> at(String path);
  }

  /// A value as the account has it: what is worth saying of it, and all of it.
  record Sides(Value minimal, Value full) {

    Sides get(String key) {
      return new Sides(inside(minimal, key), inside(full, key));
    }

    private static Value inside(Value value, String key) {
      return value instanceof Value.Mapping mapping ? mapping.get(key) : Value.ABSENT;
    }

    boolean isAbsent() {
      return minimal.isAbsent() && full.isAbsent();
    }

    /// The fuller one.
    Value said() {
      return full.isAbsent() ? minimal : full;
    }
  }

  /// Fields of a table.
  ///
  /// @param resolved what the document says once it is expanded, by the names of the table
  void fields(FieldTable table, Spot spot, Sides live, Value.Mapping resolved, String path) {
    Optional<String> before = Optional.empty();
    for (String key : keys(live)) {
      Optional<Field> field = table.meant(key);
      Optional<Spot> there = spot.get(key).or(() -> field.flatMap(it -> spot.get(it.name())));
      String name = field.map(Field::name).orElse(key);
      Value says = resolved.get(name);
      boolean isNaming =
          key.equals(table.fanOut()) || field.filter(it -> it.is(Trait.IDENTITY)).isPresent();
      if (isNaming) {
        before = there.isPresent() ? Optional.of(key) : before;
        continue;
      }
      if (there.isPresent()) {
        value(field, there.get(), live.get(key), says, path + key);
        before = Optional.of(key);
      } else if (!live.get(key).minimal().isAbsent() && says.isAbsent()) {
        put(spot, key, live.get(key).minimal(), before, path);
        before = spot.get(key).isPresent() ? Optional.of(key) : before;
      }
    }
    if (isDifferent) {
      remove(table, spot, live, path);
    }
  }

  private static List<String> keys(Sides live) {
    var keys = new ArrayList<String>();
    for (Value side : List.of(live.minimal(), live.full())) {
      if (side instanceof Value.Mapping mapping) {
        mapping.entries().keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
      }
    }
    return keys;
  }

  /// What the document says and the account has not.
  private void remove(FieldTable table, Spot spot, Sides live, String path) {
    for (String key : spot.keys()) {
      Optional<Field> field = table.meant(key);
      if (field.isPresent()
          && isComparable(field.get())
          && live.get(key).isAbsent()
          && live.get(field.get().name()).isAbsent()
          && live.get(field.get().otherName()).isAbsent()
          && !file.remove(spot, key)) {
        kept.add(path + key);
      }
    }
  }

  private static boolean isComparable(Field field) {
    return !field.is(Trait.LOCAL)
        && !field.is(Trait.SECRET)
        && !field.is(Trait.WRITE_ONLY)
        && !field.is(Trait.CREATE_ONLY)
        && !field.is(Trait.IDENTITY)
        && !(field.shape() instanceof Shape.Hoisted)
        && !(field.shape() instanceof Shape.Tree);
  }

  private void put(Spot spot, String key, Value value, Optional<String> after, String path) {
    if (!file.put(spot, Spoken.escaped(key), Spoken.plain(value), after)) {
      kept.add(path + key);
    }
  }

  private void value(Optional<Field> field, Spot spot, Sides live, Value says, String path) {
    if (live.said() instanceof Value.Secret || live.isAbsent()) {
      return;
    }
    Optional<Shape> shape = field.map(Field::shape);
    if (shape.orElse(null) instanceof Shape.Tree tree && !spot.isMapping()) {
      elsewhere(tree, spot, live, says, path);
    } else if (spot.isMapping() && shape.orElse(null) instanceof Shape.Nested nested) {
      Value.Mapping resolved = says instanceof Value.Mapping it ? it : Value.Mapping.EMPTY;
      fields(nested.table(), spot, live, resolved, path + ".");
    } else if (spot.isMapping() && shape.orElse(null) instanceof Shape.Tree tree) {
      tree(tree.element(), spot, live, says, path + ".");
    } else if (spot.isMapping() && live.said() instanceof Value.Mapping) {
      members(new Members(shape.orElse(null), ids, spot), live, path + ".");
    } else if (isDifferent) {
      leaf(shape, spot, live, says, path);
    }
  }

  /// Names that mean something each: who is a member, in which role.
  private void members(Members there, Sides live, String path) {
    for (String key : keys(live)) {
      Optional<String> written = there.written(key);
      if (written.isEmpty()) {
        put(there.spot(), key, live.get(key).said(), Optional.empty(), path);
      } else if (isDifferent) {
        Spot spot = there.spot().get(written.get()).orElseThrow();
        leaf(Optional.empty(), spot, live.get(key), Value.ABSENT, path + key);
      }
    }
    Set<String> meant =
        keys(live).stream().flatMap(key -> there.written(key).stream()).collect(Collectors.toSet());
    for (String key : isDifferent ? there.spot().keys() : List.<String>of()) {
      if (!meant.contains(key) && !file.remove(there.spot(), key)) {
        kept.add(path + key);
      }
    }
  }

  /// Free names, such as those of tables. What the account doesn't list is left: it may come yet;
  /// and what a pattern speaks of already needs no line of its own.
  private void tree(FieldTable element, Spot spot, Sides live, Value says, String path) {
    Sides named = new Sides(named(live.minimal()), named(live.full()));
    Value.Mapping resolved = named(says) instanceof Value.Mapping it ? it : Value.Mapping.EMPTY;
    List<Glob> patterns = spot.keys().stream().filter(Glob::isGlob).map(Glob::new).toList();
    for (String name : keys(named)) {
      Optional<Spot> there = spot.get(Spoken.escaped(name));
      Sides inside = named.get(name);
      if (there.isPresent() && there.get().isMapping()) {
        fields(element, there.get(), inside, resolved.mapping(name), path + name + ".");
      } else if (there.isEmpty()
          && !inside.minimal().isAbsent()
          && resolved.get(name).isAbsent()
          && patterns.stream().noneMatch(pattern -> pattern.matches(name))) {
        put(spot, name, inside.minimal(), Optional.empty(), path);
      }
    }
  }

  /// A tree that stands in a file of its own, or a list of names.
  private void elsewhere(Shape.Tree tree, Spot spot, Sides live, Value says, String path) {
    Matcher named = DATA.matcher(spot.scalar().orElse(""));
    Optional<EditedFile> own = named.matches() ? data.at(named.group(1)) : Optional.empty();
    if (own.isPresent() && !own.get().documents().isEmpty()) {
      new Merge(own.get(), isDifferent, kept, data, ids)
          .tree(tree.element(), own.get().documents().getFirst(), live, says, path + ".");
    } else if (spot.isSequence() && live.minimal() instanceof Value.Items names) {
      list(spot, names, path);
    } else if (isDifferent && !live.minimal().isAbsent() && !spot.scalar().isPresent()) {
      if (!file.set(spot, Spoken.plain(live.minimal()))) {
        kept.add(path);
      }
    } else if (isDifferent && spot.scalar().isPresent()) {
      kept.add(path);
    }
  }

  /// The long form of a list of names.
  private static Value named(Value value) {
    if (!(value instanceof Value.Items names)) {
      return value;
    }
    Map<String, Value> long_ = new LinkedHashMap<>();
    names
        .items()
        .forEach(name ->
            long_.put(name.asText(), Value.Mapping.EMPTY.with("enabled", Value.bool(true))));
    return Value.Mapping.of(long_);
  }

  private void leaf(Optional<Shape> shape, Spot spot, Sides live, Value says, String path) {
    Value wanted = live.said();
    Optional<String> scalar = spot.scalar();
    boolean isExpression = scalar.filter(text -> text.contains(EXPRESSION)).isPresent();
    if (wanted instanceof Value.Items items && spot.isSequence()) {
      list(spot, items, path);
      return;
    }
    boolean isSame =
        isExpression
            ? Sameness.of(shape, says, wanted)
            : scalar.filter(text -> Sameness.of(shape, text, wanted)).isPresent();
    if (!isSame && !file.set(spot, Spoken.plain(wanted))) {
      kept.add(path);
    }
  }

  /// A set, item by item; a list of objects as a whole.
  private void list(Spot spot, Value.Items wanted, String path) {
    List<Spot> there = spot.items();
    boolean isPlain =
        there.stream().allMatch(item -> item.scalar().isPresent())
            && wanted.items().stream().noneMatch(item -> item instanceof Value.Mapping);
    if (!isPlain) {
      if (!Sameness.of(spot, wanted) && !file.set(spot, Spoken.plain(wanted))) {
        kept.add(path);
      }
      return;
    }
    List<String> texts = there.stream().map(item -> item.scalar().orElse("")).toList();
    List<String> names = wanted.items().stream().map(Merge::spoken).toList();
    boolean isWhole = true;
    for (int i = 0; i < texts.size(); i++) {
      boolean isGone = !names.contains(texts.get(i)) && !texts.get(i).contains(EXPRESSION);
      isWhole &= !isGone || file.drop(spot, i);
    }
    for (int i = 0; i < names.size(); i++) {
      boolean isNew = !texts.contains(names.get(i));
      isWhole &= !isNew || file.add(spot, Spoken.plain(wanted.items().get(i)));
    }
    if (!isWhole) {
      kept.add(path);
    }
  }

  private static String spoken(Value value) {
    return Spoken.plain(value).asText();
  }
}
