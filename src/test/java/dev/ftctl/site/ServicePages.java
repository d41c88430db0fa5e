package dev.ftctl.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.Example;
import dev.ftctl.connectortype.TypeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page for each service of the catalogue, in Markdown: what it takes, and an example.
public final class ServicePages {

  public static final String FOLDER = "services/";
  private static final Set<String> TOLD = Set.of("name", "type", "enum", "fields");
  private static final int MOST_MEMBERS = 12;

  private ServicePages() {}

  /// One service, as connector or as destination.
  public record Service(ConnectorType type) {
    public String path() {
      return FOLDER + (type.isDestination() ? "destinations/" : "connectors/") + type.service();
    }

    String name() {
      return type.service();
    }
  }

  public static List<Service> all() {
    Catalog catalog = Catalog.bundled();
    return Stream.concat(
            catalog.connectionServices().stream()
                .map(name -> ConnectorType.find(catalog, name, false)),
            catalog.destinationServices().stream()
                .map(name -> ConnectorType.find(catalog, name, true)))
        .map(type -> new Service(type.orElseThrow()))
        .toList();
  }

  static Page index(List<Service> services) {
    var text = new StringBuilder("# Services\n\n");
    text.append(
        """
        What each service of Fivetran takes, and an example that validates as it is; all of it is made from ftctl's
        [catalogue](../docs/reference/catalog.md) of %s. On your machine: `ftctl connector-type show SERVICE` and
        `ftctl connector-type scaffold --example SERVICE`.

        """
            .formatted(Catalog.date()));
    for (boolean isDestination : List.of(true, false)) {
      List<Service> some =
          services.stream().filter(one -> one.type().isDestination() == isDestination).toList();
      text.append(
          "## %s (%d)%n%n".formatted(isDestination ? "Destinations" : "Connectors", some.size()));
      some.stream()
          .collect(
              Collectors.groupingBy(
                  one -> one.name().substring(0, 1), java.util.TreeMap::new, Collectors.toList()))
          .forEach((letter, those) ->
              text.append(
                  those.stream()
                      .map(one ->
                          "[%s](%s.md)"
                              .formatted(one.name(), one.path().substring(FOLDER.length())))
                      .collect(Collectors.joining(" · ", "**" + letter + "** ", "\n\n"))));
    }
    return new Page(FOLDER + "README.md", text.toString());
  }

  static Page page(Service service) {
    ConnectorType type = service.type();
    JsonNode report = TypeReport.json(type);
    String flag = type.isDestination() ? " --destination" : "";
    var text = new StringBuilder();
    text.append(
        "# %s%n%n%s of the service `%s`. [All services](../README.md)%n%n"
            .formatted(
                type.service(),
                type.isDestination() ? "A destination" : "A connector",
                type.service()));
    if (!type.naming().isEmpty()) {
      text.append(
          "A connection is named by %s; that can't be changed later.%n%n"
              .formatted(
                  type.naming().stream()
                      .map(key -> "`config." + key + "`")
                      .collect(Collectors.joining(" and "))));
    }
    text.append(
        "## Example%n%n```yaml%n%s```%n%n".formatted(Example.of(type))
            + "```sh%nftctl connector-type scaffold%s --example %s > %s.yaml%nftctl validate %s.yaml%n```%n%n"
                .formatted(flag, type.service(), type.service(), type.service()));
    table(text, "config", report.path("config"));
    table(text, "auth", report.path("auth"));
    return new Page(service.path() + ".md", text.toString());
  }

  private static void table(StringBuilder text, String block, JsonNode fields) {
    if (!fields.isEmpty()) {
      text.append("## %s%n%n| field | type | |%n|---|---|---|%n".formatted(block));
      rows(text, "", fields);
      text.append('\n');
    }
  }

  private static void rows(StringBuilder text, String before, JsonNode fields) {
    for (JsonNode field : fields) {
      String name = before + field.path("name").asText();
      text.append(
          "| `%s` | %s | %s |%n"
              .formatted(name, field.path("type").asText().replace('_', ' '), notes(field)));
      rows(text, name + ".", field.path("fields"));
    }
  }

  private static String notes(JsonNode field) {
    var notes = new ArrayList<String>();
    field
        .fieldNames()
        .forEachRemaining(name -> {
          if (!TOLD.contains(name)) {
            notes.add(name.replace('_', '-'));
          }
        });
    List<String> members = new ArrayList<>();
    field.path("enum").forEach(member -> members.add("`" + member.asText() + "`"));
    if (!members.isEmpty()) {
      int shown = Math.min(MOST_MEMBERS, members.size());
      String more = shown < members.size() ? ", … (" + members.size() + ")" : "";
      notes.add(String.join(", ", members.subList(0, shown)) + more);
    }
    return String.join("; ", notes);
  }
}
