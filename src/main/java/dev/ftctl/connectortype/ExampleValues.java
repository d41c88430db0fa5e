package dev.ftctl.connectortype;

import dev.ftctl.catalog.FieldType;
import dev.ftctl.connectortype.TypeField.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Made-up values for the fields of a service: by `example-values.tsv`, else by their type.
final class ExampleValues {

  private static final Pattern TRIAL =
      Pattern.compile("(?i).*(sandbox|test|stag|demo|uat|trial|integration|indo).*|");
  private static final Set<String> USUAL = Set.of("Directly", "csv", "infer", "DIRECT_CAPTURE");

  private final ConnectorType type;
  private final Ways ways;

  ExampleValues(ConnectorType type, Ways ways) {
    this.type = type;
    this.ways = ways;
  }

  /// As YAML text; of a list its one item.
  String of(TypeField field) {
    if (field.is(Mark.SECRET)) {
      return FieldLines.secret(type, field);
    }
    if (!field.members().isEmpty()) {
      return FieldLines.quoted(member(field));
    }
    if (field.is(Mark.NAMING)) {
      return FieldLines.quoted(named(field));
    }
    return switch (field.type()) {
      case BOOLEAN -> "false";
      case INTEGER, NUMBER, INTEGER_LIST -> told(field).orElse("1");
      case TEXT, ENUM, TEXT_LIST -> FieldLines.quoted(told(field).orElseGet(() -> words(field)));
      case OBJECT, FREE -> "{}";
      case OBJECT_LIST -> "[]";
    };
  }

  private String member(TypeField field) {
    return ways.member(field)
        .or(() -> field.members().stream().filter(USUAL::contains).findFirst())
        .or(() -> field.members().stream().filter(one -> !TRIAL.matcher(one).matches()).findFirst())
        .orElse(field.members().getFirst());
  }

  /// The first key is all the name where there is but one.
  private String named(TypeField field) {
    String service = type.service().replaceAll("^([0-9])", "s_$1");
    return field.name().startsWith("schema") ? service : told(field).orElse("files");
  }

  private Optional<String> told(TypeField field) {
    return Told.ROWS.stream()
        .filter(row -> row.isFor(type.service(), field))
        .map(Told::value)
        .findFirst();
  }

  private static String words(TypeField field) {
    return "example-" + field.name().replace('_', '-');
  }

  /// A line of the table.
  private record Told(Pattern service, Pattern field, String value) {
    static final List<Told> ROWS =
        Table.rows("example-values.tsv").stream()
            .map(row ->
                new Told(Pattern.compile(row.get(0)), Pattern.compile(row.get(1)), row.get(2)))
            .toList();

    boolean isFor(String name, TypeField of) {
      boolean isNumber =
          of.type() == FieldType.INTEGER
              || of.type() == FieldType.NUMBER
              || of.type() == FieldType.INTEGER_LIST;
      return service.matcher(name).matches()
          && field.matcher(of.name()).matches()
          && (!isNumber || value.matches("[0-9]+"));
    }
  }
}
