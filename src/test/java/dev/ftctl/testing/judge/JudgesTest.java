package dev.ftctl.testing.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A judge that finds nothing is worth nothing.
class JudgesTest {

  private static final String TABLE =
      "<!-- ftctl:plan account=a environment=- -->\n### ftctl plan: x\n\n"
          + "| change | what, and why | source |\n|-|-|-|\n| a | %s | c |\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u001b]52;c;x\u0007",
        "\u001b[31;1m",
        "\r",
        "\u0007",
        "\u009b2J",
        "\u202e",
        "\u2028",
        "\ud800",
        "\u200b",
        "\u0000",
        "\u001b[K"
      })
  void screenNoticesWhatActs(String text) {
    assertThat(Screen.acts("a" + text + "b", true)).isNotEmpty();
    assertThat(Screen.acts("a" + text + "b", false)).isNotEmpty();
  }

  @Test
  void screenTakesOurColoursOnTerminalsOnly() {
    String ours = "\u001b[31mred\u001b[0m\r\u001b[Kline";

    assertThat(Screen.acts(ours, true)).isEmpty();
    assertThat(Screen.acts(ours, false)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::error::x", "a\n \u00a0::add-mask::x", "a\r::x", "a ##[error]x", "##vso[t]x"})
  void runnerNoticesCommands(String log) {
    assertThat(Runner.commands(log)).isNotEmpty();
    assertThat(Runner.notAnnotations(log)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b",
        "[a](http://x)",
        "![a](http://x)",
        "<script>",
        "<img>",
        "@org/team",
        "#1",
        "`a\\\\|b`",
        "http://x",
        "www.x",
        "<!-- ftctl:plan account=b -->",
        "$x$",
        "GH-1"
      })
  void commentNoticesWhatIsMoreThanWords(String cell) {
    assertThat(Comment.faults(TABLE.formatted("b"))).isEmpty();
    assertThat(Comment.faults(TABLE.formatted(cell))).isNotEmpty();
  }
}
