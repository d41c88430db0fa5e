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

  /// The url as an identity holds it: scheme and host are the same in any letter case, and the port
  /// of https may be said or not (RFC 3986, 6.2); path and query are not.
  static String canonical(String url) {
    return host(url)
        .map(host -> {
          String rest = url.strip();
          int after = rest.indexOf(host) + host.length();
          String start = rest.substring(0, after).toLowerCase(Locale.ROOT);
          return start + rest.substring(after).replaceFirst("^:443(?=[/?#]|$)", "");
        })
        .orElse(url);
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
