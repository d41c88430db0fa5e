package dev.ftctl.render.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.Marks;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Samples;
import dev.ftctl.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTextTest {

  @Test
  void everyKindOfChangeHasItsLook() {
    var plan = Samples.everything();

    String text = PlanText.of(PlanReport.of(plan, 4), PlanLook.PLAIN);

    Golden.check("render/plan-everything.txt", text);
  }

  @Test
  void expandedPlanListsEachInstanceAndUnmanagedObject() {
    var plan = Samples.everything();

    String text = PlanText.of(PlanReport.of(plan, 4), new PlanLook(Paint.PLAIN, true, true, false));

    Golden.check("render/plan-expanded.txt", text);
  }

  @Test
  void quietPlanLeavesNotesOut() {
    var plan = Samples.everything();

    String text =
        PlanText.of(PlanReport.of(plan, 4), new PlanLook(Paint.PLAIN, false, false, true));

    Golden.check("render/plan-quiet.txt", text);
  }

  @Test
  void emptyPlanSaysThatNothingChanges() {
    var plan = Samples.nothing();

    String text = PlanText.of(PlanReport.of(plan, 0), PlanLook.PLAIN);

    Golden.check("render/plan-nothing.txt", text);
  }

  @Test
  void coloursLeaveTheWordsAsTheyAre() {
    var plan = Samples.everything();

    String coloured =
        Marks.shown(
            PlanText.of(PlanReport.of(plan, 4), new PlanLook(Paint.COLOURED, false, false, false)));

    assertThat(coloured).contains("\u001b[31m", "\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(PlanText.of(PlanReport.of(plan, 4), PlanLook.PLAIN));
  }

  @Test
  void instancesThatDifferAreNotFolded() {
    var one =
        Findings.of(List.of(Samples.set("sync_frequency", Value.number(5), Value.number(60))));
    var two =
        Findings.of(List.of(Samples.set("sync_frequency", Value.number(15), Value.number(60))));
    var changes =
        List.of(Samples.update("connector", "a@x", one), Samples.update("connector", "a@y", two));

    String text =
        PlanText.of(PlanReport.of(Samples.plan(changes, List.of(), List.of()), 0), PlanLook.PLAIN);

    assertThat(text).contains("connector/a@x", "connector/a@y").doesNotContain("identical");
  }

  @Test
  void secretAppearsInNoFormat() {
    var report = PlanReport.of(Samples.everything(), 0);

    String both = PlanText.of(report, PlanLook.PLAIN) + PlanJson.of(report);

    assertThat(both).contains("env:ORDERS_PASSWORD").doesNotContain("hunter2", "ci-user");
  }
}
