package dev.ftctl.export;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import java.util.LinkedHashMap;
import java.util.Map;

/// The text of documents in the manifest language: references become names, placeholders
/// expressions, and what is literal stays so.
public final class Spoken {

  private Spoken() {}

  /// The document with its comments, without a marker, each line ended.
  public static String of(Document document) {
    return of(document, "");
  }

  /// @param csv the file of its rows, as it names it
  static String of(Document document, String csv) {
    var text = new StringBuilder();
    document.comments().forEach(line -> text.append("# ").append(line).append('\n'));
    return text.append(ManifestText.of(tree(document, csv))).toString();
  }

  /// The document as a tree of plain values.
  private static Value.Mapping tree(Document document, String csv) {
    Map<String, Value> whole = new LinkedHashMap<>();
    whole.put("kind", Value.text(document.kind()));
    if (document.rows().isPresent()) {
      whole.put("for_each", Value.Mapping.EMPTY.with("csv", Value.text(csv)));
    }
    Map<String, Value> metadata = new LinkedHashMap<>();
    metadata.put("name", literal(document.name()));
    document.metadata().entries().forEach((key, value) -> metadata.put(key, plain(value)));
    whole.put("metadata", Value.Mapping.of(metadata));
    if (!document.spec().entries().isEmpty()) {
      whole.put("spec", plain(document.spec()));
    }
    return Value.Mapping.of(whole);
  }

  /// The value with nothing in it but texts, numbers, booleans, lists and mappings.
  public static Value plain(Value value) {
    return switch (value) {
      case Value.Text text -> literal(text.text());
      case Value.Reference reference -> literal(reference(reference.target()));
      case Value.Secret secret -> Value.text("${" + secret.source().name() + "}");
      case Value.Items items -> Value.items(items.items().stream().map(Spoken::plain).toList());
      case Value.Mapping mapping -> {
        Map<String, Value> plain = new LinkedHashMap<>();
        mapping.entries().forEach((key, inside) -> plain.put(escaped(key), plain(inside)));
        yield Value.Mapping.of(plain);
      }
      case Value.Absent absent -> absent;
      case Value.Null nothing -> nothing;
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
    };
  }

  /// As a reference names it: `orders`, `orders@analytics`.
  public static String reference(Address target) {
    return target.instance().isEmpty() ? target.name() : target.name() + "@" + target.instance();
  }

  private static Value literal(String text) {
    return Value.text(escaped(text));
  }

  /// A literal text as manifests write it.
  public static String escaped(String text) {
    return text.replace("${", "$${");
  }
}
