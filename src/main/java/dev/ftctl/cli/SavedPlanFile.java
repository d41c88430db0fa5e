package dev.ftctl.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.SavedPlan;
import dev.ftctl.render.PlanJson;
import dev.ftctl.render.PlanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Saved plans as files.
final class SavedPlanFile {

  private static final String FORMAT = "ftctl-saved-plan/v1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Run run;

  SavedPlanFile(Run run) {
    this.run = run;
  }

  /// Digests and command line are what apply works with; `plan` is for whoever reviews the file.
  ///
  /// @param arguments of the command, its own name first, `-o FILE` among them
  void write(Plan plan, PlanReport report, List<String> arguments, String file) {
    SavedPlan saved = SavedPlan.of(plan, run.kinds().get(), withoutOut(arguments), Version.text());
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT)
        .put("ftctl", saved.version())
        .put("account", saved.accountId())
        .put("environment", saved.environment());
    json.put("manifests", saved.manifestsDigest());
    saved.arguments().forEach(json.putArray("arguments")::add);
    saved.changes().forEach(json.putObject("changes")::put);
    try {
      json.set("plan", JSON.readTree(PlanJson.of(report)));
      String text = JSON.writeValueAsString(json) + "\n";
      WholeFile.write(run.console().folder().resolve(file), run.redaction().mask(text));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
    run.output().tell("The plan is saved; run: ftctl apply " + file);
  }

  /// The plan in a file; empty when the path is none of a saved plan.
  Optional<SavedPlan> read(String path) {
    Path file = run.console().folder().resolve(path);
    if (!path.endsWith(".json") && !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      return json.path("format").asText().equals(FORMAT)
          ? Optional.of(plan(json))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "the plan file " + path + " can't be read", "Check the path.");
    }
  }

  private static SavedPlan plan(JsonNode json) {
    var arguments = new ArrayList<String>();
    json.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    var changes = new LinkedHashMap<String, String>();
    json.path("changes")
        .properties()
        .forEach(change -> changes.put(change.getKey(), change.getValue().asText()));
    return new SavedPlan(
        json.path("ftctl").asText(),
        json.path("account").asText(),
        json.path("environment").asText(),
        json.path("manifests").asText(),
        List.copyOf(arguments),
        changes);
  }

  private static List<String> withoutOut(List<String> arguments) {
    var kept = new ArrayList<String>();
    boolean skipsNext = false;
    for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      boolean isOut =
          argument.startsWith("-o") || argument.equals("--out") || argument.startsWith("--out=");
      if (!skipsNext && !isOut) {
        kept.add(argument);
      }
      skipsNext = !skipsNext && (argument.equals("-o") || argument.equals("--out"));
    }
    return kept;
  }
}
