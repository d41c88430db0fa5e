package dev.ftctl.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.files.Disk;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.plan.SavedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan file gives back what was saved, and shows no secret.
class SavedPlanFileTest {

  private static final SavedPlan SAVED =
      new SavedPlan(
          "1.2.0",
          "acc_1",
          "prod",
          "digest",
          List.of("--env=prod"),
          new LinkedHashMap<>(Map.of("group/prod", "0".repeat(64))));

  private static final String PLAN =
      """
      {"format": "ftctl-plan/v1", "account": {"id": "acc_1", "name": "acme"}, "manifests": 1,
       "resources": 1, "digest": "digest", "changes": [], "unmanaged": [], "notices": [],
       "policies": [],
       "counts": {"create": 0, "update": 0, "replace": 0, "delete": 0, "move": 0, "blocked": 0,
                  "unchanged": 1},
       "cost": {"steps": 0, "writes": 0, "requests": 0, "setup_tests": 0, "source_interactions": 0,
                "connections_created": 0, "users_created": 0, "private_links_created": 0, "seconds": 0},
       "blocked": false, "exit_code": 0}
      """;

  @TempDir Path folder;
  private final Redaction redaction = new Redaction();
  private SavedPlanFile files;

  @BeforeEach
  void open() {
    files = new SavedPlanFile(folder, redaction);
  }

  @Test
  void savedPlanIsReadAsItWas() {
    write(SAVED, PLAN);

    assertThat(files.read("plan.json").map(Portion.Saved::plan)).contains(SAVED);
  }

  @Test
  void planForReviewersHoldsNoSecret() throws IOException {
    redaction.remember("harmless-secret-1");

    write(SAVED, PLAN.replace("acme", "harmless-secret-1"));

    assertThat(Files.readString(folder.resolve("plan.json")))
        .contains("\"(secret)\"")
        .doesNotContain("harmless-secret-1");
  }

  @Test
  void otherPathsAreNoPlans() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: Group\n");
    Files.writeString(folder.resolve("a.json"), "{\"kind\": \"Group\"}");

    assertThat(files.read("a.yaml")).isEmpty();
    assertThat(files.read("a.json")).isEmpty();
    assertThat(files.read("manifests")).isEmpty();
  }

  @Test
  void planFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> files.read("gone.json"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.USAGE))
        .hasMessageContaining("gone.json");
  }

  @Test
  void secretOnTheCommandLineIsRefused() {
    redaction.remember("harmless-secret-1");
    var telling =
        new SavedPlan(
            "1.2.0",
            "acc_1",
            "",
            "digest",
            List.of("--var=a=harmless-secret-1"),
            new LinkedHashMap<>());

    assertThatThrownBy(() -> write(telling, PLAN))
        .isInstanceOf(RefusedException.class)
        .hasMessageNotContaining("harmless");
    assertThat(folder.resolve("plan.json")).doesNotExist();
  }

  /// Wherever it is cut off, it is refused, or no plan file at all, which reads as a manifest.
  @Test
  void everyPieceOfAFileIsRefused() throws IOException {
    write(SAVED, PLAN);
    byte[] whole = Files.readAllBytes(folder.resolve("plan.json"));
    int end = new String(whole, UTF_8).stripTrailing().length();

    for (int length = 0; length < end; length++) {
      Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, length));
      if (SavedPlanFile.isOne(folder.resolve("cut.json"))) {
        isDamaged("cut.json");
      } else {
        assertThat(length).isLessThan(40);
        assertThat(files.read("cut.json")).isEmpty();
      }
    }
  }

  /// Each byte changed, its digest left: no other file is taken for this one.
  @Test
  void everyChangedByteIsRefused() throws IOException {
    write(SAVED, PLAN);
    byte[] whole = Files.readAllBytes(folder.resolve("plan.json"));

    for (int at = 0; at < whole.length; at++) {
      for (int flip : new int[] {1, 2, 16, 32, 128}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) flip;
        Files.write(folder.resolve("flipped.json"), changed);
        if (SavedPlanFile.isOne(folder.resolve("flipped.json"))) {
          try {
            // A blank for another blank.
            assertThat(files.read("flipped.json").map(Portion.Saved::plan)).contains(SAVED);
            assertThat((char) whole[at]).as("byte %s", at).isIn(' ', '\n');
          } catch (RefusedException refused) {
            assertThat(refused.reason()).isIn(Refusal.INVALID, Refusal.STALE);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"account\": 5",
        "\"account\": null",
        "\"account\": \"a\\u001bb\"",
        "\"account\": \"acc_1\", \"account\": \"acc_1\"",
        "\"account\": \"acc_1\", \"more\": 1",
        "\"account\": 1e400",
        "\"account\": [[[[[[[[[[]]]]]]]]]]",
      })
  void whatFtctlDoesNotWriteIsRefused(String account) throws IOException {
    write(SAVED, PLAN);
    String text = Files.readString(folder.resolve("plan.json"));
    Files.writeString(
        folder.resolve("plan.json"), text.replace("\"account\" : \"acc_1\"", account));

    isDamaged("plan.json");
  }

  @Test
  void depthIsBounded() throws IOException {
    Files.writeString(
        folder.resolve("deep.json"),
        "{\"format\": \"ftctl-saved-plan/v2\", \"plan\": " + "[".repeat(100_000));

    isDamaged("deep.json");
  }

  @Test
  void planOfAnotherFormatIsStale() throws IOException {
    Files.writeString(folder.resolve("old.json"), "{\"format\": \"ftctl-saved-plan/v1\"}");

    assertThatThrownBy(() -> files.read("old.json"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.STALE));
  }

  private void isDamaged(String file) {
    assertThatThrownBy(() -> files.read(file))
        .as(file)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.INVALID))
        .hasMessageContaining("is cut off, or was changed: ")
        .satisfies(refused -> assertThat(refused.getMessage()).matches("[\\x20-\\x7e]+"));
  }

  private void write(SavedPlan saved, String planJson) {
    try (var file = NamedOutput.open(Disk.REAL, folder.resolve("plan.json"))) {
      files.write(saved, planJson, file);
    }
  }
}
