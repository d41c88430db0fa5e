package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.Workbench.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Flags that people bring along from other tools are told what they mean here.
final class HabitualFlagsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apply --dry-run|ftctl plan shows what ftctl apply would do",
        "apply -n|ftctl plan shows what ftctl apply would do",
        "apply --diff|ftctl plan shows what ftctl apply would do",
        "apply --check|ftctl plan shows what ftctl apply would do",
        "plan --dry-run|It changes nothing in the account: leave it out.",
        "plan --auto-approve|There is no question to answer: leave it out.",
        "plan -y|There is no question to answer: leave it out.",
        "validate --yes|There is no question to answer: leave it out.",
        "sync --auto-approve orders|Did you mean: --yes?",
        "resync --force orders|Did you mean: --yes?",
        "apply --batch-mode|Where there is no terminal nothing is asked",
        "apply --no-input|Did you mean: --yes?",
        "plan --refresh-only|ftctl drift tells what others changed",
        "apply --refresh=false|Plans are always made against the live account",
        "apply --force|--allow RISK:ADDRESS",
        "apply --replace=connector/orders|--allow replace:ADDRESS",
        "apply --destroy|metadata.absent: true",
        "apply --lock=false|ftctl keeps no state",
        "plan --only=connector/orders|Did you mean: --target ADDRESS?",
        "plan --exclude=connector/orders|ignore: in ftctl.yaml",
        "plan -f manifests|stand behind the command, without a flag",
        "plan --output-format=json|Did you mean: --format json?",
        "apply --json|Did you mean: --format json?",
        "plan --debug|Did you mean: -v, or --log-file FILE?",
        "plan --workspace=prod|Did you mean: --env NAME?",
        "plan --token=abc|Lists of processes show flags",
        "plan --concurrency=3|Did you mean: --parallelism N?",
        "apply --autoapprove|Did you mean: --auto-approve?",
        "apply -auto-approve|Did you mean: --auto-approve?",
        "plan -target=connector/orders|Did you mean: --target?",
        "plan --target|Missing required parameter for option '--target' (ADDRESS)",
      })
  void isToldWhatIsMeantHere(String line, String expected) {
    Ran ran = Workbench.ofExample(folder).run(line.split(" "));

    assertThat(ran.code()).as(ran.err()).isEqualTo(64);
    assertThat(ran.err()).contains(expected).doesNotContain("-h?");
    assertThat(ran.out()).isEmpty();
  }

  /// One letter is near to every other.
  @Test
  void letterThatNothingMeansIsNoTypo() {
    assertThat(Workbench.ofExample(folder).run("plan", "-z").err()).doesNotContain("Did you mean");
  }

  @ParameterizedTest
  @CsvSource({"-y", "--yes", "--auto-approve"})
  void applyTakesTheYesOfAllVerbs(String yes) {
    Workbench bench = Workbench.ofExample(folder);

    Ran ran = bench.run("apply", "--sandbox", "--target", "group/*", yes);

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("done ");
  }
}
