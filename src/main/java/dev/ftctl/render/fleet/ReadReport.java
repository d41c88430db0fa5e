package dev.ftctl.render.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A report as it was read from a file.
///
/// @param name of the file
/// @param sections of the accounts that have one, by environment
/// @param reports of what was done, by environment
public record ReadReport(
    String name, FleetReport report, Map<String, String> sections, Map<String, JsonNode> reports) {

  private static final JsonMapper JSON = new JsonMapper();

  /// It stands in headings as it is.
  private static final Pattern COMMAND = Pattern.compile("[a-z]{1,20}");

  /// @throws RefusedException when it is none that ftctl wrote
  public static ReadReport of(String name, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (!json.path("format").asText().equals(FleetJson.FORMAT)) {
        throw none(name, "it is no report of a fleet");
      }
      if (!COMMAND.matcher(json.path("command").asText()).matches()) {
        throw none(name, "it was changed");
      }
      var rows = new ArrayList<FleetRow>();
      var sections = new LinkedHashMap<String, String>();
      var reports = new LinkedHashMap<String, JsonNode>();
      for (JsonNode account : json.path("accounts")) {
        FleetRow row = row(account);
        rows.add(row);
        if (account.has("section")) {
          sections.put(row.environment(), account.path("section").asText());
        }
        if (account.has("report")) {
          reports.put(row.environment(), account.path("report"));
        }
      }
      List<String> environments =
          json.path("environments").valueStream().map(JsonNode::asText).toList();
      var report =
          new FleetReport(
              json.path("command").asText(),
              shard(json.path("shard")),
              environments,
              rows,
              List.of(),
              json.path("exit_code").asInt());
      return new ReadReport(name, report, sections, reports);
    } catch (JsonProcessingException | IllegalArgumentException damaged) {
      throw none(name, "it is cut off, or was changed");
    }
  }

  private static FleetRow row(JsonNode account) {
    return new FleetRow(
        account.path("environment").asText(),
        account.path("account").asText(),
        account.path("exit_code").asInt(),
        FleetRow.End.valueOf(account.path("end").asText().toUpperCase(Locale.ROOT)),
        account.path("has_changes").asBoolean(),
        account.path("has_writes").asBoolean(),
        account.path("summary").asText());
  }

  private static Optional<Shard> shard(JsonNode json) {
    return Stream.of(json)
        .filter(JsonNode::isObject)
        .map(shard -> new Shard(shard.path("index").asInt(), shard.path("of").asInt()))
        .findFirst();
  }

  /// Those of its environments that it has to tell of and does not.
  List<String> untold() {
    List<String> told = report.rows().stream().map(FleetRow::environment).toList();
    return report.environments().stream()
        .filter(name -> report.shard().isEmpty() || report.shard().get().takes(name))
        .filter(name -> !told.contains(name))
        .toList();
  }

  static RefusedException none(String name, String why) {
    return new RefusedException(
        Refusal.INVALID,
        "the report " + name + " can't be taken: " + why,
        "Give what ftctl fleet COMMAND --report FILE wrote.");
  }
}
