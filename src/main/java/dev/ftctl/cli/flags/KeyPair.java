package dev.ftctl.cli.flags;

import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.English;
import java.util.Optional;

/// The texts of an API key and its secret as they were found, judged before they reach a header: a
/// quote or line break that slipped in with them would come back as "not authenticated", or break
/// the request. No message shows any of them.
///
/// @param keyName what the key is called where it was found
/// @param secretName the same of the secret
record KeyPair(String keyName, String secretName) {

  private static final String ALONE =
      "Write the text alone, without quotes, blanks and line breaks around or in it.";

  /// Line breaks at the end are dropped, as files and pasted CI secrets have them.
  ///
  /// @throws RefusedException when one is empty or is none by its look
  Credentials of(String key, String secret) {
    String judgedKey = judged(keyName, key);
    String judgedSecret = judged(secretName, secret);
    return new Credentials(judgedKey, judgedSecret, look(judgedKey, judgedSecret));
  }

  /// Where both were found.
  String shown() {
    return keyName + " and " + secretName;
  }

  /// What may show that it is the wrong one, without showing it.
  private String look(String key, String secret) {
    String same = key.equals(secret) ? ", the same text twice" : "";
    return keyName + shape(key) + ", " + secretName + shape(secret) + same;
  }

  private static String shape(String text) {
    String odd =
        text.matches("[*•x.]+")
            ? ", a mask"
            : text.matches("(?i)[$<{%].*|.*(your|change.?me|example|todo|xxxx).*")
                ? ", a placeholder"
                : "";
    return " of " + English.count(text.length(), "character") + odd;
  }

  private static String judged(String name, String text) {
    String value = text.replaceFirst("[\r\n]+$", "");
    if (value.isBlank()) {
      throw new RefusedException(
          Refusal.DENIED,
          "no credentials: " + name + " is empty",
          "A CI secret that does not exist arrives like this. Set it; or try it without an account:"
              + " --sandbox.");
    }
    oddity(value)
        .ifPresent(odd -> {
          throw new RefusedException(Refusal.DENIED, name + " holds " + odd, ALONE);
        });
    return value;
  }

  private static Optional<String> oddity(String value) {
    return value.chars().mapToObj(KeyPair::oddity).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> oddity(int letter) {
    return switch (letter) {
      case '\r', '\n' -> Optional.of("a line break");
      case '"', '\'', '`' -> Optional.of("a quotation mark");
      case ' ', '\t', 0xA0 -> Optional.of("a blank");
      default ->
          letter < ' ' || letter > '~'
              ? Optional.of("a character that no key has (U+%04X)".formatted(letter))
              : Optional.empty();
    };
  }
}
