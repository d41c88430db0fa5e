package dev.ftctl.check;

import dev.ftctl.kind.Action;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads `expect`.
record ExpectedReader(TestNodes nodes) {

  static final List<String> KEYS =
      List.of("changes", "and_others", "risks", "blocked", "policies", "errors", "exit");
  static final List<String> OF_CHANGE = List.of("action", "fields", "and_others");
  static final List<String> OF_FIELD = List.of("from", "to");
  static final List<String> OF_ERROR = List.of("code", "text");

  /// The words of a plan.
  static final List<String> ACTIONS =
      Arrays.stream(Action.values())
          .map(action -> action == Action.NONE ? ExpectedChange.UNCHANGED : action.word())
          .toList();

  private static final String OTHERS = "and_others";

  Optional<Expected> read(Node node) {
    return nodes.mapping(node, "'expect'", KEYS).map(this::expected);
  }

  private Expected expected(Node.Mapping expect) {
    return new Expected(
        expect.get("changes").map(this::changes).orElse(List.of()),
        allowsOthers(expect),
        expect
            .get("risks")
            .map(node -> new AskedReader(nodes).risks(node, "'risks'"))
            .orElse(List.of()),
        texts(expect, "blocked").stream().map(AddressPattern::new).toList(),
        texts(expect, "policies"),
        expect.get("errors").map(this::errors).orElse(List.of()),
        expect.get("exit").flatMap(code -> nodes.count(code, "'exit'")));
  }

  private boolean allowsOthers(Node.Mapping owner) {
    return owner.get(OTHERS).map(node -> nodes.flag(node, "'" + OTHERS + "'")).orElse(false);
  }

  private List<String> texts(Node.Mapping expect, String key) {
    return expect.get(key).map(node -> nodes.texts(node, "'" + key + "'")).orElse(List.of());
  }

  private List<ExpectedChange> changes(Node node) {
    var changes = new ArrayList<ExpectedChange>();
    nodes
        .mapping(node, "'changes'")
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((address, entry) -> {
                  if (address.indexOf('/') < 1 && !address.equals("*")) {
                    nodes.wrong(
                        entry.keyPlace(),
                        "unknown-field",
                        "'" + address + "' is no address",
                        "write it as plans print it: connector/orders_db@analytics");
                  } else {
                    change(new AddressPattern(address), entry.value()).ifPresent(changes::add);
                  }
                }));
    return changes;
  }

  /// A word, or a mapping of the word and its fields.
  private Optional<ExpectedChange> change(AddressPattern address, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      return action(node)
          .map(action -> new ExpectedChange(address, action, List.of(), false, false));
    }
    nodes.mapping(mapping, "the change of " + address, OF_CHANGE);
    Optional<Node> written = mapping.get("action");
    if (written.isEmpty()) {
      nodes.wrong(
          mapping.place(),
          "missing-field",
          "the change of " + address + " has no 'action'",
          "there are " + String.join(", ", ACTIONS));
    }
    List<ExpectedField> fields = mapping.get("fields").map(this::fields).orElse(List.of());
    boolean looksAtFields = mapping.get("fields").isPresent();
    return written
        .flatMap(this::action)
        .map(action ->
            new ExpectedChange(address, action, fields, looksAtFields, allowsOthers(mapping)));
  }

  private Optional<String> action(Node node) {
    Optional<String> text = nodes.text(node, "the action");
    Optional<String> known = text.filter(ACTIONS::contains);
    if (text.isPresent() && known.isEmpty()) {
      String hint = Near.hint(text.get(), ACTIONS);
      nodes.wrong(
          node.place(),
          "unknown-value",
          "there is no action '" + text.get() + "'",
          hint.isEmpty() ? "there are " + String.join(", ", ACTIONS) : hint);
    }
    return known;
  }

  private List<ExpectedField> fields(Node node) {
    var fields = new ArrayList<ExpectedField>();
    nodes
        .mapping(node, "'fields'")
        .ifPresent(mapping ->
            mapping.entries().forEach((path, entry) -> fields.add(field(path, entry.value()))));
    return fields;
  }

  /// `{from: …, to: …}`, or what it becomes alone.
  private ExpectedField field(String path, Node node) {
    if (node instanceof Node.Mapping mapping) {
      nodes.mapping(mapping, "the field " + path, OF_FIELD);
      return new ExpectedField(path, mapping.get("from"), mapping.get("to"));
    }
    return new ExpectedField(path, Optional.empty(), Optional.of(node));
  }

  private List<ExpectedError> errors(Node node) {
    return nodes.items(node).stream().flatMap(item -> error(item).stream()).toList();
  }

  /// A code alone, or `{code: …, text: …}`.
  private Optional<ExpectedError> error(Node item) {
    if (item instanceof Node.Scalar) {
      return nodes.text(item, "an item of 'errors'").map(code -> new ExpectedError(code, ""));
    }
    return nodes
        .mapping(item, "an error", OF_ERROR)
        .map(mapping ->
            new ExpectedError(
                mapping.get("code").flatMap(code -> nodes.text(code, "'code'")).orElse(""),
                mapping.get("text").flatMap(text -> nodes.text(text, "'text'")).orElse("")));
  }
}
