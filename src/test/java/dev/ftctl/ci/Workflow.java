package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A workflow of `acme/fivetran` that uses the action, run for a pull request: the steps of
/// `action.yml` with the variables that it gives them and no others.
final class Workflow {

  private static final Path ACTION = Path.of("action.yml").toAbsolutePath();
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([\\w.-]+) \\}\\}");

  private final Job job;
  private final JsonNode action;
  private final Map<String, String> contexts = new HashMap<>();

  private Workflow(Job job) {
    this.job = job;
    try {
      action = new YAMLMapper().readTree(ACTION.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
        .with("GITHUB_ACTION_PATH", ACTION.getParent().toString())
        .with("GITHUB_OUTPUT", job.folder("outputs").toString())
        .with("GITHUB_PATH", job.folder("path").toString())
        .with("GITHUB_STEP_SUMMARY", job.folder("summary").toString())
        .with("RUNNER_TEMP", job.folder("temp").toString())
        .with("RUNNER_OS", "Linux")
        .with("RUNNER_ARCH", "X64");
    return new Workflow(job)
        .event("github.token", Forge.TOKEN)
        .event("github.action_repository", "")
        .event("github.event.pull_request.number", "12")
        .event("github.event.pull_request.head.repo.full_name", "acme/fivetran")
        .event("github.event.pull_request.head.sha", "fedcba9876543210fedcba9876543210fedcba98")
        .inputs();
  }

  /// From now on what happened is another thing.
  Workflow event(String name, String value) {
    contexts.put(name, value);
    action
        .path("inputs")
        .properties()
        .forEach(input -> {
          if (input.getValue().path("default").asText().contains(name)) {
            input(input.getKey(), value);
          }
        });
    return this;
  }

  private Workflow inputs() {
    action
        .path("inputs")
        .properties()
        .forEach(
            input -> input(input.getKey(), evaluated(input.getValue().path("default").asText())));
    return this;
  }

  Workflow input(String name, String value) {
    contexts.put("inputs." + name, value);
    return this;
  }

  Job.Ended install() {
    return step("Install ftctl");
  }

  /// The step that runs ftctl, and the one that comments, whatever became of the first.
  Job.Ended run() {
    job.file("outputs", "").file("summary", "");
    Job.Ended ran = step("Run ftctl");
    if (!"plan".equals(contexts.get("inputs.command"))) {
      return ran;
    }
    return new Job.Ended(ran.code(), ran.log() + comment(ran).log(), job);
  }

  Job.Ended comment(Job.Ended ran) {
    contexts.keySet().removeIf(name -> name.startsWith("steps."));
    ran.outputs().forEach((name, value) -> contexts.put("steps.run.outputs." + name, value));
    Job.Ended ended = step("Keep the comment up to date");
    assertThat(ended.code()).as(ended.log()).isZero();
    return ended;
  }

  private Job.Ended step(String name) {
    for (JsonNode step : action.at("/runs/steps")) {
      if (step.path("name").asText().equals(name)) {
        var variables = new LinkedHashMap<String, String>();
        step.path("env")
            .properties()
            .forEach(one -> variables.put(one.getKey(), evaluated(one.getValue().asText())));
        // As a runner does for `shell: bash`.
        return job.run(variables, "bash", "-eo", "pipefail", "-c", step.path("run").asText());
      }
    }
    throw new AssertionError("action.yml has no step " + name);
  }

  /// What no step has put out is empty; anything else has to be known.
  private String evaluated(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(found -> {
          String name = found.group(1);
          String value =
              name.startsWith("steps.") ? contexts.getOrDefault(name, "") : contexts.get(name);
          return Matcher.quoteReplacement(Objects.requireNonNull(value, name));
        });
  }
}
