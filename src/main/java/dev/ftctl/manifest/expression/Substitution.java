package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Puts structures (variables that are lists or mappings, YAML files, entries of `for_each`) in the
/// place of the scalar that names them, before documents are merged.
public final class Substitution {

  /// Variables that repeat one another could otherwise grow without bound.
  private static final int MOST_NODES = 200_000;

  private static final int DEEPEST = 64;

  private final Lookup lookup;
  private final InstanceContext around;
  private final DataFiles files;
  private final Report report;
  private final SequencedSet<String> open = new LinkedHashSet<>();
  private int placed;

  public Substitution(Lookup lookup, InstanceContext around, DataFiles files, Report report) {
    this.lookup = lookup;
    this.around = around;
    this.files = files;
    this.report = report;
  }

  public Node.Mapping in(Node.Mapping spec) {
    return (Node.Mapping) replace(spec, 0);
  }

  /// One node, whatever it is.
  public Node of(Node node) {
    return replace(node, 0);
  }

  private Node replace(Node node, int depth) {
    if (!open.isEmpty() && (++placed > MOST_NODES || depth > DEEPEST)) {
      report.error(node.place(), "variable-size", "variables grow without bound here", "");
      return new Node.Refused(node.place());
    }
    if (open.isEmpty() && node.contents().isLiteral()) {
      return node;
    }
    return switch (node) {
      case Node.Scalar scalar -> named(scalar, depth);
      case Node.Refused refused -> refused;
      case Node.Sequence sequence -> items(sequence, depth);
      case Node.Mapping mapping -> entries(mapping, depth);
    };
  }

  private Node items(Node.Sequence sequence, int depth) {
    var items = new ArrayList<Node>();
    boolean isSame = true;
    for (Node item : sequence.items()) {
      Node replaced = replace(item, depth + 1);
      isSame &= isSame(replaced, item);
      items.add(replaced);
    }
    return isSame ? sequence : new Node.Sequence(items, sequence.place());
  }

  private Node entries(Node.Mapping mapping, int depth) {
    boolean isSame = mapping.entries().keySet().stream().noneMatch(key -> key.contains("${"));
    if (!isSame) {
      var keys = new Keys(lookup, around, report);
      return keys.entries(mapping, keys::early, value -> replace(value, depth + 1));
    }
    var entries = new LinkedHashMap<String, Node.Entry>();
    for (var entry : mapping.entries().entrySet()) {
      Node value = entry.getValue().value();
      Node replaced = replace(value, depth + 1);
      isSame &= isSame(replaced, value);
      entries.put(entry.getKey(), new Node.Entry(entry.getValue().keyPlace(), replaced));
    }
    return isSame ? mapping : new Node.Mapping(entries, mapping.place());
  }

