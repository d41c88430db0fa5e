package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was reviewed is what is applied: whatever a forger changes in a plan file, digest and all,
/// apply refuses it or does what the file shows.
class SavedPlanFieldsTest {

  private static final JsonMapper JSON = new JsonMapper();

  /// One of each kind of change, and of what stops a plan.
  private static final List<String> ONE_OF_A_KIND =
      List.of(
          "create-a-connector",
          "delete-by-absent",
          "environment",
          "exclude-a-column",
          "limit-of-deletions",
          "move-a-connection",
          "removed-since-a-revision",
          "rename-a-group",
          "replacement-allowed",
          "replacement-blocked",
          "rotate-a-secret",
          "skip-what-is-blocked");

  private static final long SEED = Long.getLong("ftctl.test.seed", 1);

  private static final Set<Integer> REFUSED = Set.of(4, 6, 64, 65);

  @TempDir Path temporary;

  static List<Case> cases() {
    return Scale.of(0, 1) == 1
        ? Case.all()
        : Case.all().stream().filter(one -> ONE_OF_A_KIND.contains(one.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFieldIsRefusedOrWithoutEffect(Case one) throws Exception {
    try (var lab = new Lab()) {
      Workspace workspace = CaseStage.begun(one, lab, temporary);
      workspace.run(("plan -o plan.json " + one.flags()).strip().split(" "));
      if (!Files.exists(workspace.folder().resolve("plan.json"))) {
        // Manifests that are wrong have no plan.
        return;
      }
      var account = new Standing(lab, workspace, one);
      JsonNode saved = JSON.readTree(workspace.read("plan.json"));
      Applied honest = account.apply(saved);
      assertThat(honest.ran().code()).as("%s", honest.ran()).isNotIn(6, 64, 65, 70);

      for (Tampering tampering : sampled(one, saved)) {
        account.restore();
        Applied applied = account.apply(tampering.tree());
        String what = one + " " + tampering.what() + "\n" + applied.ran();

        assertThat(applied.ran().all()).as(what).doesNotContain("\u001b", "Exception", "\tat ");
        if (applied.writes().isEmpty() && !honest.writes().isEmpty()) {
          assertThat(applied.ran().code()).as(what).isIn(REFUSED);
        } else {
          assertThat(applied.writes()).as(what).isEqualTo(honest.writes());
        }
        if (!applied.writes().isEmpty()) {
          assertThat(acting(tampering.tree())).as(what).isEqualTo(acting(saved));
        }
      }
    }
  }

  private static List<Tampering> sampled(Case one, JsonNode saved) {
    List<Tampering> all = new ArrayList<>(Tampering.allOf(saved));
    Collections.shuffle(all, new Random(SEED + one.name().hashCode()));
    int most = Scale.of(12, ONE_OF_A_KIND.contains(one.name()) ? all.size() : 40);
    return all.stream().limit(most).map(Tampering::forged).toList();
  }

  /// What a reviewer reads of what is done: by whom it was judged, to what, in which values.
  private static Set<String> acting(JsonNode saved) {
    var acting = new TreeSet<String>();
    for (JsonNode entry : saved.path("plan").path("changes")) {
      if (!entry.path("action").asText().equals("none")) {
        acting.add(
            String.join(
                " ",
                entry.path("action").asText(),
                entry.path("address").asText(),
                entry.path("fields").toString(),
                entry.path("risks").toString(),
                entry.path("blocks").toString()));
      }
    }
    return acting;
  }

  private record Applied(Ran ran, String writes) {}

  /// The account as it was planned for.
  private static final class Standing {

    private final Lab lab;
    private final Workspace workspace;
    private final ObjectNode account;
    private final JsonNode faults;

    Standing(Lab lab, Workspace workspace, Case one) throws Exception {
      this.lab = lab;
      this.workspace = workspace;
      this.account = lab.sandbox().control().account();
      this.faults =
          one.has("faults.json") ? JSON.readTree(one.read("faults.json")) : JSON.createArrayNode();
    }

    void restore() {
      lab.sandbox().control().replaceAccount(account.deepCopy());
      lab.sandbox().control().faults(faults);
    }

    Applied apply(JsonNode tree) {
      workspace.file("plan.json", tree.toString());
      lab.forget();
      Ran ran = workspace.run("apply", "plan.json", "--journal", "none", "--parallelism", "1");
      String writes =
          new Calls()
              .knowing(account)
              .knowing(lab.sandbox().control().account())
              .text(lab.writes());
      return new Applied(ran, lab.writes().isEmpty() ? "" : writes);
    }
  }
}
