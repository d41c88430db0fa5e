package dev.ftctl.export.copy;

import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a copy says what its original says. A document is not all that counts: an overlay, or
/// settings of one instance, may have a say in the original that the copy's document lacks.
///
/// @param but what the copy is meant to say otherwise
public record Likeness(List<FieldPath> but) {

  /// What tells the two apart in any case.
  private static final Set<String> APART = Set.of("group", "connector", "paused");

  public Likeness {
    but = List.copyOf(but);
  }

  /// The first field that differs; empty for none.
  public Optional<FieldPath> difference(Resource original, Resource copy) {
    return difference(FieldPath.ROOT, original.spec(), copy.spec());
  }

  private Optional<FieldPath> difference(FieldPath path, Value one, Value other) {
    boolean isMeant =
        but.stream().anyMatch(path::startsWith)
            || path.segments().size() == 1 && APART.contains(path.leaf());
    if (isMeant || one instanceof Value.Secret && other instanceof Value.Secret) {
      return Optional.empty();
    }
    if (one instanceof Value.Mapping left && other instanceof Value.Mapping right) {
      Set<String> keys = new LinkedHashSet<>(left.entries().keySet());
      keys.addAll(right.entries().keySet());
      return keys.stream()
          .flatMap(key -> difference(path.then(key), left.get(key), right.get(key)).stream())
          .findFirst();
    }
    return one.equals(other) ? Optional.empty() : Optional.of(path);
  }

  /// Paths of a document's fields that speak of the group that they are in.
  public static List<FieldPath> ofGroups(Value.Mapping spec) {
    return Texts.where(spec, text -> text.contains("${") && text.contains("group"));
  }
}
