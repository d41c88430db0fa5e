package dev.ftctl.sandbox.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Lets programs of this machine in, and no web page: key and secret of a simulator are known to
/// everybody, so a page in a developer's browser could send what it likes. A page is known by the
/// origin that its browser tells, or, where a name of its own leads to loopback (DNS rebinding), by
/// that name.
public final class Doorkeeper {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("", "none", "same-origin");
  private static final int HTTP_PORT = 80;

  private final Set<String> names;

  /// @param names under which the simulator is reached besides those of loopback: `NAME` at any
  ///   port, or `NAME:PORT`
  public Doorkeeper(Set<String> names) {
    this.names = new HashSet<>();
    names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
  }

  /// @throws ApiError for whoever is not let in
  public void check(Visitor visitor) {
    String host = visitor.host().toLowerCase(Locale.ROOT);
    if (!isLoopback(host, visitor.port())
        && !names.contains(host)
        && !names.contains(nameOf(host))) {
      throw ApiError.forbidden(
          "The simulator is not reached by the name '%s'. Use 127.0.0.1:%d, or start it with --allow-host %s"
              .formatted(shown(visitor.host()), visitor.port(), shown(nameOf(host))));
    }
    String origin = visitor.origin();
    boolean isOwn = origin.isEmpty() || origin.equalsIgnoreCase("http://" + host);
    if (!isOwn || !OWN_SITES.contains(visitor.site())) {
      throw ApiError.forbidden(
          "The simulator takes no requests from web pages%s. Ask it from a program, without the headers Origin and Sec-Fetch-Site"
              .formatted(origin.isEmpty() ? "" : " (" + shown(origin) + ")"));
    }
  }

  private static boolean isLoopback(String host, int port) {
    return LOOPBACK.stream()
        .anyMatch(name -> host.equals(name + ":" + port) || port == HTTP_PORT && host.equals(name));
  }

  private static String nameOf(String host) {
    return host.replaceFirst(":[0-9]*$", "");
  }

  /// What a stranger wrote, fit for a line of text.
  private static String shown(String text) {
    String plain = text.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "...";
  }
}
