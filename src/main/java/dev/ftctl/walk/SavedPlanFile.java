package dev.ftctl.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.Digest;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.plan.SavedPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Saved plans as files. Whoever can write one can write what he likes: nothing of it is believed
/// that the plan made at apply does not say, too. Its own digest only finds damage.
public final class SavedPlanFile {

  private static final String FORMATS = "ftctl-saved-plan/";
  private static final String FORMAT = FORMATS + "v2";
  private static final String DIGEST = "digest";

  /// Of a file; a tree of it takes about ten times as much memory.
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final int DEEPEST = 200;

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
  /// @throws RefusedException when the file can't be written, or would hold a secret that apply
  ///   needs
  public void write(SavedPlan saved, String planJson, NamedOutput file) {
    if (saved.arguments().stream().anyMatch(text -> !redaction.mask(text).equals(text))) {
      throw new RefusedException(
          Refusal.USAGE,
          "a secret stands on the command line, and a saved plan would tell it",
          "Give it in the environment and refer to it: ${env:NAME}.");
    }
    ObjectNode json = Trees.JSON.createObjectNode();
    json.put("format", FORMAT)
        .put("ftctl", saved.version())
        .put("account", saved.accountId())
        .put("environment", saved.environment());
    json.put("manifests", saved.manifestsDigest());
    saved.arguments().forEach(json.putArray("arguments")::add);
    saved.changes().forEach(json.putObject("changes")::put);
    try {
      json.set("plan", Trees.JSON.readTree(redaction.mask(planJson)));
      json.put(DIGEST, digest(json));
      String text = Trees.JSON.writeValueAsString(json) + "\n";
      if (text.length() > LARGEST) {
        throw new RefusedException(
            Refusal.FAILED,
            "the plan is larger than a plan file may be (64 MB)",
            "Save it in parts: paths, -l or --target narrow it.");
      }
      // In JSON that means the same, so the digest holds.
      file.write(Inert.text(text));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }

  /// The plan in a file; empty when the path is none of a saved plan.
  ///
  /// @throws RefusedException when it can't be read, or is not as ftctl wrote it
  public Optional<Portion.Saved> read(String path) {
    Path file = resolved(path);
    if (!isOne(file)) {
      if (path.endsWith(".json") && !Files.isReadable(file)) {
        throw new RefusedException(
            Refusal.USAGE, "the plan file " + path + " can't be read", "Check the path.");
      }
      return Optional.empty();
    }
    JsonNode json = tree(path, file);
    String format = json.path("format").asText();
    if (format.startsWith(FORMATS) && !format.equals(FORMAT)) {
      throw new RefusedException(
          Refusal.STALE,
          "the plan file " + path + " was written by another version of ftctl",
          "Nothing was changed. Make a new plan with -o and look at it again.");
    }
    PlanShape.of("saved-plan.schema.json")
        .mistake(json)
        .ifPresent(mistake -> {
          throw damaged(path, mistake);
        });
    ObjectNode object = (ObjectNode) json;
    if (!digest(object).equals(object.path(DIGEST).asText())) {
      throw damaged(path, "its digest does not fit it");
    }
    return Optional.of(plan(path, object));
  }

  /// What somebody sees of the plan in a file, as JSON; empty when the path is none of a saved
  /// plan.
  ///
  /// @throws RefusedException when it can't be read, or is not as ftctl wrote it
  public Optional<JsonNode> shown(String path) {
    return read(path).map(saved -> saved.shown().json());
  }

  /// Whether a file begins like a saved plan of any version; false for what can't be read.
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(200), UTF_8).contains("\"" + FORMATS);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// Made for who reads or writes a plan: each command looks whether a path is one.
  private static final class Trees {
    static final JsonMapper JSON =
        JsonMapper.builder(
                JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  private Path resolved(String path) {
    try {
      return folder.resolve(path);
    } catch (InvalidPathException noPath) {
      return folder;
    }
  }

  private static JsonNode tree(String path, Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw damaged(path, "it is larger than 64 MB");
      }
      return Trees.JSON.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (JsonProcessingException notJson) {
      var at = Optional.ofNullable(notJson.getLocation());
      throw damaged(
          path,
          "it is not JSON as ftctl writes it"
              + at.map(
                      where -> ", at line " + where.getLineNr() + ", column " + where.getColumnNr())
                  .orElse(""));
    } catch (java.nio.charset.CharacterCodingException notText) {
      throw damaged(path, "it is not UTF-8");
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "the plan file " + path + " can't be read", "Check the path.");
    }
  }

  private static RefusedException damaged(String path, String why) {
    return new RefusedException(
        Refusal.INVALID,
        "the plan file " + path + " is cut off, or was changed: " + why,
        "Nothing was changed. Make a new plan with -o and look at it again.");
  }

  /// Of everything but itself, in the order of the file; blanks between the parts don't count.
  private static String digest(ObjectNode json) {
    return new Digest().with(json.deepCopy().without(DIGEST).toString()).hex();
  }

  private static Portion.Saved plan(String path, ObjectNode json) {
    var arguments = new ArrayList<String>();
    json.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    return new Portion.Saved(
        new SavedPlan(
            json.path("ftctl").asText(),
            json.path("account").asText(),
            json.path("environment").asText(),
            json.path("manifests").asText(),
            List.copyOf(arguments),
            changes(path, json.path("changes"))),
        new ShownPlan(json.path("plan")));
  }

  private static SequencedMap<String, String> changes(String path, JsonNode json) {
    var changes = new LinkedHashMap<String, String>();
    for (var change : json.properties()) {
      // What is no address would be printed as one.
      if (!change.getKey().matches("[a-z-]{1,40}/[\\p{L}\\p{Nd}_.@+:~%-]{1,9000}")) {
        throw damaged(path, "/changes names what is no address");
      }
      changes.put(change.getKey(), change.getValue().asText());
    }
    return changes;
  }
}
