package dev.ftctl.operate.trust;

import dev.ftctl.kind.setuptest.KeyHash;
import dev.ftctl.kind.setuptest.ShownKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an encoded certificate says of itself.
final class CertificateFacts {

  private static final String PEM = "-----BEGIN";

  private CertificateFacts() {}

  /// @param now by which it is valid or not
  static KeyFacts of(ShownKey key, Instant now) {
    Optional<X509Certificate> read = read(key.details().text("encoded_cert"));
    if (read.isEmpty()) {
      return new KeyFacts(
          new LinkedHashMap<>(),
          List.of("NO CERTIFICATE: what Fivetran shows can't be read as one"));
    }
    try {
      return of(key, read.get(), now);
    } catch (CertificateException damaged) {
      return new KeyFacts(
          new LinkedHashMap<>(), List.of("NO CERTIFICATE: what Fivetran shows is damaged"));
    }
  }

  private static KeyFacts of(ShownKey key, X509Certificate certificate, Instant now)
      throws CertificateException {
    String subject = certificate.getSubjectX500Principal().getName();
    String issuer = certificate.getIssuerX500Principal().getName();
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    KeyHash real = KeyHash.ofContent(certificate.getEncoded());
    var told = new LinkedHashMap<String, String>();
    told.put("subject", subject);
    told.put("issuer", issuer);
    told.put("names", names(certificate));
    told.values().removeIf(String::isEmpty);
    told.put("valid_from", from.toString());
    told.put("valid_until", until.toString());
    told.put("sha256", real.toString());
    var doubts = new ArrayList<String>();
    if (now.isAfter(until)) {
      doubts.add("EXPIRED: it was valid until " + until);
    }
    if (now.isBefore(from)) {
      doubts.add("NOT YET VALID: it is valid from " + from);
    }
    doubts.addAll(KeyFacts.mismatches(key, real, "the certificate"));
    return new KeyFacts(told, doubts);
  }

  /// The hosts that it is for.
  private static String names(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null
        ? ""
        : names.stream()
            .map(name -> name.get(1))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.joining(", "));
  }

  /// In Base64, be it DER or PEM that is in it; or PEM as it is.
  private static Optional<X509Certificate> read(String encoded) {
    try {
      byte[] bytes =
          encoded.strip().startsWith(PEM)
              ? encoded.getBytes(StandardCharsets.US_ASCII)
              : Base64.getMimeDecoder().decode(encoded);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
