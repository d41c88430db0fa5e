package dev.ftctl.manifest;

import dev.ftctl.model.Near;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Splits a scalar into its literal pieces and its references.
final class PartReader {

  private static final List<String> FORMS =
      List.of("var:", "env:", "file:", "group", "group.label.");
  private static final Set<String> LATER = Set.of("yaml", "secret", "each", "unset");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern ENV_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final SourceLocation place;
  private final Report report;
  private final List<Part> parts = new ArrayList<>();

  private PartReader(SourceLocation place, Report report) {
    this.place = place;
    this.report = report;
  }

  static boolean hasReference(Node.Scalar scalar) {
    return scalar.text().contains("${");
  }

  static List<Part> read(Node.Scalar scalar, Report report) {
    if (!hasReference(scalar)) {
      return List.of(new Part.Literal(scalar.text()));
    }
    var reader = new PartReader(scalar.place(), report);
    reader.split(scalar.text());
    return List.copyOf(reader.parts);
  }

  private void split(String text) {
    var literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        literal.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int end = text.indexOf('}', at);
        flush(literal);
        if (end < 0) {
          broken("'${' is never closed", "close it with '}', or write '$${' for the text itself");
          return;
        }
        reference(text.substring(at + 2, end));
        at = end + 1;
      } else {
        literal.append(text.charAt(at));
        at++;
      }
    }
    flush(literal);
  }

  private void flush(StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void reference(String inner) {
    int colon = inner.indexOf(':');
    String form = colon < 0 ? inner : inner.substring(0, colon);
    String rest = colon < 0 ? "" : inner.substring(colon + 1);
    if (inner.contains("${")) {
      broken(
          "a reference stands inside a reference", "give it a name of its own under 'variables:'");
    } else if (colon >= 0 && form.equals("var")) {
      named(NAME, rest, "variable", new Part.Var(rest));
    } else if (colon >= 0 && form.equals("env")) {
      environment(rest);
    } else if (colon >= 0 && form.equals("file")) {
      file(rest);
    } else if (inner.equals("group")) {
      parts.add(new Part.Group());
    } else if (inner.startsWith("group.label.")) {
      String label = inner.substring("group.label.".length());
      named(NAME, label, "label", new Part.GroupLabel(label));
    } else {
      unknown(inner, form);
    }
  }

  private void environment(String rest) {
    int dash = rest.indexOf(":-");
    String name = dash < 0 ? rest : rest.substring(0, dash);
    String fallback = dash < 0 ? "" : rest.substring(dash + 2);
    named(ENV_NAME, name, "environment variable", new Part.Env(name, fallback, dash >= 0));
  }

  private void file(String path) {
    if (path.isBlank() || path.indexOf('\0') >= 0) {
      broken("'${file:}' names no file", "write ${file:keys/db.pem}");
    } else {
      parts.add(new Part.FileText(path));
    }
  }

  private void named(Pattern pattern, String name, String what, Part part) {
    if (pattern.matcher(name).matches()) {
      parts.add(part);
    } else {
      broken("'" + name + "' is no name of " + (what.startsWith("e") ? "an " : "a ") + what, "");
    }
  }

  private void unknown(String inner, String form) {
    String first = form.contains(".") ? form.substring(0, form.indexOf('.')) : form;
    if (LATER.contains(first)) {
      broken("'${" + first + "…}' is not supported yet", "");
      return;
    }
    String near = Near.of(form + (inner.contains(":") ? ":" : ""), FORMS).orElse("");
    broken(
        "'${" + inner + "}' is no reference that ftctl knows",
        near.isEmpty()
            ? "there are ${var:…}, ${env:…}, ${file:…} and ${group}; write '$${' for the text"
                + " itself"
            : "did you mean '${"
                + near
                + (near.endsWith(":") || near.endsWith(".") ? "…" : "")
                + "}'?");
  }

  private void broken(String message, String fix) {
    report.error(place, "bad-reference", message, fix);
    parts.add(new Part.Broken());
  }
}
