package dev.ftctl.connectortype;

import dev.ftctl.connectortype.TypeField.Mark;
import dev.ftctl.model.shown.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A manifest to start from. What looks required stands there with placeholders, `${var:…}`, which
/// validation refuses until they are filled or defined as variables; secrets come from the
/// environment; everything else is commented out.
public final class Scaffold {

  private final ConnectorType type;
  private final FieldLines fields = new FieldLines(this::value);
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
    line(1, "name: " + FieldLines.quoted(type.service()));
    line(0, "spec:");
    line(1, "service: " + FieldLines.quoted(type.service()));
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
    List<TypeField> known =
        all.stream()
            .filter(field -> !field.is(Mark.READ_ONLY))
            .sorted(Comparator.comparing(field -> !isNeeded(field)))
            .toList();
    if (known.isEmpty()) {
      return;
    }
    boolean isUsed = name.equals("config") && known.stream().anyMatch(this::isNeeded);
    line(1, (isUsed ? "" : "# ") + name + ":" + note);
    for (TypeField field : known) {
      boolean isActive = isUsed && isNeeded(field);
      String start = isActive || isUsed ? "    " : "  ";
      String mark = isActive ? "" : isUsed ? "# " : "#   ";
      fields.of(field).forEach(text -> lines.add(start + mark + text));
    }
  }

  /// Keys that name the connection in another way than usual are left to those who want them.
  private boolean isNeeded(TypeField field) {
    return field.looksRequired()
        && (!field.is(Mark.NAMING) || type.naming().contains(field.name()));
  }

  private String value(TypeField field) {
    if (field.is(Mark.SECRET)) {
      return FieldLines.secret(type, field);
    }
    if (!field.members().isEmpty()) {
      return FieldLines.quoted(field.members().getFirst());
    }
    return switch (field.type()) {
      case BOOLEAN -> "false";
      case TEXT, INTEGER, NUMBER, ENUM, TEXT_LIST, INTEGER_LIST, OBJECT, OBJECT_LIST, FREE ->
          "\"${var:" + field.name().replaceAll("[^A-Za-z0-9_]", "_") + "}\"";
    };
  }

  private void line(int depth, String text) {
    lines.add("  ".repeat(depth) + text);
  }
}
