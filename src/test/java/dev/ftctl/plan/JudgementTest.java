package dev.ftctl.plan;

import static dev.ftctl.plan.Changes.connector;
import static dev.ftctl.plan.Changes.delete;
import static dev.ftctl.plan.Changes.liveConnection;
import static dev.ftctl.plan.Changes.replace;
import static dev.ftctl.plan.Changes.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  @Test
  void errorOfAResourceBlocksItsChangeAndAWarningDoesNot() {
    SourceLocation place = SourceLocation.NONE;
    Change change =
        new Change.Update(
            connector(),
            liveConnection(),
            Findings.NONE
                .failing(Problem.warning(place, "w", "", "may go wrong", "look"))
                .failing(Problem.error(place, "e", "", "goes wrong", "mend it")),
            false);

    assertThat(judgement(Guards.USUAL).blocks(change, problem -> false, false))
        .containsExactly(new PlannedChange.Block("goes wrong", "mend it"));
  }

  @Test
  void riskIsToldWithItsReasonWhereThereIsOne() {
    assertThat(reasons(update(new RiskFinding(Risk.EXPOSE, "new tables"))))
        .containsExactly("expose is not allowed (new tables)");
    assertThat(reasons(update(new RiskFinding(Risk.EXPOSE, ""))))
        .containsExactly("expose is not allowed");
  }

  @Test
  void replacementIsOneRiskHoweverItIsFound() {
    Change found =
        new Change.Replace(
            connector(),
            liveConnection(),
            Findings.NONE
                .risking(new RiskFinding(Risk.HISTORY, ""))
                .risking(new RiskFinding(Risk.REPLACE, "service differs")));

    assertThat(reasons(found))
        .containsExactly("history is not allowed", "replace is not allowed (service differs)");
    assertThat(reasons(replace(connector()))).containsExactly("replace is not allowed");
  }

  @Test
  void replacementBesideAnotherRiskIsARiskOfItsOwn() {
    Change change =
        new Change.Replace(
            connector(),
            liveConnection(),
            Findings.NONE.risking(new RiskFinding(Risk.HISTORY, "")));

    assertThat(reasons(change)).containsExactly("history is not allowed", "replace is not allowed");
  }

  @Test
  void protectedResourceIsNeitherDeletedNorReplaced() {
    var guards =
        new Guards(
            allowed("replace"),
            Map.of(),
            new Protection(List.of(new AddressPattern("connector/*@prod")), Set.of()));

    assertThat(reasons(guards, delete("connector/orders@prod", liveConnection())))
        .containsExactly("delete is refused: connector/orders@prod is protected");
    assertThat(reasons(guards, replace(connector())))
        .containsExactly("replace is refused: connector/orders@prod is protected");
    assertThat(reasons(guards, delete("connector/orders@dev", liveConnection()))).isEmpty();
    assertThat(reasons(guards, update(new RiskFinding(Risk.RESYNC, "")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RESYNC, max-resyncs, re-syncs",
    "REVOKE, max-revokes, revocations",
    "PAUSE, max-pauses, pauses",
  })
  void everyLimitCountsItsOwnRiskAlone(Risk risk, String rule, String what) {
    List<Change> six = Collections.nCopies(6, update(new RiskFinding(risk, "")));

    assertThat(judgement(Guards.USUAL).passedLimits(six))
        .extracting(Problem::rule, Problem::message)
        .containsExactly(
            tuple(rule, "the plan holds 6 " + what + ", and at most 5 are allowed in one plan"));
    assertThat(judgement(Guards.USUAL).passedLimits(six.subList(0, 5))).isEmpty();
  }

  /// What nobody named is blocked all the same.
  @Test
  void whatAManifestNamesIsNotBlocked() {
    RiskFinding named = RiskFinding.named(Risk.EXPOSE, "starts to sync: a");

    assertThat(reasons(update(named))).isEmpty();
    assertThat(reasons(update(new RiskFinding(Risk.EXPOSE, "starts to sync: a")))).hasSize(1);
  }

  @Test
  void grantsAreAllowedHoweverManyThereAre() {
    List<Change> six = Collections.nCopies(6, update(new RiskFinding(Risk.GRANT, "")));

    assertThat(judgement(Guards.USUAL).passedLimits(six)).isEmpty();
    assertThat(reasons(six.getFirst())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 0"})
  void limitIsWhatTheProjectSays(int most, int problems) {
    var guards = new Guards(List.of(), Map.of("max_deletes", most), Protection.NONE);
    List<Change> two = Collections.nCopies(2, delete("connector/a@prod", liveConnection()));

    assertThat(judgement(guards).passedLimits(two)).hasSize(problems);
  }

  @ParameterizedTest
  @CsvSource({
    "history, true",
    "history:connector/orders@prod, true",
    "history:connector/*, true",
    "history:connector/orders, true",
    "history:connector/order?, true",
    "history:connector/orders@dev, false",
    "history:group/*, false",
    "expose:connector/*, false",
    "expose, false",
    "hist, false",
    "history:, false",
  })
  void riskIsAllowedByItsNameAndByPatterns(String allowed, boolean isAllowed) {
    var guards = new Guards(allowed(allowed), Map.of(), Protection.NONE);

    assertThat(reasons(guards, update(new RiskFinding(Risk.HISTORY, ""))).isEmpty())
        .isEqualTo(isAllowed);
  }

  private static List<String> reasons(Change change) {
    return reasons(Guards.USUAL, change);
  }

  private static List<String> reasons(Guards guards, Change change) {
    return judgement(guards).blocks(change, problem -> false, false).stream()
        .map(PlannedChange.Block::reason)
        .toList();
  }

  private static Judgement judgement(Guards guards) {
    return new Judgement(guards);
  }

  private static List<Allowance> allowed(String... entries) {
    return Stream.of(entries).flatMap(entry -> Allowance.parse(entry).stream()).toList();
  }
}
