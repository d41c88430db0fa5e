package dev.ftctl.fivetran.http;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// The headers of every request.
public final class RequestHeaders implements RequestInterceptor {

  private static final String PLAIN = "application/json";

  // The OpenAPI document's default of the Accept parameter: version 2 for /connections and
  // /destinations, except these parts.
  private static final String VERSION_2 = "application/json;version=2";
  private static final Set<String> VERSIONED = Set.of("connections", "destinations");
  private static final Set<String> UNVERSIONED_PARTS =
      Set.of("certificates", "fingerprints", "schemas");

  private final String authorization;
  private final String userAgent;

  private final Optional<String> proxyLogin;

  /// @param proxy that is told its own login, when it has one; the JDK's client shows that header
  ///   to it alone, and `Authorization` never
  RequestHeaders(Credentials credentials, Optional<ProxyAddress> proxy) {
    this.proxyLogin = proxy.filter(one -> one.login().isPresent()).map(ProxyAddress::authorization);
    this.authorization = "Basic " + token(credentials);
    String version = RequestHeaders.class.getPackage().getImplementationVersion();
    this.userAgent = "ftctl/" + (version == null ? "dev" : version);
  }

  /// What Basic authentication sends; as secret as the secret itself.
  static String token(Credentials credentials) {
    String pair = credentials.key() + ":" + credentials.secret();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void apply(RequestTemplate request) {
    request.headerLiteral("Authorization", authorization);
    proxyLogin.ifPresent(login -> request.headerLiteral("Proxy-Authorization", login));
    request.headerLiteral("User-Agent", userAgent);
    request.headerLiteral("Accept", accept(request.path()));
    request.headerLiteral("Accept-Encoding", "identity");
    if (!request.method().equals("GET") && !request.method().equals("DELETE")) {
      // Without it the API answers 415, even to a POST that needs no body (API page "response
      // codes").
      request.removeHeader("Content-Type");
      if (!FormUpload.isOne(request)) {
        request.headerLiteral("Content-Type", PLAIN);
      }
    }
  }

  /// @param path as `/v1/connections/{id}/…`, or a URL that holds it
  public static String accept(String path) {
    String[] parts = path.substring(Math.max(0, path.indexOf("/v1/"))).split("/", -1);
    boolean isVersioned = parts.length > 2 && VERSIONED.contains(parts[2]);
    boolean isExcepted = parts.length > 4 && UNVERSIONED_PARTS.contains(parts[4]);
    return isVersioned && !isExcepted ? VERSION_2 : PLAIN;
  }
}
