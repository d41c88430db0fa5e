package dev.ftctl.connectortype;

import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One field of a service's `config` or `auth`.
///
/// @param members the values allowed, of the field or of a list's items; empty for any
/// @param fields the members of an object, or of each item of a list of objects
record TypeField(
    String name, FieldType type, Set<Mark> marks, List<String> members, List<TypeField> fields) {

  /// What else is known of a field. The catalogue doesn't know what is required or nullable; only
  /// the account's metadata says so.
  public enum Mark {
    NAMING,
    REQUIRED,
    SECRET,
    LOGIN,
    IMMUTABLE,
    READ_ONLY,
    NULLABLE;

    /// As output writes it: `read_only`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TypeField {
    marks =
        marks.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(marks));
    members = List.copyOf(members);
    fields = List.copyOf(fields);
  }

  static TypeField naming(String name) {
    return new TypeField(
        name, FieldType.TEXT, EnumSet.of(Mark.NAMING, Mark.IMMUTABLE), List.of(), List.of());
  }

  static TypeField of(FieldFacts facts, Set<String> immutable) {
    var marks = EnumSet.noneOf(Mark.class);
    if (facts.secret()) {
      marks.add(Mark.SECRET);
    }
    if (facts.login()) {
      marks.add(Mark.LOGIN);
    }
    if (immutable.contains(facts.name())) {
      marks.add(Mark.IMMUTABLE);
    }
    if (facts.readOnly()) {
      marks.add(Mark.READ_ONLY);
    }
    var inside = facts.fields().values().stream().map(field -> of(field, Set.of())).toList();
    return new TypeField(facts.name(), facts.type(), marks, facts.enumValues(), inside);
  }

  public boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /// Whether somebody who sets the service up will most likely have to say it.
  boolean looksRequired() {
    return is(Mark.NAMING) || is(Mark.REQUIRED) || is(Mark.LOGIN) || is(Mark.SECRET);
  }
}
