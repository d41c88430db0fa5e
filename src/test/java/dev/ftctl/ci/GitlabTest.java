package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The jobs of GitLab: one note of a merge request, a report of code quality, files to keep.
final class GitlabTest {

  private static final Path SCRIPT = Path.of("src/ci/gitlab/job.sh").toAbsolutePath();
  private static final String MARKER = "<!-- ftctl:plan note=default@. -->\n";
  private static final String DOCUMENT =
      """
      <!-- ftctl:plan account=acme environment=- -->
      ### ftctl plan: 1 update

      /approve
      Plan: 0 create, 1 update, 0 replace, 0 delete, 0 move, 0 blocked, 3 unchanged.
      """;

  private final Gitlab gitlab = new Gitlab();

  @TempDir private Path folder;
  private Job job;

  @BeforeEach
  void begin() {
    job =
        new Job(folder)
            .with("CI_API_V4_URL", gitlab.url() + "/api/v4")
            .with("CI_SERVER_URL", "https://gitlab.example")
            .with("CI_PROJECT_URL", "https://gitlab.example/acme/fivetran")
            .with("CI_PROJECT_ID", "5")
            .with("CI_PROJECT_DIR", folder.resolve("checkout").toString())
            .with("CI_COMMIT_SHA", "fedcba9876543210fedcba9876543210fedcba98")
            .with("CI_JOB_URL", "https://gitlab.example/acme/fivetran/-/jobs/9")
            .with("CI_MERGE_REQUEST_IID", "12")
            .with("CI_MERGE_REQUEST_PROJECT_ID", "5")
            .with("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "5")
            .with("FTCTL_GITLAB_TOKEN", Forge.TOKEN)
            .file("canned/quality", "[]\n");
  }

  @AfterEach
  void close() {
    gitlab.close();
  }

  private Job.Ended run(String command) {
    return job.run("bash", SCRIPT.toString(), command);
  }

  @Test
  void noteIsMadeOnceAndThenKeptUpToDate() {
    gitlab.pageSize = 2;
    gitlab.comment(Forge.SOMEBODY, "Fine.");
    gitlab.comment(Forge.SOMEBODY, MARKER + "### ftctl plan: nothing changes");
    gitlab.comment(Forge.JOB, "Another note of this token.");
    job.ftctl(2, DOCUMENT, "");

    Job.Ended first = run("plan");
    job.ftctl(65, DOCUMENT.replace("1 update", "**no plan**"), "");
    Job.Ended second = run("plan");

    assertThat(first.code()).as(first.log()).isZero();
    assertThat(second.code()).as(second.log()).isEqualTo(65);
    assertThat(gitlab.writes())
        .containsExactly(
            "POST /api/v4/projects/5/merge_requests/12/notes",
            "PUT /api/v4/projects/5/merge_requests/12/notes/103");
    assertThat(gitlab.bodiesOf(Forge.JOB))
        .last()
        .asString()
        .startsWith(MARKER + "### ftctl plan: **no plan**\n")
        .contains(
            "&#47;approve",
            "[This job](https://gitlab.example/acme/fivetran/-/jobs/9), of fedcba987654")
        .doesNotContain("\n/");
    assertThat(gitlab.bodiesOf(Forge.SOMEBODY))
        .contains(MARKER + "### ftctl plan: nothing changes");
  }

  @Test
  void noteSaysSoWhereNothingWasPrinted() {
    job.ftctl(2, DOCUMENT, "");
    run("plan");
    job.ftctl(69, "", "");

    Job.Ended ended = run("plan");

    assertThat(ended.code()).isEqualTo(69);
    assertThat(gitlab.bodiesOf(Forge.JOB))
        .singleElement()
        .asString()
        .contains("**no plan**", "ended with 69 (Fivetran could not be reached)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read-only", "wrong", "none"})
  void tokenThatMayNotWriteLeavesTheJobAsItIs(String token) {
    job.ftctl(2, DOCUMENT, "");
    switch (token) {
      case "read-only" -> gitlab.isWritable = false;
      case "wrong" -> job.with("FTCTL_GITLAB_TOKEN", "another");
      default -> job.with("FTCTL_GITLAB_TOKEN", "");
    }

    Job.Ended ended = run("plan");

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.log()).contains("warning: the merge request has no note of this plan: ");
    assertThat(gitlab.comments).isEmpty();
  }

