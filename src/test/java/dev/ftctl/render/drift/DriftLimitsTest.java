package dev.ftctl.render.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.Drift.Side;
import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.Subject;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Part;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.PlaceLinks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// However much there is to tell, a message is one that GitHub and Slack take, and names act on
/// nothing.
class DriftLimitsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:17:00Z");
  private static final String ODD = "<!channel> `x` @acme *b* & | <!-- ";

  @Test
  void slackTakesEveryMessage() throws Exception {
    for (int size : List.of(1, 30, 700, 5_000)) {
      JsonNode message = new JsonMapper().readTree(DriftSlack.of(report(size, Status.NEW)));

      assertThat(message.path("blocks").size()).isBetween(2, SlackMessage.MOST_BLOCKS);
      assertThat(message.findValuesAsText("text"))
          .allMatch(text -> text.length() <= SlackMessage.LONGEST_TEXT)
          .noneMatch(text -> text.contains("<!channel>"));
      assertThat(message.path("blocks").get(0).path("text").path("text").asText().length())
          .isLessThanOrEqualTo(150);
    }
    assertThat(DriftSlack.of(report(5_000, Status.NEW))).contains("that this message has no room");
  }

  @Test
  void slackSaysNothingTwice() {
    assertThat(DriftSlack.of(report(7, Status.STILL))).isEmpty();
  }

  @Test
  void markdownIsNoLongerThanAComment() {
    for (int size : List.of(1, 500, 5_000)) {
      for (String text :
          List.of(
              DriftMarkdown.of(report(size, Status.NEW), PlaceLinks.NONE),
              DriftMarkdown.issue(report(size, Status.NEW), PlaceLinks.NONE))) {
        assertThat(text.length()).isLessThanOrEqualTo(DriftMarkdown.LONGEST);
        assertThat(text).startsWith("<!-- ftctl:drift account=acme_id environment=prod -->\n");
        assertThat(text.lines().filter(line -> line.startsWith("<!--"))).hasSize(1);
      }
    }
    assertThat(DriftMarkdown.of(report(5_000, Status.NEW), PlaceLinks.NONE))
        .contains("more; `ftctl drift --verbose`");
  }

  @Test
  void issueCallsOwnersOfWhatIsNewAlone() {
    assertThat(DriftMarkdown.issue(report(3, Status.NEW), PlaceLinks.NONE))
        .contains("New for @acme/data\n");
    assertThat(DriftMarkdown.issue(report(3, Status.STILL), PlaceLinks.NONE))
        .doesNotContain("New for");
    assertThat(DriftMarkdown.of(report(3, Status.NEW), PlaceLinks.NONE)).doesNotContain("New for");
  }

  private static DriftReport report(int size, Status status) {
    return new DriftReport(
        new Plan.Header("acme <b>", "acme_id", "prod", 3, size, Part.WHOLE, "digest"),
        "",
        List.of(),
        Comparison.DONE,
        IntStream.range(0, size).mapToObj(i -> told(i, status)).toList(),
        List.of(),
        List.of(),
        NOW,
        2);
  }

  private static Told told(int i, Status status) {
    var path = FieldPath.of("config", "host" + i);
    var drift =
        new Drift(
            DriftClass.BREAKS,
            Cause.UNKNOWN,
            Drift.What.FIELD,
            new Subject(
                Address.of("connector", "c" + i / 10).inGroup("g"),
                "",
                SourceLocation.of("manifests/a.yaml", 1 + i, 1),
                List.of("@acme/data", "no@example.com")),
            path,
            path,
            Side.NONE,
            Side.of(Value.text(ODD)),
            Side.of(Value.text("live " + ODD)),
            "");
    return new Told(drift, status, Optional.of(NOW.minusSeconds(86_400)));
  }
}
