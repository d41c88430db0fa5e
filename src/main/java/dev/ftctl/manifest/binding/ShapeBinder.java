package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.expression.ForeignTexts;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Binds one value by the shape of its field.
final class ShapeBinder {

  /// Fields whose effect another one ends (fivetran-quirks 2.4.2).
  private static final String MAPPINGS = "a list of mappings";

  private static final Map<String, String> INSTEAD =
      Map.of(
          "data_delay_threshold",
          "it counts with `data_delay_sensitivity: CUSTOM` only: write another sensitivity",
          "tunnel_port",
          "a tunnel is left by another `networking_method` than SshTunnel: write Directly",
          "schedule",
          "a schedule is left by another: write `schedule: {schedule_type: MANUAL}`, or INTERVAL"
              + " with its `interval`");

  private final ScalarBinder scalars;
  private final ReferenceBinder references;
  private final FreeBinder free;
  private final Report report;

  ShapeBinder(ScalarBinder scalars, ReferenceBinder references, Report report) {
    this.scalars = scalars;
    this.references = references;
    this.free = new FreeBinder(scalars);
    this.report = report;
  }

  /// The value, or empty when it is wrong, which is reported then.
  ///
  /// @param tables binds the mappings inside
  Optional<Value> bind(Field field, Node.Entry entry, TableBinder tables) {
    Node node = entry.value();
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      return cleared(field, node);
    }
    return switch (field.shape()) {
      case Shape.Scalar scalar -> scalars.bind(field, scalar, node);
      case Shape.SetOf set -> set(field, set, node);
      case Shape.Ref ref -> references.reference(field, ref, node);
      case Shape.RoleMap roles -> references.roles(field, roles, node);
      case Shape.Nested nested ->
          node instanceof Node.Mapping mapping
              ? Optional.of(tables.bind(nested.table(), mapping, entry.keyPlace()))
              : wrong(field, node, "a mapping", "write 'key: value' lines below it");
      case Shape.ItemsOf items -> items(field, items, node, tables);
      case Shape.Hoisted hoisted -> Optional.empty();
      case Shape.Tree tree -> free.bind(field, node);
      case Shape.Free anything -> free.bind(field, node);
    };
  }

  private Optional<Value> cleared(Field field, Node node) {
    if (field.is(Trait.REQUIRED)) {
      report.error(
          node.place(),
          "missing-field",
          "'" + field.name() + "' is null, but it is needed",
          "write a value");
      return Optional.empty();
    }
    if (field.is(Trait.NOT_CLEARABLE) || field.is(Trait.IDENTITY)) {
      report.error(
          node.place(),
          "not-clearable",
          "'" + field.name() + "' is null, but the API can't clear it",
          INSTEAD.getOrDefault(field.name(), "leave it out to leave it as it is"));
      return Optional.empty();
    }
    return Optional.of(new Value.Null(Origin.at(node.place())));
  }

  private Optional<Value> set(Field field, Shape.SetOf shape, Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return wrong(field, node, "a list", "write [one, two]");
    }
    return switch (shape.item()) {
      case Shape.Ref ref -> references.references(field, ref, sequence);
      case Shape.Scalar scalar -> scalars(field, scalar, sequence);
    };
  }

  private Optional<Value> scalars(Field field, Shape.Scalar item, Node.Sequence sequence) {
    var values = new ArrayList<Value>();
    boolean isWhole = true;
    for (Node element : sequence.items()) {
      Optional<Value> value = scalars.item(field, item, element);
      value.ifPresent(values::add);
      isWhole &= value.isPresent();
    }
    return isWhole
        ? Optional.of(new Value.Items(values, Origin.at(sequence.place())))
        : Optional.empty();
  }

  private Optional<Value> items(Field field, Shape.ItemsOf shape, Node node, TableBinder tables) {
    if (!(node instanceof Node.Sequence sequence)) {
      return wrong(field, node, MAPPINGS, item(shape));
    }
    var values = new ArrayList<Value>();
    var keys = new HashMap<String, SourceLocation>();
    for (Node element : sequence.items()) {
      if (element instanceof Node.Mapping mapping) {
        Value.Mapping item = tables.bind(shape.table(), mapping, element.place());
        shape.keys().forEach(key -> refuseForeignKey(key, item.get(key)));
        values.add(item);
        shape.keys().stream()
            .filter(key -> !item.get(key).asText().isEmpty())
            .findFirst()
            .ifPresent(key -> once(field, keys, key, item.get(key), element));
      } else {
        wrong(field, element, MAPPINGS, item(shape));
      }
    }
    return Optional.of(new Value.Items(values, Origin.at(node.place())));
  }

  /// Items are told apart by their keys, which stand in the paths of plans.
  private void refuseForeignKey(String key, Value value) {
    ForeignTexts.refusal(value.origin().mark(), "'" + key + "', which tells items apart,")
        .ifPresent(wrong ->
            report.error(value.origin().place(), wrong.rule(), wrong.message(), wrong.fix()));
  }

  /// By what a key comes to once its references are filled in.
  private void once(
      Field field, Map<String, SourceLocation> keys, String key, Value value, Node item) {
    SourceLocation earlier = keys.putIfAbsent(key + "=" + value.asText(), item.place());
    if (earlier != null) {
      String message =
          "'"
              + field.name()
              + "' has a second item with "
              + key
              + " '"
              + (value.origin().printsAsSource() ? value.origin().source() : value.asText())
              + "', first in line "
              + earlier.line();
      report.error(item.place(), "duplicate-item", message, "keep one");
    }
  }

  /// `write [{name: …, command: …}]`, with what an item has to have.
  private static String item(Shape.ItemsOf shape) {
    return shape.table().all().stream()
        .filter(field -> field.is(Trait.REQUIRED) || shape.keys().contains(field.name()))
        .map(field -> field.name() + ": …")
        .collect(Collectors.joining(", ", "write [{", "}], or begin each item with '- '"));
  }

  private Optional<Value> wrong(Field field, Node node, String wanted, String fix) {
    if (node instanceof Node.Refused || scalars.isNotSet(node)) {
      return Optional.empty();
    }
    report.error(
        node.place(),
        "wrong-type",
        "'" + field.name() + "' takes " + wanted + ", not " + node.what(),
        fix);
    return Optional.empty();
  }
}
