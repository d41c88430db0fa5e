package dev.ftctl.export;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files beside the manifests, as documents name them: relative to the file that they stand in.
///
/// @param paths relative to the project, as documents say them that have no place yet
public record Beside(Set<String> paths) {

  /// The field that names one.
  private static final String FILE = "file";

  /// The document as it stands in a manifest.
  ///
  /// @param manifest relative to the project
  public Document in(Document document, String manifest) {
    if (paths.isEmpty()) {
      return document;
    }
    String up = "../".repeat((int) manifest.chars().filter(letter -> letter == '/').count());
    Optional<Rows> rows = document.rows().map(all -> in(all, up));
    return new Document(
        document.kind(),
        document.address(),
        document.metadata(),
        in(document.spec(), up),
        document.comments(),
        rows);
  }

  private Value.Mapping in(Value.Mapping spec, String up) {
    Map<String, Value> said = new LinkedHashMap<>();
    spec.entries().forEach((key, value) -> said.put(key, in(key, value, up)));
    return Value.Mapping.of(said);
  }

  private Value in(String key, Value value, String up) {
    if (value instanceof Value.Mapping inside) {
      return in(inside, up);
    }
    return key.equals(FILE) && value instanceof Value.Text text && paths.contains(text.text())
        ? Value.text(up + text.text())
        : value;
  }

  private Rows in(Rows rows, String up) {
    return new Rows(
        rows.columns(),
        rows.rows().stream()
            .map(cells -> cells.stream().map(cell -> paths.contains(cell) ? up + cell : cell))
            .map(cells -> List.copyOf(cells.toList()))
            .toList());
  }
}
