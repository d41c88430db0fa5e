package dev.ftctl.fivetran.answer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// Why a request was not sent, in words that say what to set.
///
/// @param isPassing whether it may help to ask again
record Breakage(String words, boolean isPassing) {

  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");

  /// Empty when it may have been sent.
  static Optional<Breakage> of(IOException cause, Route route) {
    return switch (cause) {
      case HttpConnectTimeoutException slow ->
          Optional.of(new Breakage("no connection in time to " + route.shown(), true));
      case ConnectException refused ->
          Optional.of(new Breakage("no connection to " + route.shown() + reason(refused), false));
      case SSLException insecure -> secure(insecure, route).map(Breakage::lasting);
      default -> tunnel(cause, route);
    };
  }

  /// What the innermost says that says anything.
  static String reason(Throwable cause) {
    for (Throwable here = cause; here != null; here = here.getCause()) {
      // "closed" is what the JDK's client says of a body, whatever ended it.
      boolean isSaid = here.getCause() == null || !"closed".equals(here.getMessage());
      if (here.getMessage() != null && isSaid) {
        return ": " + here.getMessage();
      }
      if (here instanceof UnresolvedAddressException) {
        return ": the host is not known";
      }
    }
    return "";
  }

  private static Breakage lasting(String words) {
    return new Breakage(words, false);
  }

  private static Optional<String> secure(SSLException insecure, Route route) {
    String all = messages(insecure);
    if (has(insecure, CertificateExpiredException.class)) {
      return Optional.of(
          "the certificate of " + route.shown() + " is out of date" + reason(insecure));
    }
    if (has(insecure, CertificateNotYetValidException.class)) {
      return Optional.of(
          "the certificate of " + route.shown() + " is not valid yet: is the clock right?");
    }
    if (has(insecure, CertPathBuilderException.class) || all.contains("PKIX path")) {
      return Optional.of(unknownAuthority(route));
    }
    if (all.contains("subject alternative") || all.contains("No name matching")) {
      return Optional.of(
          "the certificate of " + route.shown() + " is not for that host" + reason(insecure));
    }
    if (all.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
      return Optional.of(
          route.shown()
              + " does not speak TLS there: check the port, and whether http:// is meant");
    }
    return insecure instanceof SSLHandshakeException
        ? Optional.of("no secure connection to " + route.shown() + reason(insecure))
        : Optional.empty();
  }

  private static String unknownAuthority(Route route) {
    String known = route.authorities().isEmpty() ? "Java knows" : "is in " + route.authorities();
    return "the certificate of "
        + route.shown()
        + " is signed by no authority that "
        + known
        + ": give the certificates of your company's authorities with --ca-file FILE or"
        + " SSL_CERT_FILE";
  }

  private static Optional<Breakage> tunnel(IOException cause, Route route) {
    Matcher refused = TUNNEL.matcher(messages(cause));
    if (!refused.find()) {
      return Optional.empty();
    }
    String status = refused.group(1);
    return Optional.of(
        new Breakage(
            route.proxy()
                + " refused to connect to "
                + route.host()
                + ":"
                + route.port()
                + " ("
                + status
                + ")",
            status.startsWith("5")));
  }

  static boolean has(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable here = cause; here != null; here = here.getCause()) {
      if (type.isInstance(here)) {
        return true;
      }
    }
    return false;
  }

  private static String messages(Throwable cause) {
    var all = new StringBuilder();
    for (Throwable here = cause; here != null; here = here.getCause()) {
      all.append(here.getMessage()).append('\n');
    }
    return all.toString();
  }
}
