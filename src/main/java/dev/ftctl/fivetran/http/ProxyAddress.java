package dev.ftctl.fivetran.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A proxy that connections to the API are tunnelled through.
///
/// @param login what it is told, as `Basic` takes it; a secret
/// @param source the variable that named it
record ProxyAddress(String host, int port, Optional<String> login, String source) {

  private static final int USUAL_PORT = 80;

  /// From `http://USER:PASSWORD@HOST:PORT`; all but the host may be missing.
  ///
  /// @throws IllegalArgumentException when it is none, or one that ftctl can't speak to; the text
  ///   is not shown, since it may hold a password
  static ProxyAddress of(String text, String source) {
    String full = text.contains("://") ? text : "http://" + text;
    URI uri;
    try {
      uri = URI.create(full.strip());
    } catch (IllegalArgumentException malformed) {
      throw none(source, "is no address of a proxy");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw none(source, "names a proxy of the kind " + uri.getScheme() + "://");
    }
    if (uri.getHost() == null) {
      throw none(source, "is no address of a proxy");
    }
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    return new ProxyAddress(uri.getHost(), port, Optional.ofNullable(uri.getUserInfo()), source);
  }

  private static IllegalArgumentException none(String source, String what) {
    return new IllegalArgumentException(
        source + " " + what + ". Write it like http://HOST:PORT or http://USER:PASSWORD@HOST:PORT");
  }

  String authorization() {
    return "Basic "
        + Base64.getEncoder().encodeToString(login.orElse("").getBytes(StandardCharsets.UTF_8));
  }

  /// As messages name it, without its password.
  @Override
  public String toString() {
    String user = login.isPresent() ? "***@" : "";
    return "the proxy http://" + user + host + ":" + port + " (" + source + ")";
  }
}
