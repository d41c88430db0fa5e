package dev.ftctl.accept;

import dev.ftctl.manifest.Speaker;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the text of a reference stands, when a value is nothing else: the reference stays, and its
/// source is changed.
record Expressions(ProjectPlaces project) {

  private static final Pattern EACH = Pattern.compile("\\$\\{\\s*each\\.([^}:()\\s]+)\\s*}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*var:\\s*([^}:()\\s]+)\\s*}");

  /// @param way from the top of its file's first document; empty for a value that begins at `place`
  record Source(SourceLocation place, List<String> way, boolean isCell, String where) {}

  List<Source> sources(String text, Speaker speaker) {
    Matcher each = EACH.matcher(text.strip());
    if (each.matches()) {
      return entry(each.group(1), speaker).stream().toList();
    }
    Matcher variable = VARIABLE.matcher(text.strip());
    return variable.matches() ? variable(variable.group(1)) : List.of();
  }

  private static Optional<Source> entry(String path, Speaker speaker) {
    String inner = path.startsWith("value.") ? path.substring("value.".length()) : path;
    return find(speaker.entry(), inner)
        .filter(node -> node instanceof Node.Scalar scalar && isLiteral(scalar, speaker.isRow()))
        .map(node ->
            new Source(
                node.place(),
                List.of(),
                speaker.isRow(),
                speaker.isRow() ? "row, column " + inner : "entry of for_each"));
  }

  private static boolean isLiteral(Node.Scalar scalar, boolean isRow) {
    return isRow || !EditedYaml.hasExpression(scalar.text());
  }

  private static Optional<Node> find(Node node, String path) {
    if (path.equals("value")) {
      return Optional.of(node);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<Node> whole = mapping.get(path);
    int dot = path.indexOf('.');
    return whole.isPresent() || dot < 0
        ? whole
        : mapping
            .get(path.substring(0, dot))
            .flatMap(inner -> find(inner, path.substring(dot + 1)));
  }

  /// That of the environment wins.
  private List<Source> variable(String name) {
    var sources = new ArrayList<Source>();
    if (!project.file().isEmpty()) {
      SourceLocation place = SourceLocation.of(project.file(), 1, 1);
      if (!project.environment().isEmpty()) {
        List<String> own =
            List.of(ProjectPlaces.ENVIRONMENTS, project.environment(), "variables", name);
        String where = "variable " + name + " of " + project.environment();
        sources.add(new Source(place, own, false, where));
        if (!project.own().isEmpty()) {
          SourceLocation ofItsOwn = SourceLocation.of(project.own(), 1, 1);
          sources.add(new Source(ofItsOwn, List.of("variables", name), false, where));
        }
      }
      sources.add(new Source(place, List.of("variables", name), false, "variable " + name));
    }
    return sources;
  }
}
