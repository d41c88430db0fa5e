package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Fills in the arguments of one call.
///
/// @param open the variables that are being filled in
record Arguments(
    Lookup lookup,
    Node.Scalar scalar,
    InstanceContext around,
    Report report,
    SequencedSet<String> open)
    implements Evaluation.Filling {

  @Override
  public Filled text(TextPart part) {
    return lookup.one(part, scalar, around, report, open);
  }

  @Override
  public List<Filled> list(TextPart part) {
    return items(part).orElseGet(() -> List.of(text(part)));
  }

  /// The items of what is a list, empty for what is a text.
  private Optional<List<Filled>> items(TextPart part) {
    if (part instanceof TextPart.Call call && call.function().isList()) {
      return Optional.of(made(call));
    }
    return node(part) instanceof Node.Sequence sequence
        ? Optional.of(sequence.items().stream().map(this::item).toList())
        : Optional.empty();
  }

  private List<Filled> made(TextPart.Call call) {
    TextPart first = call.arguments().getFirst();
    if (call.function() == PureFunction.COMPACT) {
      return items(first)
          .map(items -> items.stream().filter(NotSet::isThere).toList())
          .orElseGet(() -> List.of(text(first)));
    }
    Filled text = text(first);
    if (!text.isKnown()) {
      return List.of(text);
    }
    Filled separator = text(call.arguments().getLast());
    Mark mark = text.mark().and(separator.mark());
    List<Filled> items =
        Evaluation.split(text.text(), separator.text()).stream()
            .map(item -> Filled.from(mark.altered(), item, false))
            .toList();
    // Where nothing is left, the mark is.
    return items.isEmpty() && mark.isForeign()
        ? List.of(Filled.from(mark.altered(), "", false))
        : items;
  }

  /// What a reference names, or the scalar itself where it names nothing.
  private Node node(TextPart part) {
    Optional<Node> node =
        switch (part) {
          case TextPart.Var variable -> lookup.variables().find(variable.name());
          case TextPart.EachOf each -> around.each().find(each.path());
          case TextPart.Literal literal -> Optional.empty();
          case TextPart.Env env -> Optional.empty();
          case TextPart.FileText file -> Optional.empty();
          case TextPart.FileTree file -> Optional.empty();
          case TextPart.SecretName secret -> Optional.empty();
          case TextPart.Group group -> Optional.empty();
          case TextPart.GroupLabel label -> Optional.empty();
          case TextPart.Unset unset -> Optional.empty();
          case TextPart.Call call -> Optional.empty();
          case TextPart.Broken broken -> Optional.empty();
        };
    return node.orElse(scalar);
  }

  private Filled item(Node item) {
    if (!(item instanceof Node.Scalar text)) {
      return Lookup.structure("a list of texts is needed here, and an item is " + item.what());
    }
    return text.isNull() ? NotSet.item() : lookup.fill(text, around, report, open);
  }
}