  @Test
  void forkWithoutSecretsIsGreenWithValidateOnly() {
    job.ftctl(77, "", "error: no key\n")
        .with("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "6")
        .with("FTCTL_ARGS", "--var a=b --allow delete");

    Job.Ended ended = run("plan");

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.log()).contains("A pipeline of a fork has no secrets");
    assertThat(job.asked().getLast()).isEqualTo("[validate][--var][a=b]");
    assertThat(gitlab.asked).isEmpty();
    assertThat(job.with("VALID", "65").run("bash", SCRIPT.toString(), "plan").code()).isEqualTo(65);
  }

  @Test
  void numbersAreVariablesOfLaterJobs() throws IOException {
    job.ftctl(2, DOCUMENT, "");

    run("plan");

    assertThat(left("counts.env"))
        .isEqualTo(
            "FTCTL_CREATE=0\n"
                + "FTCTL_UPDATE=1\n"
                + "FTCTL_REPLACE=0\n"
                + "FTCTL_DELETE=0\n"
                + "FTCTL_MOVE=0\n"
                + "FTCTL_BLOCKED=0\n"
                + "FTCTL_UNCHANGED=3\n");
    assertThat(job.read("canned/env-of-plan")).contains("PATH=").doesNotContain(Forge.TOKEN);
  }

  @Test
  void applyLeavesItsReportAndJournal() {
    job.ftctl(5, "### ftctl apply: 1 failed\n", "").with("FTCTL_ENVIRONMENT", "prod");

    Job.Ended ended = run("apply");

    assertThat(ended.code()).isEqualTo(5);
    assertThat(job.asked().getFirst())
        .startsWith("[apply][--auto-approve]")
        .endsWith("[--env][prod]");
    assertThat(job.checkout.resolve("ftctl-out")).isDirectoryContaining("glob:**/report.json");
    assertThat(gitlab.asked).isEmpty();
  }

  /// The real program, on the simulator.
  @Test
  void realOneTellsQualityAndKeepsSecrets() throws IOException {
    Path file = job.checkout.resolve("data/manifests/all.yaml");
    Files.createDirectories(file.getParent());
    Files.createDirectories(job.checkout.resolve(".git"));
    Files.writeString(
        file, "kind: Group\nmetadata: {name: finance}\n---\nkind: Grup\nmetadata: {name: b}\n");
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      job.realFtctl()
          .with("FTCTL_FOLDER", "data")
          .with("FIVETRAN_API_URL", sandbox.url().toString())
          .with("FIVETRAN_API_KEY", sandbox.apiKey())
          .with("FIVETRAN_API_SECRET", sandbox.apiSecret());

      Job.Ended wrong = run("plan");
      JsonNode quality = Forge.JSON.readTree(left("code-quality.json"));

      assertThat(wrong.code()).as(wrong.log()).isEqualTo(65);
      assertThat(quality).hasSize(1);
      assertThat(quality.at("/0/location/path").asText()).isEqualTo("data/manifests/all.yaml");
      assertThat(quality.at("/0/location/lines/begin").asInt()).isEqualTo(4);
      assertThat(quality.at("/0/severity").asText()).isEqualTo("critical");
      assertThat(quality.at("/0/fingerprint").asText()).matches("[0-9a-f]{64}");
      assertThat(gitlab.bodiesOf(Forge.JOB)).singleElement().asString().contains("Grup");
      assertThat(job.leftBehind() + gitlab.all()).doesNotContain(Forge.TOKEN, sandbox.apiSecret());
    }
  }

  private String left(String name) throws IOException {
    return Files.readString(job.checkout.resolve("ftctl-out").resolve(name));
  }
}
