package dev.ftctl.render.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.render.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Problems as a code-quality report, which GitLab shows in a merge request: what its branch adds
/// and what it mends.
///
/// GitLab tells the same finding in two reports by its fingerprint. So that holds no line, which
/// moves with whatever stands above it; findings that are alike count on.
public final class ProblemGitlab {

  /// GitLab wants a file for each finding; what stands in none is about the project.
  private static final String PROJECT_FILE = "ftctl.yaml";

  private ProblemGitlab() {}

  /// A list, empty where there is no problem.
  public static String of(ProblemReport report) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Map<String, Integer> seen = new HashMap<>();
    for (Problem problem : report.problems()) {
      String said = ProblemReport.sentence(problem);
      String told = String.join("\0", problem.rule(), file(problem.place()), said);
      int alike = seen.merge(told, 1, Integer::sum);
      list.add(finding(problem, said, fingerprint(told + "\0" + alike)));
    }
    return Json.text(list);
  }

  private static ObjectNode finding(Problem problem, String said, String fingerprint) {
    SourceLocation place = problem.place();
    ObjectNode finding = Json.object();
    finding
        .put("description", said)
        .put("check_name", problem.rule())
        .put("fingerprint", fingerprint)
        .put("severity", severity(problem));
    ObjectNode location = finding.putObject("location").put("path", file(place));
    location.putObject("lines").put("begin", place.isKnown() ? place.line() : 1);
    return finding;
  }

  private static String file(SourceLocation place) {
    return place.isKnown() ? place.file() : PROJECT_FILE;
  }

  private static String severity(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }

  private static String fingerprint(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
