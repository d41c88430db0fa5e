package dev.ftctl.manifest;

import dev.ftctl.model.Near;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Fills references in. What is not there is told by the result and reported by who asked, since a
/// secret may be missing until it is sent; what is wrong however it is used (a cycle of variables)
/// is reported here.
final class Lookup {

  /// A text longer than this can only come from variables that repeat one another.
  private static final int LONGEST = 1024 * 1024;

  private final Variables variables;
  private final Map<String, String> environment;
  private final FileTexts files;
  private final Map<String, Filled> known = new HashMap<>();

  Lookup(Variables variables, Map<String, String> environment, FileTexts files) {
    this.variables = variables;
    this.environment = environment;
    this.files = files;
  }

  Variables variables() {
    return variables;
  }

  /// @param around the instance of a fan-out that the scalar is read for
  Filled fill(Node.Scalar scalar, Around around, Report report) {
    return fill(scalar, around, report, new LinkedHashSet<>());
  }

  private Filled fill(Node.Scalar scalar, Around around, Report report, SequencedSet<String> open) {
    List<Part> parts = PartReader.read(scalar, report);
    if (parts.size() == 1) {
      return one(parts.getFirst(), scalar, around, report, open);
    }
    var text = new StringBuilder();
    var sources = new LinkedHashSet<String>();
    var missing = new ArrayList<Filled.Missing>();
    for (Part part : parts) {
      Filled filled = one(part, scalar, around, report, open);
      text.append(filled.text());
      sources.addAll(filled.sources());
      missing.addAll(filled.missing());
      if (text.length() > LONGEST) {
        missing.add(
            new Filled.Missing(
                "too-long",
                "the text has more than 1 MB once its references are filled in",
                "",
                false));
        break;
      }
    }
    return new Filled(text.toString(), scalar.isPlain(), confidentialFirst(sources), missing);
  }

  /// So that what prints as its source is told by the first.
  private static List<String> confidentialFirst(SequencedSet<String> sources) {
    var sorted = new ArrayList<>(sources);
    sorted.sort(java.util.Comparator.comparing(source -> source.startsWith("var:")));
    return sorted;
  }

  private Filled one(
      Part part, Node.Scalar scalar, Around around, Report report, SequencedSet<String> open) {
    return switch (part) {
      case Part.Literal literal -> Filled.literal(literal.text(), scalar.isPlain());
      case Part.Var variable -> variable(variable.name(), scalar, around, report, open);
      case Part.Env env -> environment(env);
      case Part.FileText file -> files.text(scalar.place().file(), file.path());
      case Part.Group group -> around.group();
      case Part.GroupLabel label -> around.label(label.label());
      case Part.Broken broken ->
          Filled.missing(List.of(), new Filled.Missing("bad-reference", "", "", true));
    };
  }

  private Filled environment(Part.Env env) {
    String source = "env:" + env.name();
    String text = environment.get(env.name());
    if (text != null || env.hasFallback()) {
      return Filled.from(source, text == null ? env.fallback() : text, false);
    }
    String hint = Near.hint(env.name(), environment.keySet());
    return Filled.missing(
        List.of(source),
        new Filled.Missing(
            "unset-variable",
            "the environment variable " + env.name() + " is not set",
            hint.isEmpty() ? "set it, or give it a default: ${env:" + env.name() + ":-text}" : hint,
            false));
  }

  private Filled variable(
      String name, Node.Scalar use, Around around, Report report, SequencedSet<String> open) {
    if (!open.add(name)) {
      return cycle(name, use, report, open);
    }
    String key = name + "\n" + around.name();
    Filled filled = known.get(key);
    if (filled == null) {
      filled = define(name, around, report, open);
      known.put(key, filled);
    }
    open.remove(name);
    return filled;
  }

  private Filled define(String name, Around around, Report report, SequencedSet<String> open) {
    Node node = variables.find(name).orElse(null);
    if (node == null) {
      return Filled.missing(List.of("var:" + name), variables.undefined(name));
    }
    if (!(node instanceof Node.Scalar scalar)) {
      return Filled.missing(
          List.of("var:" + name),
          new Filled.Missing(
              "variable-type",
              "the variable '" + name + "' is " + node.what() + ", where a text is needed",
              "",
              false));
    }
    if (variables.isGiven(name)) {
      return Filled.from("var:" + name, scalar.text(), true);
    }
    Filled inner = fill(scalar, around, report, open);
    List<String> sources = inner.sources().isEmpty() ? List.of("var:" + name) : inner.sources();
    return new Filled(inner.text(), inner.isPlain(), sources, inner.missing());
  }

  private static Filled cycle(
      String name, Node.Scalar use, Report report, SequencedSet<String> open) {
    List<String> way = new ArrayList<>(open);
    way = new ArrayList<>(way.subList(way.indexOf(name), way.size()));
    way.add(name);
    report.error(
        use.place(),
        "variable-cycle",
        "variables refer to each other in a circle: " + String.join(" → ", way),
        "");
    return Filled.missing(
        List.of("var:" + name), new Filled.Missing("variable-cycle", "", "", true));
  }
}
