package dev.ftctl.connectortype;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.connectortype.TypeField.Mark;
import dev.ftctl.model.shown.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A manifest to read: one way to set a service up, with made-up values of the right form, that
/// validates as it stands. Fields and their types are the catalogue's; what else the service takes
/// is commented out, sorted by what it is for.
public final class Example {

  /// The group that examples load into, which a document of its own describes.
  public static final String GROUP = "warehouse";

  private final ConnectorType type;
  private final Ways ways;
  private final List<TypeField> shown;
  private final FieldLines fields;
  private final List<String> lines = new ArrayList<>();

  private Example(ConnectorType type) {
    this.type = type;
    ways = Ways.of(type);
    shown = ways.shown();
    var values = new ExampleValues(type, ways);
    fields = new FieldLines(values::of);
  }

  /// The manifest as YAML text, each line ended.
  public static String of(ConnectorType type) {
    var example = new Example(type);
    example.head();
    example.config();
    example.auth();
    return example.lines.stream()
        .map(line -> Visible.text(line) + "\n")
        .collect(Collectors.joining());
  }

  private void head() {
    String name = FieldLines.quoted(type.service());
    line("# Made from the catalogue of " + Catalog.date() + ": right in form, its values made up.");
    if (shown.stream().anyMatch(field -> field.is(Mark.SECRET))) {
      line("# Set each ${env:NAME} before you apply.");
    }
    line("kind: " + (type.isDestination() ? "Destination" : "Connector"));
    line("metadata:");
    line("  name: " + name);
    line("spec:");
    line("  service: " + name);
    if (type.isDestination()) {
      line("  group: " + GROUP + "  # described by a document of kind Group");
      line("  region: GCP_US_EAST4  # where Fivetran processes the data");
      line("  time_zone_offset: \"0\"  # hours from UTC");
    } else {
      line("  groups: [" + GROUP + "]  # one connection in each");
      line("  paused: true  # false has it sync once it is set up");
      line("  sync_frequency: 360  # minutes");
    }
  }

  private void config() {
    Map<String, List<TypeField>> asides = ways.asides();
    if (shown.isEmpty() && asides.isEmpty()) {
      return;
    }
    line(shown.isEmpty() ? "  # config:" : "  config:");
    shown.forEach(field -> add("    ", field));
    asides.forEach((title, hidden) -> {
      if (!shown.isEmpty()) {
        line("");
      }
      line((shown.isEmpty() ? "  #   # " : "    # ") + title);
      hidden.forEach(field -> add(shown.isEmpty() ? "  #   " : "    # ", field));
    });
  }

  private void auth() {
    if (type.auth().isEmpty()) {
      return;
    }
    line("");
    line(
        "  # A person authorises it in a browser; the link: ftctl connect connector/"
            + type.service());
    line("  # Who has tokens of an application of his own says them instead:");
    line("  # auth:");
    type.auth().stream()
        .filter(field -> !field.is(Mark.READ_ONLY))
        .forEach(field -> add("  #   ", field));
  }

  private void add(String before, TypeField field) {
    fields.of(field).forEach(text -> line(before + text));
  }

  private void line(String text) {
    lines.add(text);
  }
}
