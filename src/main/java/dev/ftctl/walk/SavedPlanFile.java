package dev.ftctl.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.plan.SavedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Saved plans as files.
public final class SavedPlanFile {

  private static final String FORMAT = "ftctl-saved-plan/v1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final Redaction redaction;

  /// @param folder in which relative paths start
  public SavedPlanFile(Path folder, Redaction redaction) {
    this.folder = folder;
    this.redaction = redaction;
  }

  /// Digests and command line are what apply works with.
  ///
  /// @param planJson the plan for whoever reviews the file
  /// @throws RefusedException when the file can't be written
  public void write(SavedPlan saved, String planJson, NamedOutput file) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT)
        .put("ftctl", saved.version())
        .put("account", saved.accountId())
        .put("environment", saved.environment());
    json.put("manifests", saved.manifestsDigest());
    saved.arguments().forEach(json.putArray("arguments")::add);
    saved.changes().forEach(json.putObject("changes")::put);
    try {
      json.set("plan", JSON.readTree(planJson));
      String text = JSON.writeValueAsString(json) + "\n";
      file.write(Inert.text(redaction.mask(text)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }

  /// The plan in a file; empty when the path is none of a saved plan.
  ///
  /// @throws RefusedException when it can't be read
  public Optional<SavedPlan> read(String path) {
    Path file = folder.resolve(path);
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

  /// Whether a file begins like a saved plan of any version; false for what can't be read.
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(200), UTF_8).contains("\"ftctl-saved-plan/");
    } catch (IOException unreadable) {
      return false;
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
}
