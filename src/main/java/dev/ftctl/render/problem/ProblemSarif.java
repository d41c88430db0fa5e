package dev.ftctl.render.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.render.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.SequencedMap;

/// Problems as a SARIF 2.1.0 log of one run, as code-scanning services read it.
public final class ProblemSarif {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private ProblemSarif() {}

  public static String of(ProblemReport report) {
    List<String> ids = report.problems().stream().map(Problem::rule).distinct().sorted().toList();
    ObjectNode log = Json.object();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    run.putObject("tool").set("driver", driver(report.version(), ids));
    run.putArray("invocations")
        .addObject()
        .put("executionSuccessful", true)
        .put("exitCode", report.exitCode());
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    report.problems().forEach(problem -> results.add(result(problem, ids.indexOf(problem.rule()))));
    return Json.text(log);
  }

  private static ObjectNode driver(String version, List<String> ids) {
    ObjectNode driver = Json.object();
    driver.put("name", "ftctl").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    SequencedMap<String, Rules.Rule> known = Rules.all();
    for (String id : ids) {
      ObjectNode described = rules.addObject().put("id", id);
      Rules.Rule rule = known.get(id);
      if (rule != null) {
        described.putObject("shortDescription").put("text", rule.meaning());
        described.putObject("help").put("text", rule.mending());
      }
    }
    return driver;
  }

  private static ObjectNode result(Problem problem, int ruleIndex) {
    ObjectNode result = Json.object();
    result.put("ruleId", problem.rule()).put("ruleIndex", ruleIndex).put("level", level(problem));
    result.putObject("message").put("text", unlinked(ProblemReport.sentence(problem)));
    ObjectNode location = Json.object();
    if (problem.place().isKnown()) {
      location.set("physicalLocation", physical(problem.place()));
    }
    if (!problem.subject().isEmpty()) {
      location.putArray("logicalLocations").addObject().put("name", problem.subject());
    }
    if (!location.isEmpty()) {
      result.putArray("locations").add(location);
    }
    return result;
  }

  /// In a message `[words](place)` is a link; names must not make one.
  private static String unlinked(String text) {
    return text.replace("](", "] (");
  }

  private static String level(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private static ObjectNode physical(SourceLocation place) {
    ObjectNode physical = Json.object();
    physical.putObject("artifactLocation").put("uri", uri(place.file()));
    physical
        .putObject("region")
        .put("startLine", place.line())
        .put("startColumn", place.column())
        .put("endColumn", place.column() + place.width());
    return physical;
  }

  /// Relative to where the command ran, unless the file lies apart from there.
  private static String uri(String file) {
    boolean isApart = file.startsWith("/") || file.matches("[A-Za-z]:/.*");
    try {
      String path = file.startsWith("/") ? file : "/" + file;
      String absolute = new URI(null, null, path, null).toASCIIString();
      return isApart ? "file://" + absolute : absolute.substring(1).replace(":", "%3A");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("any text can be the path of a URI", impossible);
    }
  }
}
