package dev.ftctl.fivetran.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Which proxy leads to a URL, as the environment says it to curl, git and others: `HTTPS_PROXY`,
/// and `NO_PROXY` for what is reached without. The lower-case names hold where both are set.
///
/// Plain HTTP goes to this machine only, and so through no proxy: `HTTP_PROXY` has nothing to say.
final class Proxies {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");

  private static final Pattern ENTRY = Pattern.compile("[,\\s]+");

  private Proxies() {}

  /// @param variables of the environment by name, empty where one is not set
  /// @throws IllegalArgumentException when the environment names a proxy that is none
  static Optional<ProxyAddress> to(URI url, UnaryOperator<String> variables) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    if (!"https".equalsIgnoreCase(url.getScheme()) || AccountUrl.isLoopback(host)) {
      return Optional.empty();
    }
    for (String name : List.of("https_proxy", "HTTPS_PROXY")) {
      String text = variables.apply(name).strip();
      if (!text.isEmpty()) {
        int port = AccountUrl.port(url);
        return isExcepted(host, port, variables)
            ? Optional.empty()
            : Optional.of(ProxyAddress.of(text, name));
      }
    }
    return Optional.empty();
  }

  private static boolean isExcepted(String host, int port, UnaryOperator<String> variables) {
    String lower = variables.apply("no_proxy");
    String entries = lower.isBlank() ? variables.apply("NO_PROXY") : lower;
    return ENTRY
        .splitAsStream(entries)
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> covers(entry.toLowerCase(Locale.ROOT), host, port));
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.contains("/")) {
      return isWithin(entry, host);
    }
    String named = entry;
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    if (hasPort) {
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      named = entry.substring(0, colon);
    }
    if (isAddress(named) || isAddress(host)) {
      return bare(named).equals(bare(host));
    }
    String suffix = named.replaceFirst("^\\*?\\.", "");
    return host.equals(suffix) || host.endsWith("." + suffix);
  }

  /// `10.0.0.0/8`; says nothing of hosts with names, which the proxy resolves.
  private static boolean isWithin(String network, String host) {
    String[] parts = network.split("/", 2);
    if (!isAddress(host) || !isAddress(parts[0]) || !parts[1].matches("\\d{1,3}")) {
      return false;
    }
    byte[] there = octets(host);
    byte[] begin = octets(parts[0]);
    int bits = Integer.parseInt(parts[1]);
    if (there.length != begin.length || bits > there.length * 8) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((there[bit / 8] & mask) != (begin[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAddress(String host) {
    return ADDRESS.matcher(host).matches();
  }

  private static String bare(String address) {
    return address.replaceAll("[\\[\\]]", "");
  }

  /// Of an address in numbers, so nothing is looked up.
  private static byte[] octets(String address) {
    try {
      return InetAddress.getByName(bare(address)).getAddress();
    } catch (UnknownHostException malformed) {
      return new byte[0];
    }
  }
}
