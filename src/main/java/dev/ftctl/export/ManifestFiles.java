package dev.ftctl.export;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The texts of files that hold documents.
public final class ManifestFiles {

  /// A tree of more lines goes into a file of its own.
  private static final int LONGEST_TREE = 40;

  /// What such a tree is called.
  private static final String TREE = "schemas";

  private static final String SCHEMA = ".schema" + Layout.YAML;

  private ManifestFiles() {}

  /// A document and the file that it goes to.
  ///
  /// @param path with slashes
  public record Placed(String path, Document document) {}

  /// The text of a document.
  ///
  /// @param data what stands in files of its own, by path
  private record Made(String path, String text, SequencedMap<String, String> data) {}

  /// Where a large tree of a document goes.
  public static String beside(String path) {
    return path.substring(0, path.length() - Layout.YAML.length()) + SCHEMA;
  }

  /// The files of documents by path, those of documents first; a large tree in one gets a file
  /// beside. Texts are made side by side.
  public static SequencedMap<String, String> of(List<Placed> documents) {
    var seen = new HashSet<String>();
    var names = new ArrayList<String>();
    for (Placed one : documents) {
      String beside = one.path().substring(0, one.path().length() - Layout.YAML.length());
      boolean isFirst = seen.add(one.path());
      names.add(isFirst ? beside : beside + "." + FileName.of(one.document().name()));
    }
    List<Made> made =
        IntStream.range(0, documents.size())
            .parallel()
            .mapToObj(place -> made(documents.get(place), names.get(place)))
            .toList();
    SequencedMap<String, List<String>> texts = new LinkedHashMap<>();
    SequencedMap<String, String> data = new LinkedHashMap<>();
    for (Made one : made) {
      texts.computeIfAbsent(one.path(), key -> new ArrayList<>()).add(one.text());
      data.putAll(one.data());
    }
    SequencedMap<String, String> all = new LinkedHashMap<>();
    texts.forEach((path, parts) -> all.put(path, String.join("---\n", parts)));
    all.putAll(data);
    return all;
  }

  private static Made made(Placed placed, String name) {
    SequencedMap<String, String> data = new LinkedHashMap<>();
    Document document = placed.document();
    Document rest = document.withSpec(outside(document.spec(), name, data));
    String csv = name + ".csv";
    document.rows().ifPresent(rows -> data.put(csv, rows.csv()));
    return new Made(placed.path(), Spoken.of(rest, csv.substring(csv.lastIndexOf('/') + 1)), data);
  }

  private static Value.Mapping outside(Value.Mapping spec, String name, Map<String, String> data) {
    Value.Mapping rest = spec;
    for (var entry : spec.entries().entrySet()) {
      if (entry.getValue() instanceof Value.Mapping inside) {
        rest = rest.with(entry.getKey(), outside(inside, name, data));
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

  /// All documents as one text, with nothing beside it.
  public static String stream(List<Document> documents) {
    return String.join("---\n", documents.stream().map(Spoken::of).toList());
  }
}
