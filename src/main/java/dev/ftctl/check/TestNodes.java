package dev.ftctl.check;

import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the pieces of a file of tests, and collects what is wrong with them. A piece that is wrong
/// counts as one that isn't there.
final class TestNodes {

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  void wrong(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, "", message, fix));
  }

  /// @param what it is, for messages: `'given'`
  /// @param keys that it may have
  Optional<Node.Mapping> mapping(Node node, String what, Collection<String> keys) {
    Optional<Node.Mapping> mapping = mapping(node, what);
    mapping.ifPresent(found ->
        found
            .entries()
            .forEach((key, entry) -> {
              if (!keys.contains(key)) {
                String hint = Near.hint(key, keys);
                wrong(
                    underlined(entry.keyPlace(), key),
                    "unknown-field",
                    "unknown field '" + key + "' in " + what,
                    hint.isEmpty() ? "there are " + Near.list(keys) : hint);
              }
            }));
    return mapping;
  }

  private static SourceLocation underlined(SourceLocation place, String key) {
    return new SourceLocation(
        place.file(), place.line(), place.column(), Math.max(1, key.length()));
  }

  Optional<Node.Mapping> mapping(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      return Optional.of(Node.Mapping.empty(node.place()));
    }
    wrongType(node, what, "a mapping");
    return Optional.empty();
  }

  Optional<String> text(Node node, String what) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    wrongType(node, what, "a text");
    return Optional.empty();
  }

  boolean flag(Node node, String what) {
    Optional<Boolean> flag =
        node instanceof Node.Scalar scalar ? Core.bool(scalar.text()) : Optional.empty();
    if (flag.isEmpty()) {
      wrongType(node, what, "true or false");
    }
    return flag.orElse(false);
  }

  Optional<Integer> count(Node node, String what) {
    Optional<Integer> count =
        node instanceof Node.Scalar scalar
            ? Core.number(scalar.text()).flatMap(TestNodes::whole)
            : Optional.empty();
    if (count.isEmpty()) {
      wrongType(node, what, "a whole number");
    }
    return count;
  }

  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact()).filter(whole -> whole >= 0);
    } catch (ArithmeticException broken) {
      return Optional.empty();
    }
  }

  /// The items of a list, or one that stands alone.
  List<Node> items(Node node) {
    return node instanceof Node.Sequence list
        ? list.items()
        : node instanceof Node.Scalar scalar && scalar.isNull() ? List.of() : List.of(node);
  }

  List<String> texts(Node node, String what) {
    return items(node).stream().flatMap(item -> text(item, "an item of " + what).stream()).toList();
  }

  /// Names with texts; a value may look like a number.
  Map<String, String> named(Node node, String what) {
    var named = new LinkedHashMap<String, String>();
    mapping(node, what)
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((key, entry) ->
                    text(entry.value(), "'" + key + "' in " + what)
                        .ifPresent(text -> named.put(key, text))));
    return named;
  }

  private void wrongType(Node node, String what, String wanted) {
    wrong(node.place(), "wrong-type", what + " is " + node.what(), "write " + wanted);
  }
}
