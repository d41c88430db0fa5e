package dev.ftctl.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A memory as a file of its owner alone: JSON, whose names of schemas, tables and columns are
/// hashes.
///
/// @param shown as the user named it
public record MemoryFile(Path file, String shown) {

  private static final String FORMAT = "ftctl-drift-memory/v1";
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  /// Empty where there is no such file yet.
  ///
  /// @throws RefusedException when it can't be read, or is none that ftctl wrote
  public Optional<Memory> read() {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = BoundedFile.regular(file, LARGEST).orElseThrow(this::foreign);
      JsonNode tree = JSON.readTree(new String(bytes, UTF_8));
      if (!tree.path("format").asText().equals(FORMAT)) {
        throw foreign();
      }
      return Optional.of(memory(tree));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
      throw foreign();
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "--since " + shown + " can't be read: " + Reasons.of(unreadable),
          "Name a file that drift wrote, or one that is not there yet.");
    }
  }

  /// @throws RefusedException when what was remembered is of another account, environment or
  ///   selection
  public void requireFitting(Memory before, Memory.Of of) {
    if (!before.of().equals(of)) {
      String what =
          !before.of().account().equals(of.account())
              ? "account " + before.of().account()
              : !before.of().environment().equals(of.environment())
                  ? "the environment '" + before.of().environment() + "'"
                  : "other paths, selectors or targets";
      throw new RefusedException(
          Refusal.USAGE,
          "--since " + shown + " was written for " + what,
          "Give each account, environment and selection a file of its own.");
    }
  }

  /// In place of what was there.
  public static void write(Memory memory, NamedOutput output) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT)
        .put("account", memory.of().account())
        .put("environment", memory.of().environment())
        .put("selection", memory.of().selection());
    ObjectNode told = json.putObject("told");
    new TreeMap<>(memory.told())
        .forEach((key, one) ->
            told.putObject(key)
                .put("since", one.since().toString())
                .put("class", one.sort().word())
                .put("address", one.address())
                .put("field", one.field())
                .put("about", one.about()));
    put(json.putObject("seen"), memory.seen());
    if (!memory.undecided().isEmpty()) {
      put(json.putObject("undecided"), memory.undecided());
    }
    try {
      output.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }

  private static void put(ObjectNode json, Map<String, Set<String>> names) {
    new TreeMap<>(names)
        .forEach((owner, some) -> json.put(owner, String.join(" ", Memory.sorted(some))));
  }

  private static Map<String, Set<String>> names(JsonNode tree) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (var entry : tree.properties()) {
      names.put(
          entry.getKey(), new TreeSet<>(Arrays.asList(entry.getValue().asText().split(" ", -1))));
    }
    return names;
  }

  private static Memory memory(JsonNode tree) {
    Map<String, Remembered> told = new TreeMap<>();
    for (var entry : tree.path("told").properties()) {
      JsonNode one = entry.getValue();
      String address = one.path("address").asText();
      told.put(
          entry.getKey(),
          new Remembered(
              Instant.parse(one.path("since").asText()),
              DriftClass.valueOf(one.path("class").asText().toUpperCase(Locale.ROOT)),
              address.substring(0, Math.max(0, address.indexOf('/'))),
              address,
              one.path("field").asText(),
              one.path("about").asText()));
    }
    return new Memory(
        new Memory.Of(
            tree.path("account").asText(),
            tree.path("environment").asText(),
            tree.path("selection").asText()),
        told,
        names(tree.path("seen")),
        names(tree.path("undecided")));
  }

  private RefusedException foreign() {
    return new RefusedException(
        Refusal.INVALID,
        "--since " + shown + " is no file that drift wrote, or a damaged one",
        "Name another file, or remove it: then the next run is a first one, and nothing counts as"
            + " new.");
  }
}