  /// Whether nothing was replaced: most trees name no structure, and need no copy.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Node replaced, Node node) {
    return replaced == node;
  }

  private Node named(Node.Scalar scalar, int depth) {
    if (!PartReader.hasReference(scalar)) {
      return scalar;
    }
    List<TextPart> parts = PartReader.read(scalar, Report.muted());
    if (parts.size() != 1) {
      return scalar;
    }
    return placed(parts.getFirst(), scalar, depth);
  }

  private Node placed(TextPart part, Node.Scalar scalar, int depth) {
    return switch (part) {
      case TextPart.Var variable ->
          lookup
              .variables()
              .find(variable.name())
              .filter(value -> !(value instanceof Node.Scalar))
              .map(value -> inside("variable " + variable.name(), value, scalar, depth))
              .orElse(scalar);
      case TextPart.EachOf each -> entry(each.path(), scalar, depth);
      case TextPart.FileTree file ->
          files
              .read(scalar.place(), file.path(), report)
              .map(value -> inside("file " + file.path(), value, scalar, depth))
              .orElseGet(() -> nothing(scalar));
      case TextPart.Call call -> called(call, scalar, depth);
      case TextPart.Literal literal -> scalar;
      case TextPart.Env env -> scalar;
      case TextPart.FileText file -> scalar;
      case TextPart.SecretName secret -> scalar;
      case TextPart.Group group -> scalar;
      case TextPart.GroupLabel label -> scalar;
      case TextPart.Unset unset -> scalar;
      case TextPart.Broken broken -> scalar;
    };
  }

  private Node called(TextPart.Call call, Node.Scalar scalar, int depth) {
    return switch (call.function()) {
      case SPLIT -> list(call, scalar);
      case COMPACT -> compact(call, scalar, depth);
      case DEFAULT -> structure(call.arguments(), scalar, depth);
      case LOWER, UPPER, TRIM, SHA256, REPLACE, JOIN, DATE -> scalar;
    };
  }

  /// What `default` chooses, where that is a structure; a text stays a reference.
  private Node structure(List<TextPart> arguments, Node.Scalar scalar, int depth) {
    Optional<Node> first = named(arguments.getFirst(), scalar, depth);
    return first.isPresent()
        ? first.get()
        : isCovered(arguments.getFirst(), scalar)
            ? named(arguments.getLast(), scalar, depth).orElse(scalar)
            : scalar;
  }

  private boolean isCovered(TextPart part, Node.Scalar scalar) {
    Filled filled = lookup.part(part, scalar, around);
    return NotSet.isCovered(filled) || filled.isKnown() && filled.text().isEmpty();
  }

  /// The structure that a reference names, if it is one.
  private Optional<Node> named(TextPart part, Node.Scalar scalar, int depth) {
    Node found = placed(part, scalar, depth);
    return found instanceof Node.Scalar ? Optional.empty() : Optional.of(found);
  }

  /// The items of a list that are set; items that are structures stay what they are.
  private Node compact(TextPart.Call call, Node.Scalar scalar, int depth) {
    Optional<Node> list = named(call.arguments().getFirst(), scalar, depth);
    if (list.isEmpty() || !(list.get() instanceof Node.Sequence sequence)) {
      return list(call, scalar);
    }
    List<Node> kept = sequence.items().stream().filter(this::isSet).toList();
    return new Node.Sequence(kept, scalar.place());
  }

  private boolean isSet(Node item) {
    return !(item instanceof Node.Scalar scalar)
        || !scalar.isNull() && NotSet.isThere(lookup.fill(scalar, around, Report.muted()));
  }

  /// A structure of an entry of `for_each`; a text stays a reference, so that its source is known,
  /// and so does what is not set.
  private Node entry(String path, Node.Scalar scalar, int depth) {
    Optional<Node> found = around.each().find(path);
    if (found.isEmpty()) {
      return scalar;
    }
    if (found.get() instanceof Node.Scalar) {
      return scalar;
    }
    Node value = around.each().isData() ? literal(found.get()) : found.get();
    return inside("each " + path, value, scalar, depth);
  }

  /// The cells of a row taken as a whole: what looks like a reference in them is just text.
  private static Node literal(Node node) {
    return switch (node) {
      case Node.Refused refused -> refused;
      case Node.Scalar scalar ->
          new Node.Scalar(
              PartReader.literal(scalar.text()), scalar.isPlain(), scalar.place(), scalar.mark());
      case Node.Sequence sequence ->
          new Node.Sequence(
              sequence.items().stream().map(Substitution::literal).toList(), sequence.place());
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Node.Entry>();
        mapping
            .entries()
            .forEach((key, entry) ->
                entries.put(
                    PartReader.literal(key),
                    new Node.Entry(entry.keyPlace(), cell(key, entry.value()))));
        yield new Node.Mapping(entries, mapping.place());
      }
    };
  }

  /// An empty cell stays a reference, since its field says whether it may be empty.
  private static Node cell(String column, Node cell) {
    boolean isEmpty = cell instanceof Node.Scalar scalar && scalar.text().isEmpty();
    return isEmpty && column.chars().noneMatch(letter -> "${}".indexOf(letter) >= 0)
        ? new Node.Scalar("${each.value." + column + "}", false, cell.place())
        : literal(cell);
  }

  private Node list(TextPart.Call call, Node.Scalar scalar) {
    var items = new ArrayList<Node>();
    for (Filled item : lookup.listed(call, scalar, around, report)) {
      if (!item.isKnown()) {
        item.missing()
            .forEach(missing ->
                report.error(scalar.place(), missing.rule(), missing.message(), missing.fix()));
        return nothing(scalar);
      }
      if (item.mark().isAltered()) {
        return refused(item, scalar);
      }
      items.add(
          new Node.Scalar(PartReader.literal(item.text()), false, scalar.place(), item.mark()));
    }
    return new Node.Sequence(items, scalar.place());
  }

  /// How many parts a foreign text has tells what it holds.
  private Node refused(Filled part, Node.Scalar use) {
    ForeignTexts.refusalOfAltered(part.mark(), "a list")
        .ifPresent(wrong -> report.error(use.place(), wrong.rule(), wrong.message(), wrong.fix()));
    return nothing(use);
  }

  private Node inside(String name, Node value, Node.Scalar use, int depth) {
    if (!open.add(name)) {
      String way = String.join(" → ", open) + " → " + name;
      report.error(
          use.place(), "variable-cycle", "values refer to each other in a circle: " + way, "");
      return nothing(use);
    }
    Node replaced = replace(value, depth);
    open.remove(name);
    return replaced;
  }

  /// What is wrong with it was told.
  private static Node nothing(Node.Scalar scalar) {
    return new Node.Refused(scalar.place());
  }
}
