package dev.ftctl.cli.api;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/// A body that grows field by field.
final class BodyTree {

  private BodyTree() {}

  /// @throws RefusedException when the field, or one that it lies in, has another value already
  static Value.Mapping with(Value.Mapping body, Term term, Value value) {
    return with(body, term.way(), term, value);
  }

  private static Value.Mapping with(Value.Mapping into, List<String> way, Term term, Value value) {
    String name = way.getFirst();
    Value there = into.get(name);
    if (way.size() > 1) {
      if (!there.isAbsent() && !(there instanceof Value.Mapping)) {
        throw twice(term);
      }
      List<String> rest = way.subList(1, way.size());
      return into.with(name, with(into.mapping(name), rest, term, value));
    }
    return into.with(
        name, term.isAppended() ? appended(there, term, value) : fresh(there, term, value));
  }

  private static Value fresh(Value there, Term term, Value value) {
    if (!there.isAbsent()) {
      throw twice(term);
    }
    return value;
  }

  private static Value appended(Value there, Term term, Value value) {
    if (there.isAbsent()) {
      return Value.items(List.of(value));
    }
    if (there instanceof Value.Items items) {
      List<Value> more = new ArrayList<>(items.items());
      more.add(value);
      return Value.items(more);
    }
    throw twice(term);
  }

  private static RefusedException twice(Term term) {
    return new RefusedException(
        Refusal.USAGE,
        term.field() + " is given twice",
        "Give it once; items of a list are written " + term.field() + "[]=….");
  }
}
