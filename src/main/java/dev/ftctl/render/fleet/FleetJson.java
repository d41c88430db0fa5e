package dev.ftctl.render.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fleet as JSON (`schemas/fleet.schema.json`), in parts, so that no more than one account's has
/// to be held: the head, the accounts by name, the end.
public final class FleetJson {

  public static final String FORMAT = "ftctl-fleet/v1";

  private FleetJson() {}

  /// Up to the first account.
  ///
  /// @param environments all that were chosen, those of other shards too
  public static String head(String command, Optional<Shard> shard, List<String> environments) {
    ObjectNode head = Json.object();
    head.put("format", FORMAT).put("command", command);
    shard.ifPresent(one -> head.putObject("shard").put("index", one.index()).put("of", one.of()));
    head.set("environments", Json.texts(environments));
    return open(head) + ",\n  \"accounts\" : [";
  }

  /// @param isFirst whether it is the first account
  /// @param more what else is known of it, in the order of print; each a document of JSON
  public static String account(FleetRow row, boolean isFirst, List<Part> more) {
    ObjectNode json = Json.object();
    json.put("environment", row.environment())
        .put("account", row.account())
        .put("exit_code", row.exitCode())
        .put("end", row.end().name().toLowerCase(Locale.ROOT))
        .put("has_changes", row.hasChanges())
        .put("has_writes", row.hasWrites())
        .put("summary", row.line());
    var text = new StringBuilder(isFirst ? "\n" : ",\n").append(open(json));
    for (Part part : more) {
      text.append(",\n  \"").append(part.name()).append("\" : ").append(part.indented());
    }
    // No text of JSON holds a line end.
    return text.append("\n}").toString().replace("\n", "\n    ");
  }

  /// From the last account on.
  public static String end(FleetReport report) {
    ObjectNode end = Json.object();
    if (!report.missing().isEmpty()) {
      end.set("missing", Json.texts(report.missing().stream().map(Shard::toString).toList()));
    }
    end.put("summary", FleetWords.closing(report)).put("exit_code", report.exitCode());
    return (report.rows().isEmpty() ? "" : "\n  ")
        + "],\n"
        + Json.text(end).replaceFirst("^\\{\n", "");
  }

  /// Something more of an account.
  ///
  /// @param json a whole document
  public record Part(String name, String json) {

    /// No text of JSON holds a line end.
    String indented() {
      return json.strip().replace("\n", "\n  ");
    }

    /// A text, as JSON.
    public static Part text(String name, String text) {
      ObjectNode json = Json.object();
      json.put(name, text);
      return new Part(name, json.path(name).toString());
    }
  }

  private static String open(ObjectNode json) {
    return Json.text(json).replaceFirst("\\s*\\}\\s*$", "");
  }
}
