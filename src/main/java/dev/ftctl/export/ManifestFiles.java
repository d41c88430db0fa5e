package dev.ftctl.export;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The texts of files that hold documents.
public final class ManifestFiles {

  /// A tree of more lines goes into a file of its own.
  private static final int LONGEST_TREE = 40;

  /// What such a tree is called.
  private static final String TREE = "schemas";

  private static final String SCHEMA = ".schema" + Layout.YAML;

  private final SequencedMap<String, List<String>> texts = new LinkedHashMap<>();
  private final SequencedMap<String, String> data = new LinkedHashMap<>();

  /// Where a large tree of a document goes.
  public static String beside(String path) {
    return path.substring(0, path.length() - Layout.YAML.length()) + SCHEMA;
  }

  /// Adds a document to a file; a large tree in it gets a file beside that one.
  ///
  /// @param path with slashes
  public void add(String path, Document document) {
    String beside = path.substring(0, path.length() - Layout.YAML.length());
    String name = texts.containsKey(path) ? beside + "." + FileName.of(document.name()) : beside;
    Document rest = document.withSpec(outside(document.spec(), name));
    String csv = name + ".csv";
    document.rows().ifPresent(rows -> data.put(csv, rows.csv()));
    texts
        .computeIfAbsent(path, key -> new ArrayList<>())
        .add(Spoken.of(rest, csv.substring(csv.lastIndexOf('/') + 1)));
  }

  private Value.Mapping outside(Value.Mapping spec, String name) {
    Value.Mapping rest = spec;
    for (var entry : spec.entries().entrySet()) {
      if (entry.getValue() instanceof Value.Mapping inside) {
        rest = rest.with(entry.getKey(), outside(inside, name));
      }
    }
    if (!(rest.get(TREE) instanceof Value.Mapping tree)) {
      return rest;
    }
    String text = ManifestText.of((Value.Mapping) Spoken.plain(tree));
    if (text.lines().count() <= LONGEST_TREE) {
      return rest;
    }
    String file = name + SCHEMA;
    data.put(file, text);
    return rest.with(TREE, Placeholder.of("yaml:" + file.substring(file.lastIndexOf('/') + 1)));
  }

  /// The files by path, those of documents first.
  public SequencedMap<String, String> all() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    texts.forEach((path, documents) -> all.put(path, String.join("---\n", documents)));
    all.putAll(data);
    return all;
  }

  /// All documents as one text, with nothing beside it.
  public static String stream(List<Document> documents) {
    return String.join("---\n", documents.stream().map(Spoken::of).toList());
  }
}
