package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a step of the action asks ftctl, and what it leaves to the steps that follow.
final class GithubRunTest {

  private static final String DOCUMENT =
      """
      ### ftctl plan: 3 update, 1 delete

      Plan: 0 create, 3 update, 0 replace, 1 delete, 0 move, 1 blocked, 7 unchanged.
      """;
  private static final String BLOCKED =
      """
      {"changes": [
        {"address": "connector/ads@prod", "file": "manifests/ads, all.yaml", "line": 9,
         "blocks": [{"reason": "replace is not allowed", "fix": "allow it with --allow replace"}]},
        {"address": "group/prod", "file": "manifests/prod.yaml", "line": 1, "blocks": []},
        {"address": "group/a::b,\\tc", "blocks": [{"reason": "delete is\\nnot allowed", "fix": ""}]}],
       "notices": [
         {"severity": "note", "rule": "unused", "message": "no matter"},
         {"severity": "error", "rule": "max-deletes", "subject": "plan",
          "message": "the plan holds 1 deletion", "fix": "raise the limit"}],
       "policies": [
         {"severity": "warning", "rule": "old", "file": "manifests/c.yaml", "line": 1, "message": "old"},
         {"severity": "error", "rule": "slow", "file": "manifests/b.yaml", "line": 7,
          "subject": "connector/b@prod", "message": "too slow"}]}
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
  void planLeavesNumbersAndFiles() throws IOException {
    job.ftctl(2, DOCUMENT, "");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.outputs())
        .containsEntry("exit-code", "2")
        .containsEntry("has-changes", "true")
        .containsEntry("create", "0")
        .containsEntry("update", "3")
        .containsEntry("delete", "1")
        .containsEntry("blocked", "1")
        .containsEntry("unchanged", "7")
        .containsEntry("validated-only", "false");
    assertThat(Path.of(ended.outputs().get("plan-file"))).hasContent("{}");
    assertThat(Files.readString(Path.of(ended.outputs().get("document")))).isEqualTo(DOCUMENT);
    assertThat(ended.summary()).isEqualTo(DOCUMENT);
    assertThat(ended.log()).contains("the plan, as text");
  }

  @Test
  void argumentsArePartedAsAShellWouldAndCarriedOutByNone() {
    job.ftctl(0, DOCUMENT, "");
    workflow
        .input(
            "args",
            "--var \"team=data & ops\"\n  --allow 'replace:connector/a b@c' $(reboot) `id` ; *")
        .input("paths", "manifests/eu \"manifests/far east\"")
        .input("environment", "prod")
        .input("plan-file", "p.json");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(job.asked().getFirst())
        .isEqualTo(
            "[plan][--detailed-exitcode][--format][markdown][-o]["
                + job.checkout.toAbsolutePath()
                + "/p.json][--env][prod][--var][team=data & ops][--allow][replace:connector/a b@c]"
                + "[$(reboot)][`id`][;][*][manifests/eu][manifests/far east]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mallory/fivetran", "acme/fivetran"})
  void runWithoutSecretsIsGreenWithValidateOnly(String head) {
    job.ftctl(77, "### ftctl plan: **no plan**\n", "error: no key\n");
    workflow.event("github.event.pull_request.head.repo.full_name", head);
    if (head.equals("acme/fivetran")) {
      job.with("GITHUB_ACTOR", "dependabot[bot]");
    }
    workflow.input("args", "--base auto=x --var a=b --strict --allow delete");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(job.asked().getLast()).isEqualTo("[validate][--var][a=b][--strict]");
    assertThat(ended.outputs())
        .containsEntry("validated-only", "true")
        .doesNotContainKey("document");
    assertThat(ended.summary())
        .contains("the manifests are valid", "GitHub gives runs of forks", "Valid: 1 manifest")
        .doesNotContain("no key");
    assertThat(ended.log()).doesNotContain("::error");
    assertThat(github.asked).isEmpty();
  }

  @Test
  void forkWithWrongManifestsIsRed() {
    job.ftctl(77, "", "error: no key\n").with("VALID", "65");
    workflow.event("github.event.pull_request.head.repo.full_name", "mallory/fivetran");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(65);
    assertThat(ended.summary()).contains("**the manifests are wrong**");
  }

  @Test
  void branchOfTheRepositoryWithoutAKeyIsRed() {
    job.ftctl(77, "### ftctl plan: **no plan**\n", "error: no key was given\n  Set it.\n");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(77);
    assertThat(ended.log())
        .contains(
            "::error title=ftctl plan::no key was given\n",
            "::error title=ftctl plan::ended with 77: the API key is missing");
  }

  @Test
  void whatIsWrongStandsBesideItsLine() throws IOException {
    Files.createDirectories(job.checkout.resolve("data"));
    job.ftctl(
        65,
        "",
        """
        warning: manifests/a.yaml:1:2: old
        error: manifests/a, b.yaml:12:3: 100% wrong
           12 | pausd: no
              | ^^^^^ did you mean 'paused'?
        2 errors in 1 file
        """);
    workflow.input("working-directory", "data");

    Job.Ended ended = workflow.run();

    assertThat(ended.log())
        .contains(
            "::warning file=data/manifests/a.yaml,line=1,col=2,title=ftctl plan::old\n",
            "::error file=data/manifests/a%2C b.yaml,line=12,col=3,title=ftctl plan::100%25"
                + " wrong; did you mean 'paused'?\n");
  }

  /// And what no document says stands nowhere, as a whole.
  @ParameterizedTest
  @CsvSource({
    "3, '', a policy of the project is not kept",
    "4, true, 'blocked: something has to be allowed first, or the manifests mended'",
  })
  void whatThePlanIsRefusedForStandsBesideItsDocument(int code, String changes, String end) {
    job.ftctl(code, DOCUMENT, "").file("canned/shown", BLOCKED);

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.log().lines().filter(line -> line.startsWith("::error")))
        .containsExactly(
            "::error file=manifests/ads%2C all.yaml,line=9,title=ftctl plan::connector/ads@prod is"
                + " blocked: replace is not allowed; allow it with --allow replace",
            "::error title=ftctl plan::group/a::b, c is blocked: delete is not allowed",
            "::error title=ftctl plan::plan: the plan holds 1 deletion; raise the limit",
            "::error file=manifests/b.yaml,line=7,title=ftctl plan::connector/b@prod: too slow",
            "::error title=ftctl plan::ended with " + code + ": " + end);
    assertThat(ended.outputs().getOrDefault("has-changes", "")).isEqualTo(changes);
  }

  @Test
  void applyCarriesOutTheSavedPlanAndLeavesItsReport() {
    job.ftctl(5, "### ftctl apply: 1 failed\n", "");
    workflow.input("command", "apply").input("plan-file", "p.json");

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(5);
    assertThat(job.asked().getFirst())
        .startsWith("[apply][--auto-approve][--format][markdown][--report][")
        .endsWith("[p.json]");
    assertThat(ended.outputs()).containsKeys("report-file", "journal-file", "document");
    assertThat(ended.summary()).isEqualTo("### ftctl apply: 1 failed\n");
    assertThat(github.asked).isEmpty();
  }

  @Test
  void driftIsGreenAndLeavesTheBodyOfAnIssue() throws IOException {
    job.ftctl(2, "<!-- ftctl:drift -->\n### ftctl drift: 1\n", "");
    workflow.input("command", "drift");

    Job.Ended ended = workflow.run();
    Job.Ended strict = workflow.input("success-codes", "0").run();

    assertThat(ended.code()).isZero();
    assertThat(ended.outputs()).containsEntry("has-changes", "true");
    assertThat(Files.readString(Path.of(ended.outputs().get("document"))))
        .contains("ftctl drift: 1");
    assertThat(strict.code()).isEqualTo(2);
  }

  @Test
  void validateTellsInTheSummary() {
    job.ftctl(0, "", "");

    Job.Ended ended = workflow.input("command", "validate").run();

    assertThat(ended.code()).isZero();
    assertThat(job.asked()).containsExactly("[validate]");
    assertThat(ended.summary())
        .contains("### ftctl validate: the manifests are valid", "Valid: 1 manifest");
  }

  @Test
  void wrongInputsStopWithASentence() {
    job.ftctl(0, DOCUMENT, "");

    for (List<String> wrong :
        List.of(
            List.of(
                "command", "destroy", "command has to be validate, plan, apply, drift or install"),
            List.of("command", "", "command has to be"),
            List.of("args", "--var 'a", "args has a quotation mark that is not closed"),
            List.of("environment", "a\nexit-code=0", "names without line ends"),
            List.of("working-directory", "nowhere", "working-directory nowhere is no folder"))) {
      Workflow one = Workflow.of(job, github).input(wrong.getFirst(), wrong.get(1));
      Job.Ended ended = one.run();
      assertThat(ended.code()).as("%s", wrong).isEqualTo(64);
      assertThat(ended.log()).contains("::error title=ftctl::").contains(wrong.getLast());
      assertThat(ended.outputs()).doesNotContainKey("exit-code");
    }
    assertThat(job.asked()).isEmpty();
  }
}
