package dev.ftctl.walk;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan file gives back what was saved, and shows no secret.
class SavedPlanFileTest {

  private static final SavedPlan SAVED =
      new SavedPlan(
          "1.2.0",
          "acc_1",
          "prod",
          "digest",
          List.of("--env", "prod"),
          new LinkedHashMap<>(Map.of("group/prod", "d1")));

  @TempDir Path folder;
  private final Redaction redaction = new Redaction();
  private SavedPlanFile files;

  @BeforeEach
  void open() {
    files = new SavedPlanFile(folder, redaction);
  }

  @Test
  void savedPlanIsReadAsItWas() {
    write("{\"changes\": []}");

    assertThat(files.read("plan.json")).contains(SAVED);
  }

  @Test
  void planForReviewersHoldsNoSecret() throws IOException {
    redaction.remember("harmless-secret-1");

    write("{\"note\": \"harmless-secret-1\"}");

    assertThat(Files.readString(folder.resolve("plan.json")))
        .contains("\"note\"")
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

  private void write(String planJson) {
    try (var file = NamedOutput.open(Disk.REAL, folder.resolve("plan.json"))) {
      files.write(SAVED, planJson, file);
    }
  }
}
