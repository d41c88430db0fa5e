package dev.ftctl.model;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The secrets that this run has seen in clear, so that output can be searched for them. Secrets
/// under six characters are not searched for: they would mask half of every text. Safe for use by
/// many threads.
public final class Redaction {

  private static final int SHORTEST = 6;

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /// Remembers a secret, and each line of one that has several, since output may be wrapped or
  /// quoted line by line.
  public void remember(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
      secrets.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }
    if (secret.indexOf('\n') >= 0) {
      secret
          .lines()
          .map(String::strip)
          .filter(line -> line.length() >= SHORTEST * 2)
          .forEach(secrets::add);
    }
  }

  /// The text with every remembered secret replaced by `(secret)`, longest first.
  public String mask(String text) {
    String masked = text;
    for (String secret :
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      masked = masked.replace(secret, "(secret)");
    }
    return masked;
  }
}
