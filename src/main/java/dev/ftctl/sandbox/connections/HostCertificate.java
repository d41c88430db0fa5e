package dev.ftctl.sandbox.connections;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;

/// The certificate that a host would show, signed by itself. The same host always has the same one.
/// It is valid until 2049, but for a host whose name contains `expired` or `notyet`.
final class HostCertificate {
  private static final byte[] ED25519 = Der.sequence(Der.oid(0x2b, 0x65, 0x70));
  private static final byte[] COMMON_NAME = Der.oid(0x55, 0x04, 0x03);
  private static final byte[] ALTERNATIVE_NAMES = Der.oid(0x55, 0x1d, 0x11);
  private static final byte[] VERSION_3 = Der.tagged(0, Der.integer((byte) 2));

  private HostCertificate() {}

  /// Its encoded form (X.509, DER).
  static byte[] of(String host) {
    try {
      var keys = keys(host);
      var body = body(host, keys.getPublic().getEncoded());
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(body);
      return Der.sequence(body, ED25519, Der.bits(signature.sign()));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] body(String host, byte[] publicKey) throws GeneralSecurityException {
    var name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(host))));
    var alternatives = Der.octets(Der.sequence(Der.dnsName(host)));
    return Der.sequence(
        VERSION_3,
        Der.integer((byte) 1, digest(host)[0]),
        ED25519,
        name,
        validity(host),
        name,
        publicKey,
        Der.tagged(3, Der.sequence(Der.sequence(ALTERNATIVE_NAMES, alternatives))));
  }

  private static byte[] validity(String host) {
    if (host.contains("expired")) {
      return between("200101000000Z", "210101000000Z");
    }
    return host.contains("notyet")
        ? between("480101000000Z", "491231000000Z")
        : between("200101000000Z", "491231000000Z");
  }

  private static byte[] between(String from, String until) {
    return Der.sequence(Der.time(from), Der.time(until));
  }

  private static KeyPair keys(String host) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Seeded(digest(host)));
    return generator.generateKeyPair();
  }

  private static byte[] digest(String host) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256")
        .digest(("key of " + host).getBytes(StandardCharsets.UTF_8));
  }

  /// No randomness at all: what a host shows must not change when the simulator starts again.
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (var i = 0; i < bytes.length; i++) {
        bytes[i] = seed[i % seed.length];
      }
    }
  }
}
