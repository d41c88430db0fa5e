package dev.ftctl.fivetran.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The authorities whose certificates are trusted in place of Java's own, as OpenSSL and curl do
/// it: who names a bundle gets what is in it and no more.
///
/// @param source as messages name it: `--ca-file ca.pem`
public record Authorities(List<Certificate> certificates, String source) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END");

  public Authorities {
    certificates = List.copyOf(certificates);
  }

  /// From a bundle in PEM; what stands between its certificates is not looked at.
  ///
  /// @throws IllegalArgumentException when it holds none, or one that can't be read
  public static Authorities of(String pem, String source) {
    var certificates = new ArrayList<Certificate>();
    Matcher block = BLOCK.matcher(pem);
    while (block.find()) {
      try {
        byte[] bytes =
            Base64.getMimeDecoder().decode(block.group(1).getBytes(StandardCharsets.US_ASCII));
        certificates.add(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes)));
      } catch (GeneralSecurityException | IllegalArgumentException malformed) {
        throw new IllegalArgumentException(
            source + ": certificate " + (certificates.size() + 1) + " can't be read", malformed);
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          source + ": there is no certificate in it (-----BEGIN CERTIFICATE-----)");
    }
    return new Authorities(certificates, source);
  }

  SSLContext context() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        trusted.setCertificateEntry("authority-" + i, certificates.get(i));
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("this JVM has no TLS", impossible);
    }
  }
}
