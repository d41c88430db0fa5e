package dev.ftctl.fivetran.http;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What lies between ftctl and the API.
///
/// @param authorities trusted in place of Java's own
public record Reach(Optional<ProxyAddress> proxy, Optional<Authorities> authorities) {

  static final Reach DIRECT = new Reach(Optional.empty(), Optional.empty());

  /// @param variables of the environment by name, empty where one is not set: they name the proxy
  /// @throws IllegalArgumentException when they name one that is none
  public static Reach to(
      URI url, UnaryOperator<String> variables, Optional<Authorities> authorities) {
    return new Reach(Proxies.to(url, variables), authorities);
  }

  /// The proxy as messages name it, without its password; empty for none.
  public Optional<String> shownProxy() {
    return proxy.map(ProxyAddress::toString);
  }
}
