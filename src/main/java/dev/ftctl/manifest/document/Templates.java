package dev.ftctl.manifest.document;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The documents of kind `Template`, which are merged under those that name them.
public final class Templates {

  static final String KIND = "Template";

  /// The field of a `spec` that names one.
  public static final String FIELD = "template";

  private static final int LONGEST_CHAIN = 16;

  /// @param place of its name
  record Template(String name, Node.Mapping spec, SourceLocation place) {}

  private final Map<String, Template> byName = new LinkedHashMap<>();

  void add(Template template, Report report) {
    Template earlier = byName.putIfAbsent(template.name(), template);
    if (earlier != null) {
      report.error(
          template.place(),
          "duplicate-name",
          "the name '"
              + template.name()
              + "' is taken by the Template in "
              + earlier.place().fileAndLine(),
          "rename or remove one of them");
    }
  }

  /// The specs to merge under a spec, the nearest first: a template may name another. One that is
  /// not there leaves a mark.
  ///
  /// @param plain reads names as the document that begins sees them
  /// @param isWhole whether every template could be read
  public List<Node.Mapping> under(Node.Mapping spec, PlainReader plain, boolean isWhole) {
    var chain = new ArrayList<Node.Mapping>();
    Optional<Node> next = spec.get(FIELD);
    while (next.isPresent()) {
      Node named = next.get();
      Optional<String> name = plain.text(named, "'" + FIELD + "'");
      Optional<Template> template = name.map(byName::get);
      if (template.isEmpty()) {
        if (name.isPresent() && isWhole) {
          refuse(name.get(), named, plain);
        }
        chain.add(Node.Mapping.empty(named.place()).torn("${" + FIELD + "}", named.place()));
        break;
      }
      if (chain.size() == LONGEST_CHAIN) {
        plain
            .report()
            .error(named.place(), "template-cycle", "templates name each other in a circle", "");
        break;
      }
      chain.add(template.get().spec().without(FIELD));
      next = template.get().spec().get(FIELD);
    }
    return chain;
  }

  /// `template feed`, of a spec that [#under] gave.
  public String called(Node.Mapping spec) {
    return byName.values().stream()
        .filter(template -> template.spec().place().equals(spec.place()))
        .map(template -> KIND.toLowerCase(Locale.ROOT) + " " + template.name())
        .findFirst()
        .orElse(KIND.toLowerCase(Locale.ROOT));
  }

  private void refuse(String unknown, Node named, PlainReader plain) {
    String hint = Near.hint(unknown, byName.keySet());
    plain
        .report()
        .error(
            named.place(),
            "unknown-template",
            "there is no template '" + unknown + "'",
            hint.isEmpty()
                ? byName.isEmpty() ? "" : "there are " + Near.list(byName.keySet())
                : hint);
  }
}
