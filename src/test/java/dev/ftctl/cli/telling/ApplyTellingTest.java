package dev.ftctl.cli.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.testing.Wanted;
import dev.ftctl.walk.ReadBack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever becomes of the look back, what was done stays done and is told.
class ApplyTellingTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Problem TWICE =
      Problem.error(SourceLocation.NONE, "ambiguous", "group/quay", "there are two", "say which");
  private static final Problem NOT_KEPT =
      Problem.warning(
          SourceLocation.of("m.yaml", 4, 9),
          "not-kept",
          "connector/shop@quay",
          "Fivetran did not keep config.colour",
          "take it out of the manifest");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  record Failing(RuntimeException failure, int code, String told) {}

  static Stream<Failing> looks() {
    return Stream.of(
        new Failing(refused(403), 0, "403"),
        new Failing(refused(500), 0, "500"),
        new Failing(refused(0), 0, "no answer"),
        new Failing(new ManifestException(List.of(TWICE), new Sources()), 5, "there are two"),
        new Failing(new RefusedException(Refusal.BLOCKED, "another account", ""), 5, "another"),
        new Failing(new IllegalStateException("odd"), 70, "IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void failedLookErasesNothing(Failing look) throws IOException {
    ApplyTelling telling = telling("report.json");

    telling.outcomes(written());
    ExitCode code =
        telling.readBack(
            () -> {
              throw look.failure();
            },
            ExitCode.OK);
    ExitCode last = telling.report(code);

    assertThat(last.number()).isEqualTo(look.code());
    assertThat(report().path("counts").path("writes").asInt()).isEqualTo(2);
    assertThat(report().path("outcomes")).hasSize(1);
    assertThat(report().path("exit_code").asInt()).isEqualTo(look.code());
    assertThat(err.toString())
        .contains("2 writes were made, and could not be read back:", look.told());
    assertThat(out.toString()).doesNotContain("Read back").contains("2 writes.");
  }

  @Test
  void whatStopsARunAfterItsStepsErasesNothing() throws IOException {
    ApplyTelling telling = telling("report.json");
    telling.outcomes(written());

    telling.stopped(new ManifestException(List.of(TWICE), new Sources()));

    assertThat(report().path("counts").path("writes").asInt()).isEqualTo(2);
  }

  @Test
  void reportThatCanNotBeWrittenLeavesAPartialRun() throws IOException {
    ApplyTelling telling = telling("taken/report.json");
    Files.createDirectories(folder.resolve("taken/report.json/full"));
    telling.outcomes(written());

    assertThat(telling.report(ExitCode.OK)).isEqualTo(ExitCode.PARTIAL);
    assertThat(err.toString()).contains("taken/report.json");
  }

  @Test
  void fieldThatWasNotKeptIsNamedWithItsPlaceAndTheCure() throws IOException {
    ApplyTelling telling = telling("report.json");
    telling.outcomes(written());

    ExitCode code =
        telling.readBack(
            () -> new ReadBack(2, List.of("update connector/shop@quay"), List.of(NOT_KEPT)),
            ExitCode.OK);
    telling.report(code);

    assertThat(out.toString())
        .endsWith(
            """
            Read back: not all is as the manifests say:
              left: update connector/shop@quay
              connector/shop@quay: Fivetran did not keep config.colour
                at m.yaml:4:9
                take it out of the manifest
            """);
    assertThat(report().path("not_kept").get(0).path("line").asInt()).isEqualTo(4);
  }

  private ApplyTelling telling(String file) {
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            Map.of(),
            folder,
            Console.Terminals.NONE);
    Run run = Run.on(console, new Stop(), () -> Kinds.all(Catalog.bundled()));
    return new ApplyTelling(run, new CommonFlags(), file);
  }

  private JsonNode report() throws IOException {
    return JSON.readTree(Files.readString(folder.resolve("report.json")));
  }

  private static Outcomes written() {
    var change = new Change.Create(Wanted.of("group/quay", Map.of("name", "quay")), Findings.NONE);
    var step = new Step(change, StepName.CREATE, false);
    return new Outcomes(
        List.of(new Outcome.Done(step, List.of(), List.of("POST /v1/groups", "POST /v1/teams"))),
        false);
  }

  private static ApiException refused(int status) {
    return new ApiException(new ApiFailure("GET", "/v1/groups", status, "", "no", false));
  }
}
