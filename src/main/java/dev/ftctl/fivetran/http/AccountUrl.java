package dev.ftctl.fivetran.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address of the API without `/v1`, which every interface's path brings along.
public final class AccountUrl {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private AccountUrl() {}

  /// `https://api.fivetran.com` from that, with a slash or with `/v1` behind it.
  ///
  /// @throws IllegalArgumentException when the URL is none, carries credentials, or would send them
  ///   in clear over a network
  public static String of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "the API's URL is not one: "
              + shown(url)
              + ". Use https://HOST or http://127.0.0.1:PORT");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the API's URL holds more than a host and a path: "
              + shown(url)
              + ". Give key and secret by the environment");
    }
    if (scheme.equals("http") && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "the API's URL is "
              + shown(url)
              + ", which would send the API key in clear. Use https://");
    }
    return scheme + "://" + url.getRawAuthority() + path(url.getRawPath());
  }

  /// What the URL says, else that of its scheme.
  static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  private static String path(String raw) {
    String path = raw.replaceAll("/+$", "");
    return path.endsWith("/v1")
        ? path.substring(0, path.length() - "/v1".length()).replaceAll("/+$", "")
        : path;
  }

  private static String shown(URI url) {
    return url.toString().replaceAll("//[^/@]*@", "//***@").replaceAll("[?#].*", "");
  }
}
