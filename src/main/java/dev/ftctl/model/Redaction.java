package dev.ftctl.model;

import dev.ftctl.model.shown.Visible;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The secrets that this run has seen in clear, so that output can be searched for them. Secrets
/// under six characters are not searched for: they would mask half of every text. Safe for use by
/// many threads.
public final class Redaction {

  private static final int SHORTEST = 6;
  private static final String MASK = "(secret)";

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /// What was sent and may be repeated by an answer; other output may hold it by chance.
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  /// Remembers a secret as it is, as JSON, as addresses and as a screen write it, and each line of
  /// one that has several, since output may be wrapped or quoted line by line.
  public void remember(String secret) {
    remember(secret, secrets);
  }

  /// Remembers a text that is no secret, and that an answer to its being sent shall not tell.
  public void rememberSent(String text) {
    remember(text, sent);
  }

  private static void remember(String secret, Set<String> secrets) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
      secrets.add(json(secret));
      secrets.add(Visible.text(secret));
      secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
    if (secret.indexOf('\n') >= 0) {
      secret
          .lines()
          .map(String::strip)
          .filter(line -> line.length() >= SHORTEST * 2)
          .forEach(secrets::add);
    }
  }

  /// The text with `(secret)` in the place of every character that belongs to a remembered secret.
  /// Where secrets overlap or touch, one mask stands for all of them.
  public String mask(String text) {
    return masked(text, covered(text, secrets));
  }

  /// The same for what a server said.
  public String maskAnswer(String text) {
    BitSet covered = covered(text, secrets);
    covered.or(covered(text, sent));
    return masked(text, covered);
  }

  private static BitSet covered(String text, Set<String> secrets) {
    var covered = new BitSet();
    for (String secret : secrets) {
      for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
        covered.set(at, at + secret.length());
      }
    }
    return covered;
  }

  private static String masked(String text, BitSet covered) {
    if (covered.isEmpty()) {
      return text;
    }
    var masked = new StringBuilder();
    int open = 0;
    for (int begin = covered.nextSetBit(0); begin >= 0; begin = covered.nextSetBit(open)) {
      masked.append(text, open, begin).append(MASK);
      open = covered.nextClearBit(begin);
    }
    return masked.append(text, open, text.length()).toString();
  }

  /// As a JSON writer puts it between quotes.
  private static String json(String secret) {
    var quoted = new StringBuilder();
    for (char letter : secret.toCharArray()) {
      switch (letter) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (letter < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) letter));
          } else {
            quoted.append(letter);
          }
        }
      }
    }
    return quoted.toString();
  }
}
