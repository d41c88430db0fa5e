package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ftctl show`: a saved plan is printed as it was; what is none, or was damaged, is told.
class ShowTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130);

  @TempDir Path folder;

  private Workspace saved(Lab lab) {
    Workspace workspace =
        new Workspace(folder)
            .withExamples()
            .reaching(lab.sandbox())
            .with("FTCTL_QUOTAS", "connections_created=2/1m");
    workspace.edit("manifests/finance/stripe.yaml", "service: stripe", "service: recurly");
    return workspace;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "json",
        "markdown",
        "text --expand",
        "text --show-unmanaged",
        "text --quiet",
      })
  void samePlanIsPrintedWithoutTheAccount(String look) {
    try (var lab = Accounts.withExamples()) {
      Workspace workspace = saved(lab);
      Ran plan = workspace.run(("plan -o p.json --format " + look).split(" "));
      lab.forget();
      workspace.with("FIVETRAN_API_KEY", "").file("manifests/finance/stripe.yaml", "broken: [");

      Ran shown = workspace.succeed(("show p.json --format " + look).split(" "));

      assertThat(plan.code()).isEqualTo(4);
      assertThat(shown.out()).isEqualTo(plan.out());
      assertThat(lab.sandbox().requests()).isEmpty();
    }
  }

  @Test
  void partOfAPlanIsShownAsWhatItIs() throws Exception {
    try (var lab = Accounts.withExamples()) {
      Workspace workspace = saved(lab);
      Repository.commit(folder);
      workspace.file("manifests/new.yaml", "kind: Group\nmetadata: {name: new}\n");

      for (String part :
          new String[] {"--changed-since HEAD", "manifests/alerts", "--target group/finance"}) {
        Ran plan = workspace.run(("plan -o p.json " + part).split(" "));
        assertThat(workspace.succeed("show", "p.json").out()).isEqualTo(plan.out());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere.json|64|can't be read",
        "nowhere|64|is no saved plan",
        "manifests|64|is no saved plan",
        "other.json|64|is no saved plan",
        "old.json|6|another version of ftctl",
        "cut.json|65|is cut off, or was changed: it is not JSON",
        "changed.json|65|its digest does not fit it",
      })
  void whatIsNoneOfOursIsTold(String file, int code, String message) {
    try (var lab = new Lab()) {
      Workspace workspace =
          new Workspace(folder)
              .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
              .reaching(lab.sandbox());
      workspace.succeed("plan", "-o", "p.json");
      String plan = workspace.read("p.json");
      workspace.file("other.json", "{\"format\": \"x\"}");
      workspace.file("old.json", plan.replace("ftctl-saved-plan/v2", "ftctl-saved-plan/v3"));
      workspace.file("cut.json", plan.substring(0, plan.length() / 2));
      workspace.file("changed.json", plan.replace("group/g", "group/h"));

      Ran ran = workspace.run("show", file);

      assertThat(ran.code()).as("%s", ran).isEqualTo(code);
      assertThat(ran.err()).startsWith("error: ").contains(message);
      assertThat(ran.out()).isEmpty();
    }
  }

  /// Whoever writes one that fits its digest may write what he likes.
  @Test
  void noFileIsADefect() throws IOException {
    try (var lab = Accounts.withExamples()) {
      Workspace workspace = saved(lab);
      workspace.run("plan", "-o", "p.json", "--target", "connector/stripe");
      var all = Tampering.allOf(new JsonMapper().readTree(workspace.read("p.json")));
      Collections.shuffle(all, new Random(SEED));

      for (Tampering one : all.subList(0, Math.min(all.size(), Scale.of(40, 5_000)))) {
        workspace.file("forged.json", one.forged().tree().toString());
        for (String format : List.of("text", "markdown")) {
          Ran ran = workspace.run("show", "forged.json", "--format", format);
          assertThat(ran.code()).as("seed %d, %s: %s", SEED, one.what(), ran).isIn(0, 6, 64, 65);
        }
      }
    }
  }
}
