package dev.ftctl.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.problem.ProblemGithub;
import dev.ftctl.render.problem.ProblemGitlab;
import dev.ftctl.render.problem.ProblemJunit;
import dev.ftctl.render.problem.ProblemReport;
import dev.ftctl.render.problem.ProblemSarif;
import dev.ftctl.testing.Golden;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The same problems, in every format that other programs read.
final class ProblemFormatsTest {

  private final ProblemReport report = report();

  @Test
  void formatsAreTheReviewedOnes() {
    Golden.check("render/problems.sarif", ProblemSarif.of(report));
    Golden.check("render/problems.junit.xml", ProblemJunit.of(report));
    Golden.check("render/problems.github.txt", ProblemGithub.of(report));
    Golden.check("render/problems.gitlab.json", ProblemGitlab.of(report));
    Golden.check("render/problems.json", ProblemJson.of(report.problems(), 65));
  }

  @Test
  void sarifHasTheMembersThatItsSpecificationRequires() throws Exception {
    JsonNode log = new JsonMapper().readTree(ProblemSarif.of(report));

    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.path("runs").path(0);
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("ftctl");
    assertThat(run.at("/invocations/0/executionSuccessful").isBoolean()).isTrue();
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(run.path("results")).hasSameSizeAs(report.problems());
    for (JsonNode result : run.path("results")) {
      assertThat(result.at("/message/text").asText()).isNotBlank();
      assertThat(result.path("level").asText()).isIn("error", "warning", "note");
      assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
    }
    for (JsonNode rule : rules) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotBlank();
    }
  }

  @Test
  void sarifPlacesAreRelativeUrisWithRegions() throws Exception {
    JsonNode log = new JsonMapper().readTree(ProblemSarif.of(report));

    List<JsonNode> places =
        StreamSupport.stream(log.at("/runs/0/results").spliterator(), false)
            .map(result -> result.at("/locations/0/physicalLocation"))
            .filter(place -> !place.isMissingNode())
            .toList();
    assertThat(places).hasSize(4);
    for (JsonNode place : places) {
      URI uri = URI.create(place.at("/artifactLocation/uri").asText());
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getPath()).startsWith("manifests/");
      assertThat(place.at("/region/startLine").asInt()).isPositive();
      assertThat(place.at("/region/endColumn").asInt())
          .isGreaterThan(place.at("/region/startColumn").asInt());
    }
  }

  @Test
  void junitHasOneCaseForEachFileAndFailsThoseWithErrors() throws Exception {
    Document xml = parsed(ProblemJunit.of(report));

    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
        .contains("manifests/a & b, <50%>.yaml:2:7", "did you mean 'host'?", "rule unknown-field");
  }

  @Test
  void nothingFoundIsStillAWholeReport() throws Exception {
    var sources = new Sources();
    sources.put("manifests/a.yaml", List.of("kind: Group"));
    var clean = new ProblemReport(List.of(), sources, "1", 0);

    Document xml = parsed(ProblemJunit.of(clean));

    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(new JsonMapper().readTree(ProblemSarif.of(clean)).at("/runs/0/results").isArray())
        .isTrue();
    assertThat(ProblemGithub.of(clean)).isEmpty();
  }

  @Test
  void annotationsEscapeWhatWouldEndThem() {
    String lines = ProblemGithub.of(report);

    assertThat(lines)
        .contains(
            "::error file=manifests/a & b%2C <50%25>.yaml,line=2,endLine=2,col=7,endColumn=11,")
        .contains("title=unknown-field::connector orders_db: unknown field 'hots'");
    assertThat(lines.lines()).hasSameSizeAs(report.problems());
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static ProblemReport report() {
    String odd = "manifests/a & b, <50%>.yaml";
    var sources = new Sources();
    sources.put(odd, List.of("    config:", "      hots: db-1.internal", "      x: ]]> & é"));
    sources.put("manifests/clean.yaml", List.of("kind: Group"));
    var hots = new SourceLocation(odd, 2, 7, 4);
    return new ProblemReport(
        List.of(
            Problem.error(
                hots,
                "unknown-field",
                "connector orders_db",
                "unknown field 'hots' in config of service 'postgres'",
                "did you mean 'host'?"),
            Problem.error(
                SourceLocation.of(odd, 3, 10), "bad-name", "", "]]> is no name: 100%", ""),
            Problem.warning(
                SourceLocation.of(odd, 1, 5), "literal-secret", "", "a secret", "use ${env:…}"),
            Problem.note(
                SourceLocation.of("manifests/ümlaut/c d.yaml", 1, 1),
                "undescribed-reference",
                "",
                "no manifest describes the group 'legacy'",
                ""),
            Problem.error(
                SourceLocation.NONE, "max-deletes", "plan", "the plan holds 7 deletions", "")),
        sources,
        "1.2.3",
        65);
  }
}
