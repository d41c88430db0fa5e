package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Group;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits a scalar into its literal pieces and its references.
public final class PartReader {

  private static final List<String> FORMS =
      List.of(
          "var:",
          "env:",
          "file:",
          "yaml:",
          "secret:",
          Group.SLUG,
          "group.label.",
          "each.",
          "unset");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]*");
  private static final String LABEL = "group.label.";
  private static final String EACH = "each.";
  private static final Pattern ENV_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final SourceLocation place;
  private final Report report;
  private final List<TextPart> parts = new ArrayList<>();

  private PartReader(SourceLocation place, Report report) {
    this.place = place;
    this.report = report;
  }

  public static boolean hasReference(Node.Scalar scalar) {
    return scalar.text().contains("${");
  }

  /// Whether a scalar says everything itself, or takes it from the environment.
  public static boolean isOfEnvironment(Node.Scalar scalar) {
    return scalar.mark().equals(Mark.NONE)
        && read(scalar, Report.muted()).stream()
            .allMatch(part -> part instanceof TextPart.Literal || part instanceof TextPart.Env);
  }

  /// How a text is written that stands for itself: each `${` as `$${`.
  public static String literal(String text) {
    return text.replace("${", "$${");
  }

  /// The pieces of a scalar that it says itself, between its references.
  public static List<String> literals(Node.Scalar scalar) {
    return read(scalar, Report.muted()).stream().flatMap(PartReader::literals).toList();
  }

  private static Stream<String> literals(TextPart part) {
    return switch (part) {
      case TextPart.Literal literal -> Stream.of(literal.text());
      case TextPart.Env env -> Stream.of(env.fallback());
      case TextPart.Call call -> call.arguments().stream().flatMap(PartReader::literals);
      case TextPart.Var variable -> Stream.of();
      case TextPart.FileText file -> Stream.of();
      case TextPart.FileTree file -> Stream.of();
      case TextPart.SecretName secret -> Stream.of();
      case TextPart.Group group -> Stream.of();
      case TextPart.GroupLabel label -> Stream.of();
      case TextPart.EachOf each -> Stream.of();
      case TextPart.Unset unset -> Stream.of();
      case TextPart.Broken broken -> Stream.of();
    };
  }

  static List<TextPart> read(Node.Scalar scalar, Report report) {
    if (!hasReference(scalar)) {
      return List.of(new TextPart.Literal(scalar.text()));
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
        flush(literal);
        at = inBraces(text, at + 2);
      } else {
        literal.append(text.charAt(at));
        at++;
      }
    }
    flush(literal);
    refuseAmongOthers();
  }

  /// Where the text goes on behind what stands in braces.
  private int inBraces(String text, int at) {
    if (CallReader.isCall(text, at)) {
      try {
        CallReader.Read call = CallReader.read(text, at, this::reference);
        parts.add(call.part());
        return call.end();
      } catch (CallReader.BrokenCall wrong) {
        parts.add(broken(String.valueOf(wrong.getMessage()), wrong.fix()));
        return text.length();
      }
    }
    int end = text.indexOf('}', at);
    if (end < 0) {
      parts.add(
          broken("'${' is never closed", "close it with '}', or write '$${' for the text itself"));
      return text.length();
    }
    parts.add(reference(text.substring(at, end)));
    return end + 1;
  }

  /// A structure, and `${unset}`, are the whole of a value.
  private void refuseAmongOthers() {
    if (parts.size() < 2) {
      return;
    }
    for (TextPart part : List.copyOf(parts)) {
      boolean isWhole =
          part instanceof TextPart.Unset
              || part instanceof TextPart.FileTree
              || part instanceof TextPart.Call(PureFunction function, var arguments)
                  && function.isList();
      if (isWhole) {
        parts.clear();
        parts.add(broken("a list, a structure or ${unset} can't stand inside a text", ""));
      }
    }
  }

  private void flush(StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new TextPart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private TextPart reference(String inner) {
    int colon = inner.indexOf(':');
    String form = colon < 0 ? inner : inner.substring(0, colon + 1);
    String rest = colon < 0 ? "" : inner.substring(colon + 1);
    if (inner.contains("${")) {
      return broken(
          "a reference stands inside a reference", "give it a name of its own under 'variables:'");
    }
    return switch (form) {
      case "var:" -> named(NAME, rest, "variable", new TextPart.Var(rest));
      case "env:" -> environment(rest);
      case "file:" -> file(rest, new TextPart.FileText(rest));
      case "yaml:" -> file(rest, new TextPart.FileTree(rest));
      case "secret:" -> named(SECRET_NAME, rest, "secret", new TextPart.SecretName(rest));
      case Group.SLUG -> new TextPart.Group();
      case "unset" -> new TextPart.Unset();
      default -> dotted(inner, form);
    };
  }

  private TextPart dotted(String inner, String form) {
    if (inner.startsWith(LABEL)) {
      String label = inner.substring(LABEL.length());
      return named(NAME, label, "label", new TextPart.GroupLabel(label));
    }
    if (inner.startsWith(EACH) && inner.length() > EACH.length()) {
      return new TextPart.EachOf(inner.substring(EACH.length()));
    }
    return unknown(inner, form);
  }

  private TextPart environment(String rest) {
    int dash = rest.indexOf(":-");
    String name = dash < 0 ? rest : rest.substring(0, dash);
    String fallback = dash < 0 ? "" : rest.substring(dash + 2);
    return named(
        ENV_NAME, name, "environment variable", new TextPart.Env(name, fallback, dash >= 0));
  }

  private TextPart file(String path, TextPart part) {
    return path.isBlank() || path.indexOf('\0') >= 0
        ? broken("the reference names no file", "write ${file:keys/db.pem}")
        : part;
  }

  private TextPart named(Pattern pattern, String name, String what, TextPart part) {
    return pattern.matcher(name).matches()
        ? part
        : broken(
            "'" + name + "' is no name of " + (what.startsWith("e") ? "an " : "a ") + what, "");
  }

  private TextPart unknown(String inner, String form) {
    String near = Near.of(form, FORMS).orElse("");
    return broken(
        "'${" + inner + "}' is no reference that ftctl knows",
        near.isEmpty()
            ? "there are ${var:…}, ${env:…}, ${file:…}, ${yaml:…}, ${secret:…}, ${each.…} and"
                + " ${group}; write '$${' for the text itself"
            : "did you mean '${"
                + near
                + (near.endsWith(":") || near.endsWith(".") ? "…" : "")
                + "}'?");
  }

  private TextPart broken(String message, String fix) {
    report.error(place, "bad-reference", message, fix);
    return new TextPart.Broken();
  }
}
