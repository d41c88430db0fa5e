package dev.ftctl.connectortype;

import dev.ftctl.connectortype.TypeField.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The lines of YAML that say one field of a service, with what is inside it below, and behind it
/// what is known of it.
final class FieldLines {

  private static final int LONGEST_LIST = 12;

  private final Function<TypeField, String> values;

  /// @param values what stands behind a name, or as the one item of a list; as YAML text
  FieldLines(Function<TypeField, String> values) {
    this.values = values;
  }

  /// Not indented.
  List<String> of(TypeField field) {
    return switch (field.type()) {
      case OBJECT -> below(field, quoted(field.name()) + ":" + note(field), "  ", "  ");
      case OBJECT_LIST -> below(field, quoted(field.name()) + ":" + note(field), "  - ", "    ");
      case TEXT_LIST, INTEGER_LIST ->
          List.of(quoted(field.name()) + ": [" + values.apply(field) + "]" + note(field));
      case TEXT, INTEGER, NUMBER, BOOLEAN, ENUM, FREE ->
          List.of(quoted(field.name()) + ": " + values.apply(field) + note(field));
    };
  }

  private List<String> below(TypeField field, String head, String first, String rest) {
    List<TypeField> inside =
        field.fields().stream().filter(inner -> !inner.is(Mark.READ_ONLY)).toList();
    if (inside.isEmpty()) {
      return List.of(quoted(field.name()) + ": " + values.apply(field) + note(field));
    }
    var text = new ArrayList<String>();
    text.add(head);
    inside.stream()
        .flatMap(inner -> of(inner).stream())
        .forEach(line -> text.add((text.size() == 1 ? first : rest) + line));
    return text;
  }

  /// A reference to the variable of the environment that holds a secret of a service.
  static String secret(ConnectorType type, TypeField field) {
    String name =
        (type.service() + "_" + field.name())
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9_]", "_")
            .replaceFirst("^([0-9])", "_$1");
    return "\"${env:" + name + "}\"";
  }

  /// Names such as `15five` and members such as `1` must stay texts.
  static String quoted(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_]*")
            && !text.matches("(?i)true|false|null|yes|no|on|off")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String note(TypeField field) {
    List<String> notes =
        Stream.of(
                field.is(Mark.NAMING) ? "names the connection; permanent" : typeOf(field),
                field.is(Mark.REQUIRED) ? "required" : "",
                field.is(Mark.IMMUTABLE) && !field.is(Mark.NAMING) ? "can't be changed later" : "")
            .filter(text -> !text.isEmpty())
            .toList();
    return notes.isEmpty() ? "" : "  # " + String.join("; ", notes);
  }

  private static String typeOf(TypeField field) {
    if (field.members().size() > 1) {
      List<String> some =
          field.members().subList(0, Math.min(LONGEST_LIST, field.members().size()));
      String more = field.members().size() > LONGEST_LIST ? ", …" : "";
      return "one of " + String.join(", ", some) + more;
    }
    return switch (field.type()) {
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case TEXT_LIST -> "list of texts";
      case INTEGER_LIST -> "list of whole numbers";
      case TEXT, BOOLEAN, ENUM, OBJECT, OBJECT_LIST, FREE -> "";
    };
  }
}
