package dev.ftctl.fivetran.answer;

/// The way to the API, as messages name it.
///
/// @param host of the API
/// @param port of the API
/// @param proxy that leads there, empty when there is none
/// @param authorities whose certificates are trusted, empty for Java's own
/// @param credentials what is known of the key without telling it
public record Route(String host, int port, String proxy, String authorities, String credentials) {

  /// `api.fivetran.com:443 through the proxy http://…`.
  String shown() {
    return host + ":" + port + (proxy.isEmpty() ? "" : " through " + proxy);
  }
}
