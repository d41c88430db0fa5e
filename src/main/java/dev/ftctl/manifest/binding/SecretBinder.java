package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.NotSet;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;

/// Binds secrets: the value knows where its text comes from, and the text is looked up again by
/// whoever sends it.
record SecretBinder(ExpansionContext reading, InstanceContext around, Report report) {

  private static final int SHORTEST = 6;

  Optional<Value> bind(Field field, Node.Scalar scalar) {
    Filled filled = reading.lookup().fill(scalar, around, report);
    List<Filled.Missing> wrong =
        filled.missing().stream().filter(missing -> !mayBeMissing(missing)).toList();
    wrong.stream()
        .filter(missing -> !missing.isReported())
        .forEach(missing ->
            report.error(scalar.place(), missing.rule(), missing.message(), missing.fix()));
    if (!wrong.isEmpty()) {
      return Optional.empty();
    }
    boolean isLiteral = !filled.mark().printsAsSource();
    // Whether a part is a mask, or masks something else, would tell what the part is.
    boolean isAltered = filled.mark().isAltered();
    boolean isMask = !isAltered && Mask.is(filled.text());
    if (isMask && isLiteral) {
      return masked(field, scalar, filled, report);
    }
    if (filled.isKnown() && !isMask && !isAltered) {
      reading.redaction().remember(filled.text());
    }
    if (isLiteral) {
      warnOfLiteral(field, scalar, filled);
    }
    if (!isMask && !isAltered) {
      warnOfShort(field, scalar, filled);
    }
    var source =
        new TextSource(
            reading,
            scalar,
            around,
            isLiteral && filled.sources().isEmpty() ? "literal" : filled.source(),
            field.name());
    return Optional.of(new Value.Secret(source, new Origin(scalar.place(), filled.mark())));
  }

  /// Sent back the mask would become the secret.
  static Optional<Value> masked(Field field, Node.Scalar scalar, Filled filled, Report report) {
    String from = filled.sources().isEmpty() ? "" : " from " + filled.source();
    report.error(
        scalar.place(),
        "masked-secret",
        "'" + field.name() + "'" + from + " is the mask that Fivetran shows in place of a secret",
        "write a reference such as ${env:NAME}, or leave it out");
    return Optional.empty();
  }

  /// A secret is resolved only by the run that sends it, so its variable or file need not be here.
  private static boolean mayBeMissing(Filled.Missing missing) {
    return missing.rule().equals("unset-variable")
        || missing.rule().equals("missing-file")
        || Outside.is(missing)
        || NotSet.isEmptySource(missing)
        || missing.rule().equals(SecretStore.PENDING);
  }

  private void warnOfShort(Field field, Node.Scalar scalar, Filled filled) {
    if (filled.isKnown() && filled.text().length() < SHORTEST && !filled.text().isEmpty()) {
      report.warning(
          scalar.place(),
          "short-secret",
          "the secret '"
              + field.name()
              + "' has fewer than "
              + SHORTEST
              + " characters, too few to mask it in output",
          "choose a longer one");
    }
  }

  private void warnOfLiteral(Field field, Node.Scalar scalar, Filled filled) {
    boolean isGiven =
        !filled.sources().isEmpty()
            && filled.sources().stream()
                .allMatch(source ->
                    source.startsWith("var:")
                        && reading.lookup().variables().isGiven(source.substring("var:".length())));
    if (!isGiven && !filled.text().isEmpty()) {
      String where = filled.sources().isEmpty() ? "" : " in " + filled.source();
      report.warning(
          scalar.place(),
          "literal-secret",
          "the secret '" + field.name() + "' is written literally" + where,
          "take it from the environment: ${env:NAME}");
    }
  }
}
