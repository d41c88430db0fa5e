package dev.ftctl.fivetran.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The JDK's HTTP client, set up as Feign needs it.
final class Network {

  private Network() {}

  /// Redirects stay off: they would carry the credentials to wherever the answer points. Connect
  /// time-out and redirects agree with the options that Feign gives along with each call, else it
  /// silently makes a client of its own.
  static HttpClient client(String url, Executor threads, Duration connect) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .executor(threads);
    return url.startsWith("http://") ? client.sslContext(trustsNobody()).build() : client.build();
  }

  /// For plain HTTP on loopback, where reading the system's certificates would be most of the time
  /// that a first call takes.
  private static SSLContext trustsNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM has no TLS", impossible);
    }
  }
}
