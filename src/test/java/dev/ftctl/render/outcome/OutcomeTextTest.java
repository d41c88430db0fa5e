package dev.ftctl.render.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.render.Paint;
import dev.ftctl.render.PlaceLinks;
import dev.ftctl.render.Samples;
import dev.ftctl.render.plan.PlanJsonTest;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.judge.Comment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTextTest {

  private static final Outcomes EVERY =
      new Outcomes(
          List.of(
              new Outcome.Done(step("finance"), List.of(), List.of("POST /v1/groups")),
              new Outcome.Done(step("eu"), List.of("it was there already"), List.of()),
              new Outcome.Waiting(
                  step("sheets"), "a person must sign in", false, List.of("POST /v1/connections")),
              new Outcome.Waiting(step("link"), "CREATING after 15 minutes", true, List.of()),
              new Outcome.Unfinished(
                  step("orders"), "setup test 'Host' failed", List.of("PATCH /v1/connections/a")),
              new Outcome.Overtaken(
                  step("twice"), "made by somebody else: twice (id b)", List.of("POST /v1/groups")),
              new Outcome.Failed(
                  step("ads"),
                  "POST /v1/connections → 409 Conflict: exists",
                  List.of("POST /v1/groups"),
                  false,
                  false),
              new Outcome.Failed(
                  step("crm"), "POST /v1/connections → no answer", List.of(), true, false),
              new Outcome.Failed(
                  step("hr"), "POST /v1/connections → 403 Forbidden", List.of(), false, true),
              new Outcome.Broken(
                  step("odd"), new IllegalStateException("no words for users"), List.of()),
              new Outcome.Skipped(step("late"), "waits for group/ads: create"),
              new Outcome.Skipped(step("behind"), "waits for group/link")),
          true);

  private static final Problem NOT_KEPT =
      Problem.warning(
          SourceLocation.of("m.yaml", 3, 5),
          "not-kept",
          "connector/x@prod",
          "Fivetran did not keep config.note",
          "take it out");

  @Test
  void everyOutcomeHasItsLook() {
    String text = new OutcomeText(Paint.PLAIN).of(EVERY);

    Golden.check("render/outcomes.txt", text);
  }

  @Test
  void everyOutcomeHasItsPlaceInASummary() {
    var told =
        new OutcomeMarkdown.Told(
            EVERY, "", List.of("update connector/ads@prod"), List.of(NOT_KEPT), List.of());
    String text = OutcomeMarkdown.of(Samples.everything().header(), told, PlaceLinks.NONE);

    Golden.check("render/outcomes.md", text);
    assertThat(Comment.faults(text)).isEmpty();
  }

  /// However many steps there are, failures stay.
  @Test
  void summaryFitsAComment() {
    var outcomes = new ArrayList<Outcome>();
    for (int at = 0; at < 5_000; at++) {
      outcomes.add(new Outcome.Done(step("done-" + at), List.of(), List.of("POST /v1/groups")));
      outcomes.add(new Outcome.Done(step("noted-" + at), List.of("note " + at), List.of()));
    }
    outcomes.add(new Outcome.Failed(step("ads"), "409 Conflict", List.of(), false, false));
    var told =
        new OutcomeMarkdown.Told(
            new Outcomes(outcomes, false), "", List.of(), List.of(), List.of());

    String text = OutcomeMarkdown.of(Samples.everything().header(), told, PlaceLinks.NONE);

    assertThat(text.length()).isLessThanOrEqualTo(OutcomeMarkdown.LONGEST);
    assertThat(text)
        .contains("`group/ads: create`: 409 Conflict")
        .endsWith("1 failed, 0 skipped; 5000 writes.\n");
  }

  @Test
  void stepsSkippedForOneReasonAreCountedByKindWithTheFirstNames() {
    var outcomes = new ArrayList<Outcome>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      outcomes.add(new Outcome.Skipped(step(name), "the run was interrupted"));
    }
    outcomes.add(new Outcome.Skipped(step("late"), "waits for group/ads: create"));

    String text = new OutcomeText(Paint.PLAIN).of(new Outcomes(outcomes, true));

    assertThat(text)
        .startsWith(
            """
            skipped      5 steps (the run was interrupted)
                5 group: create  a b c and 2 more
            skipped      group/late: create (waits for group/ads: create)
            """);
  }

  @Test
  void reportHasItsShape() throws IOException {
    String json =
        OutcomeJson.of(
            EVERY,
            "",
            List.of(),
            List.of("update group/x"),
            List.of(NOT_KEPT),
            new Seen(2, 1, List.of("connector/ads@quay: config.password")),
            5);

    Golden.check("render/report.json", json);
    assertThat(PlanJsonTest.faults("report.schema.json", json)).isEmpty();
  }

  @Test
  void reportOfARunThatWasStoppedKeepsToItsSchema() throws IOException {
    String json =
        OutcomeJson.of(
            new Outcomes(List.of(), false),
            "no credentials",
            List.of(),
            List.of(),
            List.of(),
            Seen.NOTHING,
            77);

    assertThat(PlanJsonTest.faults("report.schema.json", json)).isEmpty();
  }

  private static Step step(String group) {
    return Samples.create("group", group, Findings.NONE).steps().getFirst();
  }
}
