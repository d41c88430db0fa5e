package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The one issue of the drift that a nightly job found.
final class GithubIssueTest {

  private static final String MARKER = "<!-- ftctl:drift issue=default@. -->\n";
  private static final String DOCUMENT = "<!-- ftctl:drift -->\n### ftctl drift: 1 new\n";

  private final Github github = new Github();

  @TempDir private Path folder;
  private Job job;
  private Workflow workflow;

  @BeforeEach
  void begin() {
    job = new Job(folder);
    workflow = Workflow.of(job, github).input("command", "drift").input("issue", "true");
  }

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void issueIsOpenedKeptAndClosed() {
    job.ftctl(2, DOCUMENT, "");
    Job.Ended first = workflow.run();
    job.ftctl(2, DOCUMENT.replace("1 new", "2 new"), "");
    Job.Ended second = workflow.run();

    assertThat(first.code()).as(first.log()).isZero();
    assertThat(github.issues.all).hasSize(1);
    GithubIssues.Issue open = github.issues.all.getFirst();
    assertThat(open.title()).isEqualTo("Fivetran differs from the manifests");
    assertThat(open.body()).startsWith(MARKER + "### ftctl drift: 2 new\n").contains("/runs/77");
    assertThat(second.outputs())
        .containsEntry("issue-url", "https://github.example/acme/fivetran/issues/1");

    job.ftctl(0, "No drift.\n", "");
    workflow.run();
    Job.Ended again = workflow.run();

    GithubIssues.Issue closed = github.issues.all.getFirst();
    assertThat(closed.state()).isEqualTo("closed");
    assertThat(closed.comments())
        .containsExactly(
            "No drift is found any more: https://github.example/acme/fivetran/actions/runs/77");
    assertThat(again.log()).contains("no drift, and no issue that says so");
    assertThat(github.writes())
        .containsExactly(
            "POST /repos/acme/fivetran/issues",
            "PATCH /repos/acme/fivetran/issues/1",
            "POST /repos/acme/fivetran/issues/1/comments",
            "PATCH /repos/acme/fivetran/issues/1");
  }

  /// What could not be read is neither drift nor the end of it.
  @ParameterizedTest
  @CsvSource({
    "69, Fivetran could not be reached",
    "4, blocked: something has to be allowed first",
    "137, failed"
  })
  void nightThatFailsSaysSoWhereAnIssueIsOpen(int code, String meaning) {
    job.ftctl(code, "", "");
    Job.Ended alone = workflow.run();
    assertThat(alone.code()).isEqualTo(code);
    assertThat(github.issues.all).isEmpty();

    job.ftctl(2, DOCUMENT, "");
    workflow.run();
    job.ftctl(code, "", "");
    Job.Ended failed = workflow.run();

    assertThat(failed.code()).isEqualTo(code);
    assertThat(github.issues.all)
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.state()).isEqualTo("open");
          assertThat(issue.body())
              .startsWith(MARKER + "### ftctl drift: **nothing is known**\n")
              .contains("ended with " + code + " (" + meaning);
        });
  }

  @Test
  void issueOfSomebodyElseStaysWhateverItBeginsWith() {
    github.pageSize = 2;
    github.issues.open(Forge.JOB, MARKER + "the oldest of all");
    for (int index = 0; index < 4; index++) {
      github.issues.open(Forge.SOMEBODY, MARKER + "mine " + index);
    }
    job.ftctl(0, "No drift.\n", "");

    workflow.run();

    assertThat(github.issues.all)
        .extracting(GithubIssues.Issue::state)
        .isEqualTo(List.of("closed", "open", "open", "open", "open"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jobIsGreenWhereNoIssueMayBeWritten(boolean areOn) {
    github.issues.areOn = areOn;
    github.isWritable = false;
    job.ftctl(2, DOCUMENT, "");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.log())
        .contains("::notice title=ftctl::no issue tells this drift: the token may not ")
        .contains("the job needs issues: write");
    assertThat(ended.summary()).contains("### ftctl drift: 1 new");
  }

  @Test
  void environmentsHaveIssuesOfTheirOwn() {
    job.ftctl(2, DOCUMENT, "");

    workflow.run();
    workflow.input("environment", "eu").run();
    workflow.input("environment", "eu").run();

    assertThat(github.issues.all)
        .extracting(GithubIssues.Issue::title)
        .containsExactly(
            "Fivetran differs from the manifests", "Fivetran differs from the manifests of eu");
  }

  @Test
  void issueIsKeptOnlyWhereAsked() {
    job.ftctl(2, DOCUMENT, "");

    workflow.input("issue", "false").run();

    assertThat(github.asked).isEmpty();
  }
}
