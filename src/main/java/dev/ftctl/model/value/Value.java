package dev.ftctl.model.value;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A value of a manifest or of the account, as an immutable tree. Absent, null and empty are three
/// things. Equality looks at what a value says, never at where it came from.
public sealed interface Value {

  // Only this line makes one, so no other thread can hold the lock of Absent while it waits for the
  // lock of Value.
  @SuppressWarnings("ClassInitializationDeadlock")
  Value ABSENT = new Absent();

  Origin origin();

  /// Nothing was said at all.
  record Absent() implements Value {
    @Override
    public Origin origin() {
      return Origin.LIVE;
    }
  }

  /// `null` was said: "clear it" in a manifest, "not set" in an answer.
  record Null(Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  record Text(String text, Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  record Num(BigDecimal number, Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Num that && number.compareTo(that.number) == 0;
    }

    @Override
    public int hashCode() {
      return number.stripTrailingZeros().hashCode();
    }
  }

  record Bool(boolean flag, Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bool that && flag == that.flag;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(flag);
    }
  }

  record Items(List<Value> items, Origin origin) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Items that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }

  /// A mapping in the order of its source; [#keyPlaces] tells where each key stands and may lack
  /// keys that no manifest wrote.
  record Mapping(
      SequencedMap<String, Value> entries, Map<String, SourceLocation> keyPlaces, Origin origin)
      implements Value {

    public static final Mapping EMPTY = Mapping.of(Map.of());

    public Mapping {
      entries = CompactMap.copyOf(entries);
      keyPlaces = CompactMap.copyOf(keyPlaces);
    }

    /// A mapping that no manifest wrote.
    public static Mapping of(Map<String, ? extends Value> entries) {
      return new Mapping(CompactMap.copyOf(entries), Map.of(), Origin.LIVE);
    }

    /// The value under a key, [Value#ABSENT] when there is none.
    public Value get(String key) {
      return entries.getOrDefault(key, ABSENT);
    }

    /// The value at a path of nested mappings, [Value#ABSENT] when the way ends before.
    public Value at(FieldPath path) {
      Value here = this;
      for (String segment : path.segments()) {
        here = here instanceof Mapping mapping ? mapping.get(segment) : ABSENT;
      }
      return here;
    }

    /// The text under a key, or the empty text when it is absent, null or no scalar.
    public String text(String key) {
      return get(key).asText();
    }

    /// The nested mapping under a key, an empty one when there is none.
    public Mapping mapping(String key) {
      return get(key) instanceof Mapping mapping ? mapping : EMPTY;
    }

    public Mapping with(String key, Value value) {
      return new Mapping(CompactMap.<Value>copyOf(entries).with(key, value), keyPlaces, origin);
    }

    public Mapping without(String key) {
      return new Mapping(CompactMap.<Value>copyOf(entries).without(key), keyPlaces, origin);
    }

    /// Where a key stands, or the mapping's own place.
    public SourceLocation placeOf(String key) {
      return keyPlaces.getOrDefault(key, origin.place());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }
  }

  /// A reference by name to another resource, or to a live object that no manifest describes.
  record Reference(Address target, Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Reference that && target.equals(that.target);
    }

    @Override
    public int hashCode() {
      return target.hashCode();
    }
  }

  /// A secret: known by its source, resolved only where it is sent, and never printed.
  record Secret(SecretSource source, Origin origin) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Secret that && source.name().equals(that.source.name());
    }

    @Override
    public int hashCode() {
      return source.name().hashCode();
    }

    @Override
    public String toString() {
      return "(secret)";
    }
  }

  /// Values that answers are full of.
  final class Constants {
    private static final Value NOTHING = new Null(Origin.LIVE);
    private static final Value YES = new Bool(true, Origin.LIVE);
    private static final Value NO = new Bool(false, Origin.LIVE);

    private Constants() {}
  }

  /// The null that no manifest wrote.
  static Value nothing() {
    return Constants.NOTHING;
  }

  static Value text(String text) {
    return new Text(text, Origin.LIVE);
  }

  static Value number(long number) {
    return new Num(BigDecimal.valueOf(number), Origin.LIVE);
  }

  static Value bool(boolean flag) {
    return flag ? Constants.YES : Constants.NO;
  }

  static Value items(List<? extends Value> items) {
    return new Items(List.copyOf(items), Origin.LIVE);
  }

  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /// Absent, null, empty text, empty list and empty mapping mean the same to the API
  /// (fivetran-quirks Q4–Q6).
  default boolean isBlank() {
    return switch (this) {
      case Absent absent -> true;
      case Null nothing -> true;
      case Text text -> text.text().isEmpty();
      case Items items -> items.items().isEmpty();
      case Mapping mapping -> mapping.entries().values().stream().allMatch(Value::isBlank);
      case Num number -> false;
      case Bool bool -> false;
      case Reference reference -> false;
      case Secret secret -> false;
    };
  }

  /// The scalar as plain text, numbers without exponent; empty for everything else, secrets above
  /// all.
  default String asText() {
    return switch (this) {
      case Text text -> text.text();
      case Num number -> number.number().toPlainString();
      case Bool bool -> Boolean.toString(bool.flag());
      case Reference reference -> reference.target().name();
      case Absent absent -> "";
      case Null nothing -> "";
      case Items items -> "";
      case Mapping mapping -> "";
      case Secret secret -> "";
    };
  }

  /// The value as a plan prints it: texts quoted, secrets as `(secret)`, texts from the environment
  /// or a file as their source.
  default String display() {
    if (!(this instanceof Secret) && origin().printsAsSource() && !(this instanceof Reference)) {
      return "(" + origin().source() + ")";
    }
    return switch (this) {
      case Absent absent -> "(not set)";
      case Null nothing -> "null";
      case Text text ->
          '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
      case Num number -> number.number().toPlainString();
      case Bool bool -> Boolean.toString(bool.flag());
      case Reference reference -> reference.target().label();
      case Secret secret -> "(secret)";
      case Items items ->
          items.items().stream().map(Value::display).collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue().display())
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
