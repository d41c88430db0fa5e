package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one comment of a pull request, whatever becomes of the plan.
final class GithubCommentTest {

  private static final String MARKER = "<!-- ftctl:plan comment=default@. -->\n";
  private static final String DOCUMENT =
      """
      <!-- ftctl:plan account=acme environment=- -->
      ### ftctl plan: 1 update

      Plan: 0 create, 1 update, 0 replace, 0 delete, 0 move, 0 blocked, 3 unchanged.
      """;

  private final Github github = new Github();

  @TempDir private Path folder;
  private Job job;
  private Workflow workflow;

  @BeforeEach
  void begin() {
    job = new Job(folder);
    workflow = Workflow.of(job, github);
  }

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void commentIsMadeOnceAndThenKeptUpToDate() {
    github.comment(Forge.SOMEBODY, "Looks good to me.");
    job.ftctl(2, DOCUMENT, "");

    Job.Ended first = workflow.run();
    job.ftctl(2, DOCUMENT.replace("1 update", "2 update"), "");
    Job.Ended second = workflow.run();

    assertThat(first.code()).as(first.log()).isZero();
    assertThat(second.code()).isZero();
    assertThat(github.writes())
        .containsExactly(
            "POST /repos/acme/fivetran/issues/12/comments",
            "PATCH /repos/acme/fivetran/issues/comments/101");
    assertThat(github.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .startsWith(MARKER + "### ftctl plan: 2 update\n")
        .doesNotContain("account=acme")
        .contains(
            "[This run](https://github.example/acme/fivetran/actions/runs/77), of fedcba987654");
    assertThat(github.bodiesOf(Forge.SOMEBODY)).containsExactly("Looks good to me.");
    assertThat(second.outputs())
        .containsEntry("comment-url", "https://github.example/acme/fivetran/pull/12#101");
  }

  @ParameterizedTest
  @CsvSource({
    "65, the manifests are wrong",
    "4, blocked: something has to be allowed first",
    "69, Fivetran could not be reached"
  })
  void commentSaysSoWhereThePlanFails(int code, String meaning) {
    job.ftctl(2, DOCUMENT, "");
    workflow.run();
    job.ftctl(
        code, "<!-- ftctl:plan account=- environment=- -->\n### ftctl plan: **no plan**\n", "");

    Job.Ended failed = workflow.run();

    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.log())
        .contains("::error title=ftctl plan::ended with " + code + ": " + meaning);
    assertThat(github.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .startsWith(MARKER + "### ftctl plan: **no plan**\n");
  }

  @Test
  void commentSaysSoWhereNothingWasPrinted() {
    job.ftctl(2, DOCUMENT, "");
    workflow.run();
    job.ftctl(137, "", "");

    Job.Ended failed = workflow.run();

    assertThat(failed.code()).isEqualTo(137);
    assertThat(github.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .contains("### ftctl plan: **no plan**", "ended with 137 (failed)");
    assertThat(failed.summary()).contains("ended with 137");
  }

  /// The digest was wrong, say.
  @Test
  void commentSaysSoWhereFtctlNeverBegan() {
    job.ftctl(2, DOCUMENT, "");
    workflow.run();
    job.file("outputs", "");

    workflow.comment(new Job.Ended(1, "", job));

    assertThat(github.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .startsWith(MARKER)
        .contains("The run ended before ftctl began");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void commentOfSomebodyElseStaysWhateverItBeginsWith(boolean tellsWhoAsks) {
    github.tellsWhoAsks = tellsWhoAsks;
    github.comment(Forge.SOMEBODY, MARKER + "### ftctl plan: nothing changes");
    github.comment(Forge.JOB, "> " + MARKER + "quoted by another action");
    job.ftctl(2, DOCUMENT, "");

    workflow.run();
    workflow.run();

    assertThat(github.bodiesOf(Forge.SOMEBODY))
        .containsExactly(MARKER + "### ftctl plan: nothing changes");
    assertThat(github.writes())
        .containsExactly(
            "POST /repos/acme/fivetran/issues/12/comments",
            "PATCH /repos/acme/fivetran/issues/comments/102");
  }

  @Test
  void commentIsFoundOnALaterPage() {
    github.pageSize = 2;
    for (int index = 0; index < 5; index++) {
      github.comment(Forge.SOMEBODY, "Comment " + index);
    }
    github.comment(Forge.JOB, MARKER + "the plan of yesterday");
    job.ftctl(0, DOCUMENT, "");

    workflow.run();

    assertThat(github.writes()).containsExactly("PATCH /repos/acme/fivetran/issues/comments/105");
    assertThat(github.asked)
        .extracting(Forge.Asked::call)
        .filteredOn(call -> call.startsWith("GET "))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 65})
  void tokenThatMayNotWriteLeavesTheJobAsItIs(int code) {
    github.isWritable = false;
    job.ftctl(code, DOCUMENT, "");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(code == 2 ? 0 : code);
    assertThat(ended.log())
        .contains(
            "::warning title=ftctl::the pull request has no comment of this plan: the token may not"
                + " write comments (403 Resource not accessible by integration)",
            "pull-requests: write");
    assertThat(ended.summary()).contains("### ftctl plan: 1 update");
  }

  @Test
  void forgeThatIsAwayLeavesTheJobAsItIs() {
    github.close();
    job.ftctl(4, DOCUMENT, "");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.log()).contains("::warning title=ftctl::", "GitHub's API can't be reached");
  }

  @Test
  void runnerWithoutJqGetsAWarning() throws IOException {
    job.ftctl(2, DOCUMENT, "").without("jq");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.log()).contains("::warning", "jq is not on this runner");
    assertThat(ended.outputs()).containsEntry("update", "1");
  }

  @Test
  void environmentsAndFoldersHaveCommentsOfTheirOwn() {
    job.ftctl(2, DOCUMENT, "");

    workflow.run();
    workflow.input("environment", "eu --> <b>").run();
    workflow.input("environment", "eu --> <b>").run();

    assertThat(github.bodiesOf(Forge.JOB))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("<!-- ftctl:plan comment=eu_-___b_@. -->\n");
  }

  @Test
  void commentIsNeverTooLong() {
    String row = "| ünïcode | " + "x".repeat(90) + " |\n";
    job.ftctl(2, DOCUMENT + row.repeat(800), "");

    workflow.run();

    assertThat(github.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .hasSizeBetween(65_000, 65_536)
        .endsWith("The rest did not fit here.");
  }

  @Test
  void runOfNoPullRequestHasNoComment() {
    job.ftctl(2, DOCUMENT, "").with("GITHUB_EVENT_NAME", "push");
    workflow.event("github.event.pull_request.number", "");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isZero();
    assertThat(github.asked).isEmpty();
    assertThat(ended.log()).doesNotContain("::warning");
  }
}
