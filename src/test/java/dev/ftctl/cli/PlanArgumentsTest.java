package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.KindList;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.PlanRequest;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The line of a `plan` command, kept and taken up again.
class PlanArgumentsTest {

  @TempDir Path folder;

  @Test
  void neitherTheCommandNorItsOutputIsKept() {
    assertThat(PlanArguments.kept(List.of("plan", "--prune", "-o", "p.json", "--env", "x")))
        .containsExactly("--prune", "--env", "x");
    assertThat(PlanArguments.kept(List.of("plan", "-op.json", "--out", "p.json", "--out=p.json")))
        .isEmpty();
    assertThat(PlanArguments.kept(List.of())).isEmpty();
  }

  @Test
  void savedLineAsksForTheSamePlan() {
    List<String> line =
        List.of(
            "--sandbox",
            "--env=prod",
            "--prune",
            "--allow",
            "delete:group/old",
            "--max-deletes=7",
            "--run-setup-tests=NEVER",
            "--rotate-secrets");

    PlanArguments saved = PlanArguments.saved(run(), line, new ManifestFlags());
    PlanRequest request = saved.request(run(), Instant.EPOCH);

    assertThat(saved.isSandbox()).isTrue();
    assertThat(request.prunes()).isTrue();
    assertThat(request.limits()).isEqualTo(Map.of("max_deletes", 7));
    assertThat(request.intent().setupTests()).isEqualTo(SetupTests.NEVER);
    assertThat(request.source())
        .isInstanceOfSatisfying(
            DesiredSource.Files.class,
            files -> {
              assertThat(files.reading().environment()).isEqualTo("prod");
              assertThat(files.reading().now()).isEqualTo(Instant.EPOCH);
              assertThat(files.reading().needsEnvironment()).isTrue();
            });
  }

  private Run run() {
    var nowhere = new PrintWriter(new StringWriter());
    var console =
        new Console(
            nowhere,
            nowhere,
            new BufferedReader(new StringReader("")),
            Map.of(),
            folder,
            Console.Terminals.NONE);
    return Run.on(console, new Stop(), () -> new KindList(List.of()));
  }
}
