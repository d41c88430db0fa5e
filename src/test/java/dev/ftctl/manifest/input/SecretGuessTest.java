package dev.ftctl.manifest.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is masked of a file that can't be read as YAML.
class SecretGuessTest {

  private final Redaction redaction = new Redaction();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: hunter22",
        "  \"apiToken\": \"hunter22\"",
        "{user: a, secret: hunter22, host: b}",
        "private_key : 'hunter22'",
        "Passphrase: hunter22 # ours",
        "- {pat: hunter22}",
      })
  void isWhatStandsBehindANameThatSoundsSecret(String line) {
    assertThat(shown(line)).contains("(secret)").doesNotContain("hunter22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host: hunter22", "path: hunter22", "password: ${env:hunter22}", "hunter22"})
  void isNothingElse(String line) {
    assertThat(shown(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", ">", "|-"})
  void isEveryLineOfABlock(String style) {
    String shown =
        shown(
            """
            spec:
              private_key: %s
                first-line

                second-line
              host: third-line
            """
                .formatted(style));

    assertThat(shown).doesNotContain("first-line").doesNotContain("second-line");
    assertThat(shown).contains("host: third-line");
  }

  @Test
  void isABlockAtTheMarginToo() {
    String shown = shown("secret: |\n  first-line\nhost: third-line\n");

    assertThat(shown).isEqualTo("secret: |\n  (secret)\nhost: third-line\n");
  }

  private String shown(String text) {
    SecretGuess.remember(text.lines().toList(), redaction);
    return redaction.mask(text);
  }
}
