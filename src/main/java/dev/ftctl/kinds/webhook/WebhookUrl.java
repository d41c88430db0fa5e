package dev.ftctl.kinds.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// A webhook's url as it may be shown: such urls carry tokens in path and query.
final class WebhookUrl {

  private WebhookUrl() {}

  static boolean isSecure(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("https://") && host(url).isPresent();
  }

  /// `https://hooks.example.com/…`.
  static String shown(String url) {
    return host(url).map(host -> "https://" + host + "/…").orElse("(no url)");
  }

  static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
