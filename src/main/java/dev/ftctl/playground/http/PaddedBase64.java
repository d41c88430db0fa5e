package dev.ftctl.playground.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Base64 as Python's decoder takes it: foreign letters are skipped, and missing padding is an
/// error. The library's decoders do the one or the other.
public final class PaddedBase64 {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final int QUARTET = 4;

  private PaddedBase64() {}

  public static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Empty where the text, or the bytes as UTF-8, can't be read.
  public static Optional<String> decode(String text) {
    var letters = new StringBuilder();
    int padding = 0;
    for (char letter : text.toCharArray()) {
      if (letter == '=' && letters.length() % QUARTET >= 2) {
        padding++;
        if (letters.length() % QUARTET + padding >= QUARTET) {
          // What follows a complete text is skipped, too.
          return utf8(Base64.getDecoder().decode(letters.toString()));
        }
      } else if (LETTERS.indexOf(letter) >= 0) {
        letters.append(letter);
        padding = 0;
      }
    }
    return letters.length() % QUARTET == 0
        ? utf8(Base64.getDecoder().decode(letters.toString()))
        : Optional.empty();
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException otherBytes) {
      return Optional.empty();
    }
  }
}
