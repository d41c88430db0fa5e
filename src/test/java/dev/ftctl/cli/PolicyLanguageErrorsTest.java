package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.Workbench.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Policies that nobody can judge, or that have to be judged without showing a secret.
final class PolicyLanguageErrorsTest {

  @TempDir Path folder;

  private Workbench bench = new Workbench(Path.of(""));

  @BeforeEach
  void project() throws IOException {
    bench =
        new Workbench(folder)
            .with("CRM_PASSWORD", "a-real-password")
            .holding("ftctl.yaml", PolicyTest.examples())
            .holding("manifests/groups.yaml", PolicyTest.GROUPS)
            .holding("manifests/crm.yaml", PolicyTest.CRM)
            .holding("manifests/hook.yaml", PolicyTest.HOOK);
  }

  @Test
  void brokenExpressionIsAnErrorOfTheProjectFile() {
    bench.holding(
        "ftctl.yaml",
        """
        policies:
          - name: first
            rule: kidn == "Connector"
            message: x
          - name: second
            on: change
            rule: |
              action == "delete" &&
                now.getDayOfWeek() == 5
            message: x
        """);

    Ran ran = bench.run("plan", "--sandbox");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .isEqualTo(
            """
            error: ftctl.yaml:3:11: policy first: 'rule' is no expression over a resource: there is no 'kidn'
                2 |   - name: first
                3 |     rule: kidn == "Connector"
                  |           ^ did you mean 'kind'?
            error: ftctl.yaml:9:25: policy second: 'rule' is no expression over a change: 'getDayOfWeek' needs a time zone
                8 |       action == "delete" &&
                9 |         now.getDayOfWeek() == 5
                  |                         ^ write getDayOfWeek("Europe/Berlin")
            2 errors in 1 file
            """);
  }

  @Test
  void missingFieldIsNotKeptAndSaysHowToAsk() {
    bench.holding(
        "ftctl.yaml",
        """
        policies:
          - name: hourly
            rule: spec.sync_frequency >= 60
            message: hourly at most
        """);

    Ran ran = bench.run("validate");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .contains(
            "error: ftctl.yaml:3:11: policy hourly: group/play and 4 more: can't be decided: there"
                + " is no 'spec.sync_frequency'",
            "ask with has(spec.sync_frequency) first",
            "error: manifests/crm.yaml:7:3: connector/crm@* (2 instances): hourly at most");
  }

  @Test
  void timeWithoutAZoneIsRefused() {
    Ran ran = bench.run("plan", "--sandbox", "--now", "2026-11-20");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--now 2026-11-20 is no date and time with a zone");
  }

  @Test
  void secretsStaySecret() {
    bench.holding(
        "ftctl.yaml",
        """
        policies:
          - name: peek
            when: kind == "Connector"
            rule: spec.config.password.startsWith("a-") || int(spec.config.password) > 0
            message: x
        """);

    Ran ran = bench.run("plan", "--sandbox");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out() + ran.err()).doesNotContain("a-real-password").contains("policy peek");
  }
}
