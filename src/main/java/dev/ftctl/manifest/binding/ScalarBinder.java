package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.ForeignTexts;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.value.Mark;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.util.Optional;

/// Binds scalars: fills references in and converts the text to the field's type.
final class ScalarBinder {

  private final ExpansionContext reading;
  private final InstanceContext around;
  private final Report report;
  private final SecretBinder secrets;

  ScalarBinder(ExpansionContext reading, InstanceContext around, Report report) {
    this.reading = reading;
    this.around = around;
    this.report = report;
    this.secrets = new SecretBinder(reading, around, report);
  }

  /// @param shape of the field, or of an item of it
  Optional<Value> bind(Field field, Shape.Scalar shape, Node node) {
    return bind(field, shape, node, shape instanceof Shape.TextShape && !isNeeded(field));
  }

  /// An item of a list, which is set or left out.
  Optional<Value> item(Field field, Shape.Scalar shape, Node node) {
    return bind(field, shape, node, false);
  }

  private static boolean isNeeded(Field field) {
    return field.is(Trait.REQUIRED) || field.is(Trait.IDENTITY) || field.is(Trait.LOCAL);
  }

  /// @param mayBeEmpty whether what is not set is an empty text
  private Optional<Value> bind(Field field, Shape.Scalar shape, Node node, boolean mayBeEmpty) {
    if (node instanceof Node.Refused) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      report.error(
          node.place(),
          "wrong-type",
          "'" + field.name() + "' takes " + Types.wanted(shape) + ", not " + node.what(),
          "");
      return Optional.empty();
    }
    if (field.is(Trait.SECRET)) {
      return secrets.bind(field, scalar);
    }
    if (isRefused(field, shape, scalar)) {
      return Optional.empty();
    }
    if (holdsSecret(scalar)) {
      return secret(field, shape, scalar);
    }
    Filled text = reading.lookup().fill(scalar, around, report);
    return known(scalar, mayBeEmpty ? text.orEmpty() : text)
        .flatMap(filled ->
            isMask(filled)
                ? SecretBinder.masked(field, scalar, filled, report)
                : new Types(field, shape, scalar, filled, report).convert());
  }

  /// Whether a foreign text stands where it may not, which is reported then.
  private boolean isRefused(Field field, Shape.Scalar shape, Node.Scalar scalar) {
    boolean isName = field.is(Trait.NAMES) || field.shape() instanceof Shape.Tree || isOurs(shape);
    return isMarked(scalar)
        && isRefused("'" + field.name() + "'", !isName || !isText(shape), scalar);
  }

  /// The same of what is no field: a name in a reference.
  ///
  /// @param isFree whether any text that no call has altered may stand there
  boolean isRefused(String what, boolean isFree, Node.Scalar scalar) {
    if (!isMarked(scalar)) {
      return false;
    }
    Mark mark = reading.lookup().fill(scalar, around, Report.muted()).mark();
    var wrong =
        isFree ? ForeignTexts.refusalOfAltered(mark, what) : ForeignTexts.refusal(mark, what);
    wrong.ifPresent(
        missing -> report.error(scalar.place(), missing.rule(), missing.message(), missing.fix()));
    return wrong.isPresent();
  }

  private static boolean isMarked(Node.Scalar scalar) {
    return scalar.mark().isForeign() || PartReader.hasReference(scalar);
  }

  /// Whether ftctl itself has to understand the text.
  private static boolean isOurs(Shape.Scalar shape) {
    return shape instanceof Shape.RoleName || shape instanceof Shape.OneOf few && !few.isOpen();
  }

  private static boolean isText(Shape.Scalar shape) {
    return switch (shape) {
      case Shape.IntegerShape integer -> false;
      case Shape.NumberShape number -> false;
      case Shape.BooleanShape bool -> false;
      case Shape.OneOfNumbers few -> false;
      case Shape.TextShape text -> true;
      case Shape.RoleName role -> true;
      case Shape.OneOf few -> true;
    };
  }

  /// Whether a text comes from a secret source, and so is a secret in whatever field it stands.
  private boolean holdsSecret(Node.Scalar scalar) {
    return PartReader.hasReference(scalar)
        && reading.lookup().fill(scalar, around, Report.muted()).sources().stream()
            .anyMatch(source -> source.startsWith(SecretStore.SOURCE));
  }

  private Optional<Value> secret(Field field, Shape.Scalar shape, Node.Scalar scalar) {
    if (isText(shape) && !field.is(Trait.IDENTITY)) {
      return secrets.bind(field, scalar);
    }
    report.error(
        scalar.place(),
        SecretStore.PENDING,
        "'"
            + field.name()
            + "' can't come from a secret: "
            + (isText(shape) ? "it tells resources apart" : "it takes " + Types.wanted(shape)),
        "write it, or use ${var:…}");
    return Optional.empty();
  }

  /// A scalar whose field declares no type.
  Optional<Value> free(Field field, Node.Scalar scalar) {
    if (field.is(Trait.SECRET) && !scalar.isNull()) {
      return secrets.bind(field, scalar);
    }
    if (isRefused(field, new Shape.TextShape(), scalar)) {
      return Optional.empty();
    }
    if (holdsSecret(scalar)) {
      return secrets.bind(field, scalar);
    }
    return text(scalar)
        .flatMap(filled ->
            isMask(filled)
                ? SecretBinder.masked(field, scalar, filled, report)
                : Optional.of(
                    Core.value(
                        filled.text(),
                        filled.isPlain(),
                        new Origin(scalar.place(), filled.mark()))));
  }

  /// The text of a scalar, or empty when a reference leads nowhere, which is reported then.
  Optional<Filled> text(Node.Scalar scalar) {
    return known(scalar, reading.lookup().fill(scalar, around, report));
  }

  /// Whether a structure is looked for where a reference is not set, which is reported then.
  boolean isNotSet(Node node) {
    return node instanceof Node.Scalar scalar
        && PartReader.hasReference(scalar)
        && reading.lookup().fill(scalar, around, Report.muted()).isNotSet()
        && text(scalar).isEmpty();
  }

  private Optional<Filled> known(Node.Scalar scalar, Filled filled) {
    if (filled.isKnown()) {
      return Optional.of(filled);
    }
    filled.missing().stream()
        .filter(missing -> !missing.isReported())
        .forEach(missing ->
            report.error(scalar.place(), missing.rule(), missing.message(), missing.fix()));
    return Optional.empty();
  }

  /// One asterisk alone may be a delimiter or a pattern where no secret stands.
  private static boolean isMask(Filled filled) {
    return filled.text().length() > 1 && Mask.is(filled.text());
  }
}
