package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `apply --record` noted gets to the server, unless another run was there first.
final class RecordedTest {

  private static final String REF = "refs/ftctl/applied/default";
  private static final String APPLY =
      """
      case $1 in
        apply)
          git update-ref refs/ftctl/applied/default HEAD
          [ -z "${MEANWHILE:-}" ] || git push -q --force origin "$MEANWHILE:refs/ftctl/applied/default"
          echo "### ftctl apply: done" ;;
      esac
      """;

  private final Github github = new Github();

  @TempDir private Path folder;
  private Job job;
  private Workflow workflow;

  @BeforeEach
  void begin() {
    job =
        new Job(folder)
            .with("GIT_AUTHOR_NAME", "ana")
            .with("GIT_AUTHOR_EMAIL", "ana@example.com")
            .with("GIT_COMMITTER_NAME", "ana")
            .with("GIT_COMMITTER_EMAIL", "ana@example.com");
    git("init", "-q", "--bare", folder.resolve("server").toString());
    git("init", "-q", "-b", "main");
    git("remote", "add", "origin", folder.resolve("server").toString());
    commit();
    workflow =
        Workflow.of(job, github).input("command", "apply").input("args", "--base auto --record");
    job.program("ftctl", APPLY);
  }

  @AfterEach
  void close() {
    github.close();
  }

  @Test
  void firstAndFurtherOnesArePushed() {
    Job.Ended first = workflow.run();
    String head = git("rev-parse", "HEAD");
    String applied = onServer();
    commit();
    Job.Ended second = workflow.run();

    assertThat(first.code()).as(first.log()).isZero();
    assertThat(applied).isEqualTo(head);
    assertThat(second.code()).as(second.log()).isZero();
    assertThat(onServer()).isEqualTo(git("rev-parse", "HEAD")).isNotEqualTo(head);
  }

  @Test
  void anotherRunThatPushedMeanwhileWins() {
    workflow.run();
    commit();
    String other = git("rev-parse", "HEAD");
    commit();
    job.with("MEANWHILE", other);

    Job.Ended ended = workflow.run();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.log())
        .contains("::error title=ftctl apply::what was applied is not recorded on the server");
    assertThat(ended.outputs()).containsEntry("exit-code", "0");
    assertThat(onServer()).isEqualTo(other);
  }

  @Test
  void whatAnotherCheckoutRecordedIsFetchedFirst() {
    workflow.run();
    git("update-ref", "-d", REF);
    job.program("ftctl", "git rev-parse --verify refs/ftctl/applied/default; exit 2");

    Job.Ended ended = workflow.input("command", "plan").input("args", "--base auto").run();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.summary().strip()).isEqualTo(onServer());
  }

  @Test
  void withoutTheFlagNothingIsPushed() {
    workflow.input("args", "").run();

    assertThat(git("ls-remote", "origin", REF)).isEmpty();
  }

  /// The one that a checkout keeps is set aside: a server refuses a request that has two.
  @Test
  void serverGetsTheTokenOnce() {
    git("config", "http." + github.url() + "/.extraheader", "AUTHORIZATION: basic kept");
    git("remote", "set-url", "origin", github.url() + "/acme/fivetran.git");
    job.with("GITHUB_SERVER_URL", github.url());

    workflow.run();

    assertThat(github.authorizations)
        .isNotEmpty()
        .allSatisfy(sent ->
            assertThat(sent).containsExactly("basic " + base64("x-access-token:" + Forge.TOKEN)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void commit() {
    git("commit", "-q", "--allow-empty", "-m", "change");
  }

  private String onServer() {
    return git("ls-remote", "origin", REF).split("\t")[0];
  }

  private String git(String... words) {
    var line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(words));
    Job.Ended ended = job.run(line.toArray(String[]::new));
    assertThat(ended.code()).as(ended.log()).isZero();
    return ended.log().strip();
  }
}
