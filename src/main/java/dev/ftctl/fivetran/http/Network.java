package dev.ftctl.fivetran.http;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;

/// The JDK's HTTP client, set up as Feign needs it.
final class Network {

  private Network() {}

  /// Redirects stay off: they would carry the credentials to wherever the answer points. Connect
  /// time-out and redirects agree with the options that Feign gives along with each call, else it
  /// silently makes a client of its own.
  static HttpClient client(String url, Executor threads, Duration connect, Reach reach) {
    reach.proxy().flatMap(ProxyAddress::login).ifPresent(login -> allowLogin());
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .executor(threads);
    if (url.startsWith("http://")) {
      return client.proxy(HttpClient.Builder.NO_PROXY).sslContext(new NoTls()).build();
    }
    reach
        .proxy()
        .map(proxy -> new InetSocketAddress(proxy.host(), proxy.port()))
        .ifPresent(address -> client.proxy(ProxySelector.of(address)));
    reach.authorities().map(Authorities::context).ifPresent(client::sslContext);
    return client.build();
  }

  /// The JDK keeps Basic from proxies of tunnels unless this is settled before its client is first
  /// used. It guards against a proxy that asks for the password of another; here only the proxy
  /// that the user named, with its own password, is told one.
  private static void allowLogin() {
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }
}
