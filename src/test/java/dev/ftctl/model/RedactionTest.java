package dev.ftctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private final Redaction redaction = new Redaction();

  @Test
  void masksEveryPlaceOfASecret() {
    redaction.remember("hunter");

    assertThat(redaction.mask("hunter, hunter and hunt")).isEqualTo("(secret), (secret) and hunt");
  }

  @Test
  void leavesWhatIsTooShortAlone() {
    redaction.remember("hunte");

    assertThat(redaction.mask("hunter")).isEqualTo("hunter");
  }

  @Test
  void masksTheLongerOfTwoSecretsThatBeginAlike() {
    redaction.remember("hunter22");
    redaction.remember("hunter22-and-more");

    assertThat(redaction.mask("hunter22-and-more")).isEqualTo("(secret)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"say \"hunter\"", "back\\slash", "two\nlines"})
  void masksASecretAsJsonWritesIt(String secret) {
    redaction.remember(secret);

    String json =
        "{\"password\":\""
            + secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
            + "\"}";
    assertThat(redaction.mask(json)).isEqualTo("{\"password\":\"(secret)\"}");
  }

  @Test
  void masksEachLongLineOfAKeyWhereverItIsWrapped() {
    redaction.remember("-----BEGIN\n  MIIEvgIBADAN\n  MIIEvgIBADA\n");

    assertThat(redaction.mask("| MIIEvgIBADAN |")).isEqualTo("| (secret) |");
    assertThat(redaction.mask("| MIIEvgIBADA |")).isEqualTo("| MIIEvgIBADA |");
  }

  /// A text that begins with a line end has several lines, too.
  @Test
  void masksTheLineBehindALeadingLineEnd() {
    redaction.remember("\nMIIEvgIBADAN");

    assertThat(redaction.mask("MIIEvgIBADAN")).isEqualTo("(secret)");
  }
}
