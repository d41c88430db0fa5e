package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExitCodeTest {

  private static final Step STEP =
      new Step(
          new Change.Create(
              new Resource(
                  Address.of("group", "a"),
                  Metadata.named("a"),
                  Value.Mapping.EMPTY,
                  SourceLocation.NONE),
              Findings.NONE),
          StepName.CREATE,
          false);
  private static final Outcome DONE = new Outcome.Done(STEP, List.of(), List.of("POST /v1/groups"));
  private static final Outcome SKIPPED = new Outcome.Skipped(STEP, "waits");

  private static Outcome waiting(boolean holdsBack) {
    return new Outcome.Waiting(STEP, "not ready", holdsBack, List.of());
  }

  static Stream<Arguments> runs() {
    return Stream.of(
        Arguments.of(List.of(), ExitCode.OK),
        Arguments.of(List.of(DONE), ExitCode.OK),
        Arguments.of(List.of(DONE, waiting(false)), ExitCode.OK),
        Arguments.of(List.of(DONE, waiting(true)), ExitCode.OK),
        Arguments.of(List.of(DONE, waiting(true), SKIPPED), ExitCode.PARTIAL),
        Arguments.of(List.of(waiting(true), SKIPPED), ExitCode.FAILED),
        Arguments.of(List.of(DONE, failed(false, false)), ExitCode.PARTIAL),
        Arguments.of(List.of(DONE, SKIPPED), ExitCode.PARTIAL),
        Arguments.of(List.of(failed(false, false), SKIPPED), ExitCode.FAILED),
        Arguments.of(List.of(DONE, broken(), SKIPPED), ExitCode.DEFECT),
        Arguments.of(List.of(failed(false, true), broken()), ExitCode.DEFECT),
        Arguments.of(List.of(failed(true, false)), ExitCode.UNAVAILABLE),
        Arguments.of(List.of(failed(false, true), failed(true, false)), ExitCode.DENIED),
        Arguments.of(
            List.of(new Outcome.Failed(STEP, "no", List.of("POST /v1/groups"), true, false)),
            ExitCode.PARTIAL));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void runEndsAsItsOutcomesSay(List<Outcome> outcomes, ExitCode expected) {
    assertThat(ExitCode.ofRun(new Outcomes(outcomes, false), false)).isEqualTo(expected);
  }

  @Test
  void runThatLeftSomethingOutIsPartial() {
    assertThat(ExitCode.ofRun(new Outcomes(List.of(DONE), false), true))
        .isEqualTo(ExitCode.PARTIAL);
  }

  @Test
  void runThatLeftEverythingOutIsBlocked() {
    var looked = new Outcome.Held(STEP, "left as it is", List.of());

    assertThat(ExitCode.ofRun(new Outcomes(List.of(), false), true)).isEqualTo(ExitCode.BLOCKED);
    assertThat(ExitCode.ofRun(new Outcomes(List.of(looked), false), true))
        .isEqualTo(ExitCode.BLOCKED);
    assertThat(ExitCode.ofRun(new Outcomes(List.of(looked, SKIPPED), false), true))
        .isEqualTo(ExitCode.BLOCKED);
    assertThat(ExitCode.ofRun(new Outcomes(List.of(failed(false, false)), false), true))
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void interruptionWinsOverWhatWasDone() {
    assertThat(ExitCode.ofRun(new Outcomes(List.of(DONE, SKIPPED), true), false))
        .isEqualTo(ExitCode.INTERRUPTED);
  }

  @ParameterizedTest
  @CsvSource({"0,69", "429,69", "500,69", "503,69", "401,77", "403,77", "400,1", "404,1", "409,1"})
  void failedCallEndsByItsStatus(int status, int expected) {
    var failure = new ApiFailure("GET", "/v1/groups", status, "", "", false);

    assertThat(ExitCode.ofFailure(failure).number()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"FAILED,1", "FOUND,3", "BLOCKED,4", "STALE,6", "USAGE,64", "INVALID,65", "DENIED,77"})
  void refusedRunEndsByItsReason(Refusal reason, int expected) {
    assertThat(ExitCode.ofRefusal(reason).number()).isEqualTo(expected);
  }

  private static Outcome broken() {
    return new Outcome.Broken(STEP, new IllegalStateException("surprise"), List.of());
  }

  private static Outcome failed(boolean isAway, boolean isDenied) {
    return new Outcome.Failed(STEP, "no", List.of(), isAway, isDenied);
  }
}
