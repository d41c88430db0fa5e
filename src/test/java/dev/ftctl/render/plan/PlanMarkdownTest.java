package dev.ftctl.render.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.PlaceLinks;
import dev.ftctl.render.Samples;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanMarkdownTest {

  @Test
  void everyKindOfChangeHasItsLook() {
    Golden.check(
        "render/plan-everything.md",
        PlanMarkdown.of(PlanReport.of(Samples.everything(), 4), PlaceLinks.NONE));
  }

  @Test
  void emptyPlanSaysThatNothingChanges() {
    Golden.check(
        "render/plan-nothing.md",
        PlanMarkdown.of(PlanReport.of(Samples.nothing(), 0), PlaceLinks.NONE));
  }

  static IntStream sizes() {
    return IntStream.concat(
        IntStream.of(1, 10, 200, 1_000),
        Scale.of(4, 40) > 4 ? IntStream.of(3_000, 10_000) : IntStream.of(10_000));
  }

  /// Deletions and blocks are told whatever else has to go.
  @ParameterizedTest
  @MethodSource("sizes")
  void commentFitsWhateverTheSizeOfThePlan(int size) {
    var random = new Random(size);
    var changes = new ArrayList<PlannedChange>();
    for (int i = 0; i < size; i++) {
      changes.add(
          Samples.update(
              "connector",
              "c" + i + "@g",
              Findings.of(
                  List.of(
                      Samples.set("config.host", Value.text("a" + i), Value.text("b" + i)),
                      Samples.set(
                          "sync_frequency",
                          Value.number(60),
                          Value.number(random.nextInt(1, 60)))))));
    }
    changes.add(deleted("old-pager"));
    changes.add(
        Samples.planned(
            new Change.Create(Samples.resource("group", "twin"), Findings.NONE),
            new PlannedChange.Block("duplicate is not allowed", "allow it")));

    String text = comment(changes);

    assertThat(text.length()).isLessThanOrEqualTo(PlanMarkdown.LONGEST);
    assertThat(text)
        .contains("webhook/<wbr>old-pager", "group/twin", "**blocked:** duplicate is not allowed")
        .endsWith(
            "Plan: 1 create, "
                + size
                + " update, 0 replace, 1 delete, 0 move, 1 blocked, 0"
                + " unchanged.\n");
    assertThat(text.indexOf("group/twin")).isLessThan(text.indexOf("webhook/old-pager"));
  }

  /// However many there are, the reader learns what they change.
  @Test
  void equalUpdatesThatDoNotFitAreCountedWithTheirField() {
    List<PlannedChange> changes =
        IntStream.range(0, 1_200)
            .mapToObj(i ->
                Samples.update(
                    "connector",
                    "shard-of-a-very-long-name-" + i + "@warehouse_of_the_company",
                    Findings.of(
                        List.of(
                            Samples.set("sync_frequency", Value.number(360), Value.number(60))))))
            .toList();

    String text = comment(changes);

    assertThat(text.length()).isLessThanOrEqualTo(PlanMarkdown.LONGEST);
    assertThat(text)
        .contains("Too many to list: 1200 update connector (`sync_frequency 360 → 60`).");
  }

  @Test
  void dangerousRowsThatDoNotFitAreCounted() {
    List<PlannedChange> changes =
        IntStream.range(0, 10_000).mapToObj(i -> deleted("hook-" + i)).toList();

    String text = comment(changes);

    assertThat(text.length()).isLessThanOrEqualTo(PlanMarkdown.LONGEST);
    long listed = text.lines().filter(line -> line.startsWith("| delete ")).count();
    assertThat(listed).isGreaterThan(500);
    assertThat(text).contains("Too many to list: " + (10_000 - listed) + " delete webhook.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b",
        "a`b``c",
        "`",
        "<script>",
        "</details>",
        "x -->",
        "@everyone",
        "#12",
        "a\nb",
        "[x](http://evil.example.com)",
        "**bold**",
        "\u202eabc",
        "www.evil.example.com"
      })
  void hostileTextBreaksNoTableAndNotifiesNobody(String hostile) {
    var findings =
        Findings.of(
                List.of(
                    Samples.set("config.host", Value.text(hostile), Value.text(hostile + "2")),
                    Samples.set("config.user", Value.text("a"), Value.text(hostile))))
            .noting("saw " + hostile);
    PlannedChange change =
        new PlannedChange(
            new Change.Create(Samples.resource("webhook", hostile), findings),
            List.of(),
            List.of(new PlannedChange.Block("no: " + hostile, "fix " + hostile)));

    String text = comment(List.of(change));

    List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(4);
    String outsideCode =
        text.replaceAll("(?s)(`{3,})diff\n.*?\n\\1\n", "")
            .replaceAll("<code>.*?</code>", "")
            .replaceAll("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)", "");
    assertThat(outsideCode).doesNotContain("@everyone", "<script>", "http://evil", "\u202e");
    assertThat(outsideCode).doesNotContainPattern("(?<![\\\\&])#12");
    assertThat(outsideCode.split("</details>", -1)).hasSize(2);
  }

  private static PlannedChange deleted(String name) {
    return Samples.planned(
        new Change.Delete(
            Address.of("webhook", name),
            Samples.live("webhook", name),
            SourceLocation.of("manifests/old.yaml", 9, 1),
            "absent: true",
            Findings.NONE));
  }

  private static String comment(List<PlannedChange> changes) {
    return PlanMarkdown.of(
        PlanReport.of(Samples.plan(changes, List.of(), List.of()), 0), PlaceLinks.NONE);
  }
}
