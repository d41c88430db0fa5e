package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;

/// The steps of `action.yml` as GitHub runs them for a pull request of `acme/fivetran`.
final class Workflow {

  private static final Path SCRIPTS = Path.of("src/ci/github").toAbsolutePath();

  private final Job job;

  private Workflow(Job job) {
    this.job = job;
  }

  static Workflow of(Job job, Github github) {
    job.with("GITHUB_API_URL", github.url())
        .with("GITHUB_GRAPHQL_URL", github.url() + "/graphql")
        .with("GITHUB_SERVER_URL", "https://github.example")
        .with("GITHUB_REPOSITORY", "acme/fivetran")
        .with("GITHUB_RUN_ID", "77")
        .with("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567")
        .with("GITHUB_EVENT_NAME", "pull_request")
        .with("GITHUB_ACTOR", "ana")
        .with("GITHUB_WORKSPACE", job.checkout.toString())
        .with("GITHUB_ACTION_PATH", SCRIPTS.getParent().getParent().getParent().toString())
        .with("GITHUB_OUTPUT", job.folder("outputs").toString())
        .with("GITHUB_PATH", job.folder("path").toString())
        .with("GITHUB_STEP_SUMMARY", job.folder("summary").toString())
        .with("RUNNER_TEMP", job.folder("temp").toString())
        .with("RUNNER_OS", "Linux")
        .with("RUNNER_ARCH", "X64")
        .with("HEAD_REPOSITORY", "acme/fivetran")
        .with("HEAD_SHA", "fedcba9876543210fedcba9876543210fedcba98")
        .with("PULL_REQUEST", "12");
    return new Workflow(job).input("github-token", Forge.TOKEN).defaults();
  }

  private Workflow defaults() {
    return input("command", "plan")
        .input("paths", "")
        .input("args", "")
        .input("environment", "")
        .input("working-directory", ".")
        .input("plan-file", "")
        .input("success-codes", "0 2")
        .input("version", "")
        .input("sha256", "")
        .input("repository", "")
        .input("download-url", "");
  }

  Workflow input(String name, String value) {
    job.with("INPUT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value);
    return this;
  }

  Job.Ended install() {
    return job.run("bash", SCRIPTS.resolve("install.sh").toString());
  }

  /// The step that runs ftctl, and the one that comments, whatever became of the first.
  Job.Ended run() {
    job.file("outputs", "").file("summary", "");
    Job.Ended ran = job.run("bash", SCRIPTS.resolve("run.sh").toString());
    Job.Ended commented = job.variable("INPUT_COMMAND").equals("plan") ? comment(ran) : ran;
    return new Job.Ended(ran.code(), ran.log() + (commented == ran ? "" : commented.log()), job);
  }

  Job.Ended comment(Job.Ended ran) {
    job.with("EXIT_CODE", ran.outputs().getOrDefault("exit-code", ""))
        .with("DOCUMENT", ran.outputs().getOrDefault("document", ""))
        .with("VALIDATED_ONLY", ran.outputs().getOrDefault("validated-only", ""));
    Job.Ended ended = job.run("bash", SCRIPTS.resolve("comment.sh").toString());
    assertThat(ended.code()).as(ended.log()).isZero();
    return ended;
  }
}
