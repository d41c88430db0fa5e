package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Console;
import dev.ftctl.fivetran.http.Authorities;
import dev.ftctl.fivetran.http.Reach;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds what lies between ftctl and the API: the proxy of the environment, the authorities of a
/// flag or the environment.
record Reaching(Console console) {

  /// Bytes of a bundle of certificates: those of a whole system take a quarter of a megabyte.
  private static final int LARGEST = 16 * 1024 * 1024;

  /// What is needed to go there. Without TLS a bundle of the environment's is not: to read that of
  /// a whole system takes as long as everything else that a plan does before its first request.
  ///
  /// @param caFile as `--ca-file` names it, empty for the environment
  /// @throws RefusedException when either can't be used
  Reach to(URI url, String caFile) {
    return to(url, caFile, "http".equals(url.getScheme()) ? "" : bundle());
  }

  /// The same with everything that is set, needed or not.
  Reach asSet(URI url, String caFile) {
    return to(url, caFile, bundle());
  }

  private String bundle() {
    return console.variable("SSL_CERT_FILE");
  }

  private Reach to(URI url, String caFile, String variable) {
    boolean isFlag = !caFile.isEmpty();
    String file = isFlag ? caFile : variable;
    Optional<Authorities> authorities =
        file.isBlank()
            ? Optional.empty()
            : Optional.of(authorities(file, (isFlag ? "--ca-file " : "SSL_CERT_FILE ") + file));
    try {
      return Reach.to(url, console::variable, authorities);
    } catch (IllegalArgumentException none) {
      throw new RefusedException(
          Refusal.USAGE,
          String.valueOf(none.getMessage()),
          "To reach the API without a proxy, name its host in NO_PROXY.");
    }
  }

  private Authorities authorities(String file, String source) {
    Path path = console.folder().resolve(file);
    try (InputStream in = Files.newInputStream(path)) {
      String pem = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
      return Authorities.of(pem, source);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, source + " can't be read", "Check the path and its permissions.");
    } catch (IllegalArgumentException none) {
      throw new RefusedException(
          Refusal.INVALID,
          String.valueOf(none.getMessage()),
          "Give the authorities' certificates in PEM, one after another.");
    }
  }
}
