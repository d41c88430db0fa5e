package dev.ftctl.kind.setuptest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A SHA-256 is the same one however it is written; anything else is none.
class KeyHashTest {

  private static final byte[] HASH =
      HexFormat.of()
          .parseHex("afebb840be0c1af65e63e0cbd79cceb7" + "00112233445566778899aabbccddeeff");
  private static final String HEX = HexFormat.of().formatHex(HASH);
  private static final String BASE64 = Base64.getEncoder().encodeToString(HASH);

  @Test
  void oneHashInAllItsSpellings() {
    assertThat(KeyHash.of(HEX)).contains(new KeyHash(HEX));
    assertThat(KeyHash.of(HEX.toUpperCase(Locale.ROOT))).contains(new KeyHash(HEX));
    assertThat(KeyHash.of(HexFormat.ofDelimiter(":").formatHex(HASH))).contains(new KeyHash(HEX));
    assertThat(KeyHash.of(BASE64)).contains(new KeyHash(HEX));
    assertThat(KeyHash.of("SHA256:" + BASE64.replace("=", ""))).contains(new KeyHash(HEX));
    assertThat(KeyHash.of("sha256:" + HEX)).contains(new KeyHash(HEX));
    assertThat(KeyHash.of(Base64.getUrlEncoder().encodeToString(HASH))).contains(new KeyHash(HEX));
    assertThat(new KeyHash(HEX)).hasToString("SHA256:" + BASE64.replace("=", ""));
    assertThat(KeyHash.of(new KeyHash(HEX).toString())).contains(new KeyHash(HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SHA256:",
        "abc",
        "SHA256:abc",
        "not base64!",
        "afebb840be0c1af65e63e0cbd79c",
        "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void anythingElseIsNone(String text) {
    assertThat(KeyHash.of(text)).isEqualTo(Optional.empty());
  }
}
