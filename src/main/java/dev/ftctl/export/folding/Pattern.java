package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.export.Placeholder;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// One document as the pattern of others: what is to vary is a variable, whose value here stands in
/// a comment.
public final class Pattern {

  private static final String GROUP = "group";

  private Pattern() {}

  /// @param document of one instance
  /// @param varied names of fields: `group`, a field of the spec or of its `config`, or a path
  /// @param fanOut the field that lists the groups
  /// @throws RefusedException for a field that the document has not
  public static Document of(Document document, List<String> varied, String fanOut) {
    SequencedMap<FieldPath, Value> leaves = Leaves.of(document.spec());
    var values = new ArrayList<String>();
    for (String name : varied) {
      boolean isGroup = name.equals(GROUP) && !fanOut.isEmpty();
      FieldPath path = isGroup ? FieldPath.of(fanOut) : path(leaves, name);
      String variable = path.segments().size() > 1 ? path.leaf() : name;
      Value place = Placeholder.of("var:" + variable.replaceAll("[^A-Za-z0-9_]", "_"));
      Value before = leaves.getOrDefault(path, Value.ABSENT);
      leaves.put(path, isGroup ? Value.items(List.of(place)) : place);
      if (!Leaves.isHidden(before)) {
        values.add(variable + ": " + (isGroup ? document.group() : before.asText()));
      }
    }
    List<String> comments = new ArrayList<>(document.comments());
    if (!values.isEmpty()) {
      comments.add("Here " + String.join(", ", values) + ".");
    }
    comments.add("Give the variables by environment in ftctl.yaml, or by --var.");
    return new Document(
        document.kind(), document.address(), document.metadata(), Leaves.spec(leaves), comments);
  }

  private static FieldPath path(SequencedMap<FieldPath, Value> leaves, String name) {
    return leaves.keySet().stream()
        .filter(path -> path.toString().equals(name) || path.equals(FieldPath.of("config", name)))
        .findFirst()
        .orElseThrow(() -> {
          String hint = Near.hint(name, leaves.keySet().stream().map(FieldPath::leaf).toList());
          return new RefusedException(
              Refusal.USAGE,
              "--vary " + name + ": the document has no such field",
              hint.isEmpty() ? "Name a field of spec or config, or group." : hint);
        });
  }
}
