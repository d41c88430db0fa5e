package dev.ftctl.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Workflows name the release that wrote them, where it is one.
class WorkflowTextTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Release RELEASE = new Release("acme/ftctl", COMMIT, "1.2.3");

  @ParameterizedTest
  @ValueSource(strings = {"ftctl-plan.yml", "ftctl-apply.yml", "ftctl-drift.yml"})
  void releaseNamesItsOwnCommit(String file) {
    String text = new WorkflowText(RELEASE, List.of(), true).of(file);

    assertThat(text)
        .contains("uses: acme/ftctl@" + COMMIT + " # v1.2.3\n", "          version: 1.2.3\n")
        .doesNotContain("FTCTL_REPOSITORY", "./.ftctl", "zizmor")
        .doesNotContainPattern("@[A-Z_]+@");
    assertThat(text.split("uses: actions/checkout@", -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0123456789abcdef0123456789abcdef01234567, 1.2.3",
    "acme/ftctl, '', 1.2.3",
    "acme/ftctl, 0123456789abcdef0123456789abcdef01234567, 1.2.3-SNAPSHOT",
    "acme/ftctl, main, 1.2.3",
  })
  void whatIsNoReleaseLeavesItToVariables(String repository, String commit, String version) {
    var text = new WorkflowText(new Release(repository, commit, version), List.of(), true);

    assertThat(text.of("ftctl-plan.yml"))
        .contains("repository: ${{ env.FTCTL_REPOSITORY }}", "uses: ./.ftctl/action");
    assertThat(text.of("gitlab-ci.yml")).contains("remote: $FTCTL_TEMPLATE", "exit 1");
  }

  @Test
  void applyNamesTheSecretsOfTheManifestsAndTheChecksRunTestsWhereThereAreSome() {
    var text = new WorkflowText(RELEASE, List.of("A_PASSWORD"), false);

    assertThat(text.of("ftctl-apply.yml"))
        .contains("          A_PASSWORD: ${{ secrets.A_PASSWORD }}\n");
    assertThat(text.of("ftctl-plan.yml")).contains("fmt --check\n").doesNotContain("ftctl check");
    assertThat(text.of("gitlab-ci.yml"))
        .contains("https://github.com/acme/ftctl/releases/download/v1.2.3/ftctl.gitlab-ci.yml");
  }
}
