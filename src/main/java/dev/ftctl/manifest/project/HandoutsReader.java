package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `handouts:` of the project file: the sinks by their names, and the reserve.
///
/// @param environments how many the project has: one file for all of them would be one file for
///   several objects
record HandoutsReader(PlainReader plain, int environments) {

  private static final String KEY = "handouts";
  private static final String RESERVE = "reserve";
  private static final String RULE = "handout-sink";
  private static final String SAYS_NOT = " says not where to";
  private static final String FORM =
      "write {file: \"/secure/${slug}.${name}.json\"} or {exec: [bin/put-secret]}";
  private static final List<String> FORMS = List.of("file", "exec");
  private static final String NAME = "${name}";
  private static final String SLUG = "${slug}";
  private static final Pattern OWN = Pattern.compile("\\$\\{(name|slug)}");

  HandoutSinks read(Node.Mapping file) {
    var sinks = new LinkedHashMap<String, HandoutSinks.Sink>();
    var refused = new HashSet<String>();
    Optional<Node.Mapping> written =
        file.get(KEY).flatMap(node -> plain.mapping(node, "'" + KEY + "'"));
    written.ifPresent(mapping ->
        mapping
            .without(RESERVE)
            .entries()
            .forEach((name, entry) ->
                sink(name, entry)
                    .ifPresentOrElse(
                        form -> sinks.put(name, new HandoutSinks.Sink(form, entry.keyPlace())),
                        () -> refused.add(name))));
    String reserve =
        written
            .flatMap(mapping -> mapping.get(RESERVE))
            .flatMap(node -> plain.text(node, "'" + RESERVE + "'"))
            .orElse("");
    return new HandoutSinks(sinks, refused, reserve);
  }

  private Optional<HandoutSinks.Form> sink(String name, Node.Entry entry) {
    String what = "the sink '" + Types.excerpt(name) + "'";
    if (entry.value() instanceof Node.Scalar) {
      return wrong(entry.value().place(), what + SAYS_NOT, FORM);
    }
    Optional<Node.Mapping> written = plain.mapping(entry.value(), what);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    plain.checkKeys(written.get(), what, FORMS);
    List<String> forms =
        FORMS.stream().filter(form -> written.get().get(form).isPresent()).toList();
    if (forms.isEmpty() && !written.get().entries().isEmpty()) {
      // What it says instead is told already.
      return Optional.empty();
    }
    if (forms.size() != 1) {
      return wrong(
          entry.keyPlace(), what + (forms.isEmpty() ? SAYS_NOT : " is a file and a command"), FORM);
    }
    Node node = written.get().get(forms.getFirst()).orElseThrow();
    return forms.getFirst().equals("exec") ? command(what, node) : path(what, node);
  }

  private Optional<HandoutSinks.Form> command(String what, Node node) {
    List<String> words = plain.texts(node, "'exec'");
    if (words.isEmpty()
        || words.getFirst().isBlank()
        || words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      return wrong(node.place(), what + " names no program", "write exec: [bin/put-secret]");
    }
    return Optional.of(new HandoutSinks.Form.OfCommand(words));
  }

  /// Its own references are those of the object, which is not known yet.
  private Optional<HandoutSinks.Form> path(String what, Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull() || scalar.text().isBlank()) {
      return plain.wrong(node, "'file'", "a text", "");
    }
    String text = scalar.text();
    if (!text.contains(NAME) || !text.contains(SLUG)) {
      return wrong(
          node.place(),
          what + " would take the secrets of several objects",
          "write ${slug} and ${name} into its file: /secure/${slug}.${name}.json");
    }
    if (environments > 1 && !OWN.matcher(text).replaceAll("").contains("${")) {
      return wrong(
          node.place(),
          what + " is the same file in every environment",
          "write a variable into it that differs: /secure/${var:stage}/${slug}.${name}.json");
    }
    var escaped =
        new Node.Scalar(
            OWN.matcher(text).replaceAll("\\$\\${$1}"), scalar.isPlain(), scalar.place());
    return plain.text(escaped, "'file'").map(HandoutSinks.Form.OfFile::new);
  }

  private <T> Optional<T> wrong(SourceLocation place, String message, String fix) {
    plain.report().error(place, RULE, message, fix);
    return Optional.empty();
  }
}
