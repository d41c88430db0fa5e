package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan file leads apply to no other files than those of the repository and the project that it
/// stands in.
class SavedPlanPlacesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String GROUP = "kind: Group\nmetadata: {name: g1}\n";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void begin() throws Exception {
    workspace =
        new Workspace(folder.resolve("repository"))
            .file("ftctl.yaml", "manifests: [manifests]\n")
            .file("manifests/groups.yaml", GROUP)
            .file("other/ftctl.yaml", "manifests: [manifests]\n")
            .file("other/manifests/groups.yaml", GROUP)
            .file("vars.yaml", "{}\n")
            .file("../outside/ftctl.yaml", "manifests: [manifests]\n")
            .file("../outside/manifests/groups.yaml", GROUP)
            .file("../outside/vars.yaml", "{}\n")
            .reaching(lab.sandbox());
    Files.createDirectories(workspace.folder().resolve(".git"));
    Files.createSymbolicLink(workspace.folder().resolve("link"), folder.resolve("outside"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// What opens something, or says how the account is reached, no plan file brings along.
  @Test
  void lineThatIsPrintedHasAllThatApplyNeeds() {
    workspace
        .with("FIVETRAN_API_URL", "")
        .with("FIVETRAN_API_KEY", "")
        .with("FIVETRAN_API_SECRET", "")
        .with("OTHER_NAME", "x")
        .file(
            "keys.json",
            "{\"fivetran\":{\"api_key\":\"%s\",\"api_secret\":\"%s\"}}"
                .formatted(lab.sandbox().apiKey(), lab.sandbox().apiSecret()))
        .file(
            "ftctl.yaml",
            "environments: {e: {account: sandbox_account, credentials: {key: OTHER_NAME, secret:"
                + " OTHER_NAME}}}\n")
        .file("manifests/groups.yaml", GROUP.replace("{name: g1}", "{name: g1, labels: {a: b}}"));

    Ran plan =
        workspace.run(
            "plan",
            "--env",
            "e",
            "--allow-path",
            "../outside",
            "--allow-credentials",
            "OTHER_NAME",
            "--credentials",
            "keys.json",
            "--api-url",
            lab.sandbox().url().toString(),
            "-o",
            "p.json");

    assertThat(plan.err())
        .contains(
            "ftctl apply p.json --allow-path=../outside --allow-credentials=OTHER_NAME"
                + " --credentials=keys.json --api-url="
                + lab.sandbox().url());
    String line = plan.err().replaceFirst("(?s).*run: ftctl ([^\n]*)\n.*", "$1");
    workspace.succeed((line + " --journal none").split(" "));
  }

  /// What somebody wrote into a plan file that was made without.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--config=other/ftctl.yaml",
        "--config=../outside/ftctl.yaml",
        "--config=link/ftctl.yaml",
        "--config=/nowhere",
        "--var-file=../outside/vars.yaml",
        "--var-file=link/vars.yaml",
        "--var-file=/proc/self/environ",
        "-- ../outside/manifests",
        "-- link/manifests",
        "-- /etc",
        "-- /proc/self/environ",
        "-- other/manifests",
        "-- ../repository/other/manifests",
        "--credentials=x",
        "@vars.yaml",
      })
  void foreignPlaceIsRefusedUnread(String arguments) throws Exception {
    workspace.succeed("plan", "-o", "plan.json");
    lab.forget();
    forge(arguments);

    Ran applied = workspace.run("apply", "plan.json");

    assertThat(applied.code()).as("%s", applied).isIn(64, 65);
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--config=other/ftctl.yaml, --config=other/ftctl.yaml",
    "--config other/ftctl.yaml, --config=other/ftctl.yaml",
    "--var-file=../outside/vars.yaml, --var-file=../outside/vars.yaml",
    "other/manifests, --config=other/ftctl.yaml",
  })
  void whatApplyNamesTooIsTaken(String planned, String named) {
    var plan = new ArrayList<>(List.of("plan", "-o", "plan.json"));
    plan.addAll(List.of(planned.split(" ")));
    Ran saved = workspace.succeed(plan.toArray(String[]::new));

    Ran alone = workspace.run("apply", "plan.json");
    Ran both = workspace.run("apply", "plan.json", named);

    assertThat(saved.err()).contains("run: ftctl apply plan.json " + named + "\n");
    assertThat(alone.code()).as("%s", alone).isEqualTo(64);
    assertThat(both.code()).as("%s", both).isZero();
    assertThat(lab.writes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--config=ftctl.yaml", "--var-file=vars.yaml", "manifests/groups.yaml"})
  void whatLiesHereNeedsNoWord(String planned) {
    workspace.succeed("plan", planned, "-o", "plan.json");

    workspace.succeed("apply", "plan.json");

    assertThat(lab.writes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--target=group/g1", "--env=prod", "--allow=delete", "--prune"})
  void optionThatThePlanDoesNotHaveIsRefused(String option) {
    workspace.succeed("plan", "-o", "plan.json");
    lab.forget();

    Ran applied = workspace.run("apply", "plan.json", option);

    assertThat(applied.code()).as("%s", applied).isEqualTo(64);
    assertThat(applied.err()).contains(option.replaceFirst("=.*", "") + " is not what the saved");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  @Test
  void pathOutsideOfTheRepositoryIsNotSaved() {
    Ran saved = workspace.run("plan", "../outside/manifests", "-o", "plan.json");

    assertThat(saved.code()).as("%s", saved).isEqualTo(64);
    assertThat(workspace.folder().resolve("plan.json")).doesNotExist();
  }

  /// All of what protects a connection taken out, and the rest made to fit.
  @Test
  void connectionIsNotStartedWithoutWhatProtectsIt() throws Exception {
    workspace.file(
        "manifests/all.yaml", Company.manifests(new CallBudgetTest.Size(1, 1, 1, 1, 0, 0, 0, 0)));
    workspace.succeed("plan", "-o", "plan.json");
    JsonNode whole = JSON.readTree(workspace.read("plan.json"));
    workspace.file(
        "manifests/all.yaml", Company.manifests(new CallBudgetTest.Size(1, 1, 1, 0, 0, 0, 0, 0)));
    workspace.succeed("plan", "-o", "part.json");
    JsonNode part = JSON.readTree(workspace.read("part.json"));
    workspace.file(
        "manifests/all.yaml", Company.manifests(new CallBudgetTest.Size(1, 1, 1, 1, 0, 0, 0, 0)));
    lab.forget();

    ObjectNode forged = whole.deepCopy();
    forged.set("changes", part.path("changes"));
    var plan = (ObjectNode) forged.path("plan");
    for (String member : List.of("changes", "counts", "cost")) {
      plan.set(member, part.path("plan").path(member));
    }
    workspace.file("plan.json", new Tampering("", forged).forged().tree().toString());
    Ran applied = workspace.run("apply", "plan.json");

    assertThat(applied.code()).as("%s", applied).isEqualTo(6);
    assertThat(applied.err()).contains("has to change before");
    assertThat(lab.writes()).isEmpty();
  }

  private void forge(String arguments) throws Exception {
    var plan = (ObjectNode) JSON.readTree(workspace.read("plan.json"));
    var list = plan.putArray("arguments");
    List.of(arguments.split(" ")).forEach(list::add);
    workspace.file("plan.json", new Tampering("", plan).forged().tree().toString());
  }
}
