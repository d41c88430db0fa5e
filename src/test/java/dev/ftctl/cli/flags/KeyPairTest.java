package dev.ftctl.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.RefusedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyPairTest {

  private static final KeyPair PAIR = new KeyPair("THE_KEY", "THE_SECRET");

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of("", "no credentials: %s is empty"),
        Arguments.of("  ", "no credentials: %s is empty"),
        Arguments.of("\n", "no credentials: %s is empty"),
        Arguments.of("abcd\n1234", "%s holds a line break"),
        Arguments.of("abcd\r\n1234", "%s holds a line break"),
        Arguments.of("\nabcd1234", "%s holds a line break"),
        Arguments.of("\"abcd1234\"", "%s holds a quotation mark"),
        Arguments.of("'abcd1234'", "%s holds a quotation mark"),
        Arguments.of("`abcd1234`", "%s holds a quotation mark"),
        Arguments.of(" abcd1234", "%s holds a blank"),
        Arguments.of("abcd1234 ", "%s holds a blank"),
        Arguments.of("abcd\t1234", "%s holds a blank"),
        Arguments.of("abcd\u00a01234", "%s holds a blank"),
        Arguments.of("abcd\u20281234", "%s holds a character that no key has (U+2028)"),
        Arguments.of("abcd\u00001234", "%s holds a character that no key has (U+0000)"),
        Arguments.of("abcd1234\u00fc", "%s holds a character that no key has (U+00FC)"));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddTextsAreToldByNameAndNeverShown(String text, String message) {
    for (String name : List.of("THE_KEY", "THE_SECRET")) {
      String key = name.equals("THE_KEY") ? text : "right-key";
      String secret = name.equals("THE_SECRET") ? text : "right-secret";

      assertThatThrownBy(() -> PAIR.of(key, secret))
          .isInstanceOf(RefusedException.class)
          .hasMessage(message.formatted(name))
          .extracting(thrown -> ((RefusedException) thrown).next())
          .asString()
          .isNotEmpty()
          .doesNotContain("1234");
    }
  }

  @Test
  void lineBreaksAtTheEndAreDroppedAsFilesHaveThem() {
    Credentials pair = PAIR.of("abcd1234\r\n", "c2VjcmV0+/==\n");

    assertThat(pair.key()).isEqualTo("abcd1234");
    assertThat(pair.secret()).isEqualTo("c2VjcmV0+/==");
  }
}
