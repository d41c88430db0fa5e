package dev.ftctl.example;

import dev.ftctl.jsonschema.FieldTexts;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A document of a kind to start from: what most say with made-up values, what it means behind it,
/// and each further field as a comment. It validates as it stands, and the documents of all kinds
/// are one project.
public final class KindExample {

  private static final List<String> OF_EVERY_KIND =
      List.of("labels: {team: data}", "owners: [\"@acme/data\"]", "protect: true");

  private final KindDefinition kind;
  private final FieldTexts words = FieldTexts.bundled();
  private final Sketch sketch;
  private final Map<Integer, String> notes = new TreeMap<>();

  /// What has a note: of a list the first item alone.
  private final Set<String> noted = new HashSet<>();

  private final Map<Integer, List<String>> behind = new TreeMap<>();

  private KindExample(KindDefinition kind) {
    this.kind = kind;
    sketch = Sketch.of(kind.name());
  }

  /// The document as YAML text, each line ended.
  public static String of(KindDefinition kind) {
    var example = new KindExample(kind);
    example.metadata();
    example.spec();
    return String.join("\n", example.lines()) + "\n";
  }

  private void metadata() {
    Node.Mapping metadata = sketch.mapping("metadata");
    metadata.entries().forEach((name, entry) -> note(entry, words.text("metadata", name)));
    OF_EVERY_KIND.forEach(line ->
        aside(Sketch.lastLine(metadata), "  # ", line, words.text("metadata", nameOf(line))));
  }

  private void spec() {
    Node.Mapping spec = sketch.mapping("spec");
    FieldTable table = kind.fields(texts(spec));
    described(spec, table, kind.name());
    boolean isSaid = !spec.entries().isEmpty();
    int last = isSaid ? Sketch.lastLine(spec) : sketch.size();
    List<Field> further = further(spec, table);
    if (!further.isEmpty()) {
      lines(last).add(isSaid ? "" : "# spec:");
    }
    if (!further.isEmpty() && isSaid) {
      lines(last).add("  # Further fields");
    }
    further.forEach(field -> {
      String name = field.shortName().isEmpty() ? field.name() : field.shortName();
      String line = name + ": " + value(field);
      aside(last, isSaid ? "  # " : "#   ", line, noteOf(kind.name(), field.name(), table));
    });
  }

  /// The notes of what is said, at every depth that stands on lines of its own.
  private void described(Node.Mapping said, FieldTable table, String owner) {
    said.entries()
        .forEach((name, entry) -> {
          if (noted.add(owner + "." + name)) {
            note(entry, noteOf(owner, name, table));
          }
          table
              .meant(name)
              .flatMap(field -> MadeUp.inside(field.shape()))
              .ifPresent(inner ->
                  Sketch.mappings(entry.value())
                      .forEach(below -> described(below, inner, owner + "." + name)));
        });
  }

  private void note(Node.Entry entry, String note) {
    if (!note.isEmpty() && sketch.isFirst(entry.keyPlace())) {
      notes.put(entry.keyPlace().line(), note);
    }
  }

  /// The words, and the members of an enumeration where they don't name them.
  private String noteOf(String owner, String name, FieldTable table) {
    String text = words.text(owner, name);
    List<String> members =
        table.meant(name).map(field -> MadeUp.members(field.shape())).orElse(List.of());
    if (members.stream().allMatch(text::contains)) {
      return text;
    }
    return (text + " One of " + String.join(", ", members) + ".").strip();
  }

  /// What a manifest may say and this one doesn't.
  private List<Field> further(Node.Mapping spec, FieldTable table) {
    Set<String> said = spec.entries().keySet();
    return table.all().stream()
        .filter(field -> !field.is(Trait.READ_ONLY) && !field.name().equals("id"))
        .filter(field -> table.fanOut().isEmpty() || !field.name().equals("group"))
        .filter(field -> !said.contains(field.name()) && !said.contains(field.otherName()))
        .toList();
  }

  private String value(Field field) {
    return field.name().equals(kind.namedBy()) ? sketch.name() : MadeUp.of(field, kind.slug());
  }

  private void aside(int line, String start, String text, String note) {
    lines(line).addAll(Commented.of(start + text, start.replaceFirst(" +$", " "), note));
  }

  private List<String> lines(int line) {
    return behind.computeIfAbsent(line, unused -> new ArrayList<>());
  }

  private List<String> lines() {
    var lines = new ArrayList<>(sketch.head());
    if (sketch.asksForVariables()) {
      lines.add("# Set each ${env:NAME} before you apply.");
    }
    kind.handsOutOnce()
        .ifPresent(told -> {
          String sink = sketch.mapping("metadata").get("handout").map(Sketch::text).orElse("");
          lines.add("# What Fivetran tells once goes where ftctl.yaml says:");
          lines.add("#   handouts: {" + sink + ": {file: \"/secure/ftctl/${slug}.${name}.json\"}}");
        });
    for (int line = sketch.start(); line <= sketch.size(); line++) {
      String text = sketch.line(line);
      lines.addAll(Commented.of(text, Commented.indent(text) + "# ", notes.getOrDefault(line, "")));
      lines.addAll(behind.getOrDefault(line, List.of()));
    }
    return lines;
  }

  private static String nameOf(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  /// The texts of a spec that say which fields there are.
  private static Value.Mapping texts(Node.Mapping spec) {
    Value.Mapping texts = Value.Mapping.EMPTY;
    for (var entry : spec.entries().entrySet()) {
      if (entry.getValue().value() instanceof Node.Scalar scalar) {
        texts = texts.with(entry.getKey(), Value.text(scalar.text()));
      }
    }
    return texts;
  }
}
