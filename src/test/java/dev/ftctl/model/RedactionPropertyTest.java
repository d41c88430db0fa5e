package dev.ftctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Ten thousand secrets that are made to slip through: parts of one another, of the mask and of the
/// text around them, with everything that JSON and addresses write otherwise.
class RedactionPropertyTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);
  private static final int SECRETS = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> PIECES =
      List.of(
          "secret",
          "(secret)",
          "((",
          "))",
          "a",
          "b",
          "aa",
          "\"",
          "\\",
          "\\n",
          "\n",
          "\r",
          "\t",
          "\b",
          "\u0001",
          "\u001f",
          "é",
          "ß",
          "漢",
          "😀",
          "\u2028",
          " ",
          "%",
          "+",
          "/",
          "=",
          "&",
          "${",
          "}",
          "|",
          "<",
          ">",
          "*",
          "password",
          "null",
          "true",
          "{",
          "[",
          ":",
          "'",
          "`");

  @Test
  void noCharacterOfASecretIsLeft() throws JsonProcessingException {
    for (int round = 0; round < SECRETS / 4; round++) {
      var random = new Random(SEED + round);
      var redaction = new Redaction();
      List<String> secrets = secrets(random);
      secrets.forEach(redaction::remember);
      for (String secret : secrets) {
        String before = plain(random);
        String after = plain(random);
        String json = JSON.writeValueAsString(secret);
        for (String written :
            List.of(
                secret,
                json.substring(1, json.length() - 1),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret + secret,
                secret + secrets.getFirst())) {
          assertThat(redaction.mask(before + written + after))
              .as("seed %d", SEED + round)
              .isEqualTo(before + "(secret)" + after);
        }
      }
    }
  }

  /// The part that two secrets share is not the only part that is masked.
  @Test
  void secretsThatOverlapAreMaskedWhole() {
    for (int round = 0; round < SECRETS; round++) {
      var random = new Random(SEED + round);
      String shared = text(random, 3);
      String one = text(random, 6) + shared;
      String other = shared + text(random, 6);
      var redaction = new Redaction();
      redaction.remember(one);
      redaction.remember(other);

      String both = one + other.substring(shared.length());

      assertThat(redaction.mask("<< " + both + " >>"))
          .as("seed %d", SEED + round)
          .isEqualTo("<< (secret) >>");
    }
  }

  private static List<String> secrets(Random random) {
    var secrets = new ArrayList<String>();
    while (secrets.size() < 4) {
      String secret = text(random, 6);
      secrets.add(
          secrets.isEmpty() || random.nextInt(3) > 0
              ? secret
              : secrets.get(random.nextInt(secrets.size())) + secret);
    }
    return secrets;
  }

  /// Of at least as many characters.
  private static String text(Random random, int length) {
    var text = new StringBuilder();
    int pieces = random.nextInt(6);
    while (text.length() < length || pieces-- > 0) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /// What no secret begins or ends with.
  private static String plain(Random random) {
    return random.nextBoolean() ? "" : "#" + random.nextInt(1000) + "#";
  }
}
