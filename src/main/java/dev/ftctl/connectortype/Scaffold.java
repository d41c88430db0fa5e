package dev.ftctl.connectortype;

import dev.ftctl.connectortype.TypeField.Mark;
import dev.ftctl.model.shown.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A manifest to start from. What looks required stands there with placeholders, `${var:…}`, which
/// validation refuses until they are filled or defined as variables; secrets come from the
/// environment; everything else is commented out.
public final class Scaffold {

  private static final int LONGEST_LIST = 12;

  private final ConnectorType type;
  private final List<String> lines = new ArrayList<>();

  private Scaffold(ConnectorType type) {
    this.type = type;
  }

  /// The manifest as YAML text, each line ended.
  public static String of(ConnectorType type) {
    var scaffold = new Scaffold(type);
    scaffold.write();
    return scaffold.lines.stream()
        .map(line -> Visible.text(line) + "\n")
        .collect(Collectors.joining());
  }

  private void write() {
    line(
        0,
        "# Fill in each ${var:NAME}, or define it as a variable; set each ${env:NAME} before you"
            + " apply.");
    line(0, "# Remove what your way to log in doesn't need, uncomment what you want to say.");
    line(0, "kind: " + (type.isDestination() ? "Destination" : "Connector"));
    line(0, "metadata:");
    line(1, "name: " + quoted(type.service()));
    line(0, "spec:");
    line(1, "service: " + quoted(type.service()));
    if (type.isDestination()) {
      line(1, "group: \"${var:group}\"");
      line(1, "region: GCP_US_EAST4  # where Fivetran processes the data");
      line(1, "time_zone_offset: \"0\"  # hours from UTC");
    } else {
      line(1, "groups: [\"${var:group}\"]");
      line(1, "paused: true  # false has it sync once it is set up");
      line(1, "# sync_frequency: 360  # minutes: 1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440");
    }
    line(1, "# trust_certificates: true  # approve whatever certificate the setup tests meet");
    line(1, "# trust_fingerprints: true  # approve whatever SSH key the setup tests meet");
    block("config", type.config(), "");
    block(
        "auth", type.auth(), "  # without it a person has to authorise the connection in Fivetran");
  }

  /// `config` with what looks required in it; all of `auth` is for those who have it.
  private void block(String name, List<TypeField> all, String note) {
    List<TypeField> fields =
        all.stream()
            .filter(field -> !field.is(Mark.READ_ONLY))
            .sorted(Comparator.comparing(field -> !isNeeded(field)))
            .toList();
    if (fields.isEmpty()) {
      return;
    }
    boolean isUsed = name.equals("config") && fields.stream().anyMatch(this::isNeeded);
    line(1, (isUsed ? "" : "# ") + name + ":" + note);
    for (TypeField field : fields) {
      boolean isActive = isUsed && isNeeded(field);
      String start = isActive || isUsed ? "    " : "  ";
      String mark = isActive ? "" : isUsed ? "# " : "#   ";
      entry(field).forEach(text -> lines.add(start + mark + text));
    }
  }

  /// Keys that name the connection in another way than usual are left to those who want them.
  private boolean isNeeded(TypeField field) {
    return field.looksRequired()
        && (!field.is(Mark.NAMING) || type.naming().contains(field.name()));
  }

  /// The lines of one field, not indented.
  private List<String> entry(TypeField field) {
    return switch (field.type()) {
      case OBJECT -> below(field, quoted(field.name()) + ":" + note(field), "  ", "  ");
      case OBJECT_LIST -> below(field, quoted(field.name()) + ":" + note(field), "  - ", "    ");
      case TEXT_LIST, INTEGER_LIST ->
          List.of(quoted(field.name()) + ": [" + value(field) + "]" + note(field));
      case TEXT, INTEGER, NUMBER, BOOLEAN, ENUM, FREE ->
          List.of(quoted(field.name()) + ": " + value(field) + note(field));
    };
  }

  private List<String> below(TypeField field, String head, String first, String rest) {
    List<TypeField> inside =
        field.fields().stream().filter(inner -> !inner.is(Mark.READ_ONLY)).toList();
    if (inside.isEmpty()) {
      return List.of(quoted(field.name()) + ": " + placeholder(field) + note(field));
    }
    var text = new ArrayList<String>();
    text.add(head);
    inside.stream()
        .flatMap(inner -> entry(inner).stream())
        .forEach(line -> text.add((text.size() == 1 ? first : rest) + line));
    return text;
  }

  private String value(TypeField field) {
    if (field.is(Mark.SECRET)) {
      return "\"${env:" + variable(field) + "}\"";
    }
    if (!field.members().isEmpty()) {
      return quoted(field.members().getFirst());
    }
    return switch (field.type()) {
      case BOOLEAN -> "false";
      case TEXT, INTEGER, NUMBER, ENUM, TEXT_LIST, INTEGER_LIST, OBJECT, OBJECT_LIST, FREE ->
          placeholder(field);
    };
  }

  private static String placeholder(TypeField field) {
    return "\"${var:" + field.name().replaceAll("[^A-Za-z0-9_]", "_") + "}\"";
  }

  private String variable(TypeField field) {
    return (type.service() + "_" + field.name())
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9_]", "_")
        .replaceFirst("^([0-9])", "_$1");
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

  /// Names such as `15five` and members such as `1` must stay texts.
  private static String quoted(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_]*")
            && !text.matches("(?i)true|false|null|yes|no|on|off")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(int depth, String text) {
    lines.add("  ".repeat(depth) + text);
  }
}
