package dev.ftctl.manifest.expression;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Converts the text of one scalar to the type of its field. Text of the environment or of a file
/// never shows in a message.
public record Types(
    Field field, Shape.Scalar shape, Node.Scalar scalar, Filled filled, Report report) {

  /// What stands between the digits of a long number: `1_440`, `1 440`.
  private static final Pattern GROUPING = Pattern.compile("(?<=\\d)[_ ](?=\\d{3}(\\D|$))");

  private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off", "y", "n");

  /// What a field takes, for messages.
  public static String wanted(Shape shape) {
    return switch (shape) {
      case Shape.TextShape text -> "a text";
      case Shape.RoleName role -> "the name of a role";
      case Shape.IntegerShape integer -> "a whole number";
      case Shape.NumberShape number -> "a number";
      case Shape.BooleanShape bool -> "true or false";
      case Shape.OneOf few -> "one of " + Near.list(few.members());
      case Shape.OneOfNumbers few ->
          "one of " + String.join(", ", few.members().stream().map(String::valueOf).toList());
      case Shape.SetOf set -> "a list";
      case Shape.Ref ref -> "the name of a " + ref.slug();
      case Shape.RoleMap roles -> "a mapping of names to roles";
      case Shape.Nested nested -> "a mapping";
      case Shape.ItemsOf items -> "a list of mappings";
      case Shape.Hoisted hoisted -> "a mapping";
      case Shape.Tree tree -> "a value";
      case Shape.Free free -> "a value";
    };
  }

  public Optional<Value> convert() {
    return switch (shape) {
      case Shape.IntegerShape integer -> whole().or(this::wrong);
      case Shape.NumberShape number -> Core.number(filled.text()).map(this::number).or(this::wrong);
      case Shape.BooleanShape bool ->
          Core.bool(filled.text())
              .<Value>map(flag -> new Value.Bool(flag, origin()))
              .or(this::wrong);
      case Shape.OneOf few -> oneOf(few);
      case Shape.OneOfNumbers few -> oneOf(few.members());
      case Shape.TextShape text -> Optional.of(text());
      case Shape.RoleName role -> Optional.of(text());
    };
  }

  private Value text() {
    return new Value.Text(filled.text(), origin());
  }

  private Value number(BigDecimal number) {
    return new Value.Num(number, origin());
  }

  /// Without a point or an exponent however it is written: `1e3` is sent as `1000`.
  private Optional<Value> whole() {
    return whole(filled.text());
  }

  private Optional<Value> whole(String text) {
    return Core.number(text)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(number -> number(number.setScale(0)));
  }

  /// In the API's spelling. What an open enumeration lacks is kept as it stands;
  /// [dev.ftctl.kind.table.UnknownNames] tells of it.
  private Optional<Value> oneOf(Shape.OneOf few) {
    Optional<String> known = few.spelling().known(filled.text());
    if (known.isPresent()) {
      return known.map(member -> new Value.Text(member, origin()));
    }
    if (few.isOpen() && !filled.text().isBlank()) {
      return Optional.of(text());
    }
    Optional<String> near = few.spelling().near(filled.text());
    String message = "'" + field.name() + "' is " + shown() + ", which is none of its values";
    String fix =
        near.isEmpty() || isConfidential()
            ? "there are " + Near.list(few.members())
            : "did you mean '" + near.get() + "'?";
    report.error(scalar.place(), "unknown-value", message, fix);
    return Optional.empty();
  }

  private Optional<Value> oneOf(List<Integer> members) {
    Optional<Value> number = whole(GROUPING.matcher(filled.text().strip()).replaceAll(""));
    if (number.isEmpty()) {
      return wrong();
    }
    if (members.stream().anyMatch(member -> Value.number(member).equals(number.get()))) {
      return number;
    }
    String all = String.join(", ", members.stream().map(String::valueOf).toList());
    report.error(
        scalar.place(),
        "unknown-value",
        "'" + field.name() + "' is " + shown() + ", which Fivetran does not accept",
        "use one of " + all);
    return Optional.empty();
  }

  private Optional<Value> wrong() {
    String wanted = wanted(shape);
    if (isConfidential()) {
      report.error(
          scalar.place(),
          "wrong-type",
          "'"
              + field.name()
              + "' takes "
              + wanted
              + ", which the text of "
              + filled.source()
              + " is not",
          "");
      return Optional.empty();
    }
    String what = Core.what(filled.text(), filled.isPlain());
    report.error(
        scalar.place(),
        "wrong-type",
        "'" + field.name() + "' takes " + wanted + ", not " + what + " (" + shown() + ")",
        instead());
    return Optional.empty();
  }

  private String instead() {
    boolean isOldBoolean = OLD_BOOLEANS.contains(filled.text().toLowerCase(Locale.ROOT));
    if (shape instanceof Shape.BooleanShape) {
      return "write true or false"
          + (isOldBoolean ? ": in YAML 1.2 '" + filled.text() + "' is text" : "");
    }
    boolean isNumber = shape instanceof Shape.IntegerShape || shape instanceof Shape.NumberShape;
    return isNumber ? "write digits alone, without a unit" : "";
  }

  private boolean isConfidential() {
    return origin().printsAsSource();
  }

  private String shown() {
    String from = filled.source().startsWith("csv:") ? " of " + filled.source() : "";
    return isConfidential()
        ? "(" + filled.source() + ")"
        : "'" + excerpt(filled.text()) + "'" + from;
  }

  /// The beginning of a text, on one line, for messages.
  public static String excerpt(String text) {
    String start = text.substring(0, Math.min(60, text.length()));
    return start.replaceAll("\\p{Cntrl}", "?") + (text.length() > 60 ? "…" : "");
  }

  private Origin origin() {
    return new Origin(scalar.place(), filled.mark());
  }
}
