package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.policy.Policies;
import dev.ftctl.manifest.policy.Policy;
import dev.ftctl.manifest.policy.PolicyCompiler;
import dev.ftctl.manifest.policy.Subject;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `policies:` of the project file. Their texts are taken as they stand: `${…}` means nothing
/// in them.
record PoliciesReader(PlainReader plain, Report report, Sources sources, boolean isStrict) {

  private static final List<String> KEYS =
      List.of("name", "severity", "on", "when", "rule", "message");
  private static final Map<String, Severity> SEVERITIES =
      Map.of("warn", Severity.WARNING, "error", Severity.ERROR);
  private static final String OWNER = "a policy";

  Policies read(Node.Mapping file) {
    Optional<Node> written = file.get("policies");
    if (written.isEmpty()) {
      return Policies.NONE;
    }
    if (!(written.get() instanceof Node.Sequence list)) {
      plain.wrong(written.get(), "'policies'", "a list", "begin each policy with '- name:'");
      return Policies.NONE;
    }
    if (list.items().isEmpty()) {
      return Policies.NONE;
    }
    var compiler = new PolicyCompiler(sources, report.problems()::add);
    var names = new HashSet<String>();
    list.items().forEach(item -> policy(item, compiler, names));
    return compiler.policies();
  }

  private void policy(Node item, PolicyCompiler compiler, Set<String> names) {
    if (!(item instanceof Node.Mapping mapping)) {
      plain.wrong(item, OWNER, "a mapping", "begin it with '- name:'");
      return;
    }
    plain.checkKeys(mapping, OWNER, KEYS);
    Optional<Node.Scalar> name = required(mapping, "name").filter(this::isName);
    name.filter(found -> !names.add(found.text()))
        .ifPresent(twice ->
            report.error(
                twice.place(),
                "duplicate-name",
                "a second policy is called '" + twice.text() + "'",
                "give each its own name"));
    Optional<Node.Scalar> rule = required(mapping, "rule");
    Optional<Node.Scalar> message = required(mapping, "message");
    Optional<Subject> subject = subject(mapping);
    Optional<Severity> severity = severity(mapping);
    Optional<Node.Scalar> when = mapping.get("when").flatMap(node -> scalar(node, "when"));
    if (name.isEmpty()
        || rule.isEmpty()
        || message.isEmpty()
        || subject.isEmpty()
        || severity.isEmpty()) {
      return;
    }
    SourceLocation rulePlace = rule.get().place();
    compiler.add(
        new Policy(
            name.get().text(),
            severity.get(),
            subject.get(),
            when.map(Node.Scalar::text).orElse(""),
            rule.get().text(),
            message.get().text().strip(),
            rulePlace),
        when.map(Node.Scalar::place).orElse(rulePlace),
        rulePlace);
  }

  /// Names become rule ids of reports.
  private boolean isName(Node.Scalar name) {
    if (name.text().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      return true;
    }
    report.error(
        name.place(),
        "bad-name",
        "'" + Types.excerpt(name.text()) + "' is no name of a policy",
        "use letters, digits, '-', '_' and '.'");
    return false;
  }

  private Optional<Subject> subject(Node.Mapping mapping) {
    return word(mapping, "on", Subject.RESOURCE.word(), Subject.words()).flatMap(Subject::named);
  }

  private Optional<Severity> severity(Node.Mapping mapping) {
    return word(mapping, "severity", "error", List.of("warn", "error"))
        .map(word -> isStrict ? Severity.ERROR : SEVERITIES.getOrDefault(word, Severity.ERROR));
  }

  /// One of a few words; empty when it is another.
  private Optional<String> word(
      Node.Mapping mapping, String key, String usual, List<String> words) {
    if (mapping.get(key).isEmpty()) {
      return Optional.of(usual);
    }
    Optional<Node.Scalar> written = scalar(mapping.get(key).get(), key);
    Optional<String> known = written.map(Node.Scalar::text).filter(words::contains);
    if (known.isEmpty() && written.isPresent()) {
      String hint = Near.hint(written.get().text(), words);
      report.error(
          written.get().place(),
          "unknown-value",
          "'" + key + "' of a policy is '" + Types.excerpt(written.get().text()) + "'",
          hint.isEmpty() ? "there are " + Near.list(words) : hint);
    }
    return known;
  }

  private Optional<Node.Scalar> required(Node.Mapping mapping, String key) {
    if (mapping.get(key).isEmpty()) {
      report.error(
          mapping.place(), "missing-field", "a policy without '" + key + "'", "add '" + key + ":'");
      return Optional.empty();
    }
    return scalar(mapping.get(key).get(), key);
  }

  private Optional<Node.Scalar> scalar(Node node, String key) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    return plain.wrong(node, "'" + key + "' of a policy", "a text", "");
  }
}
