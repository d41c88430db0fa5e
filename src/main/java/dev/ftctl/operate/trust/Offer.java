package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.kind.setuptest.ShownKey;
import dev.ftctl.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A key that a setup test met and that nobody has approved yet.
public record Offer(Named object, TrustSort sort, ShownKey key, KeyFacts facts) {

  /// All that an answer of setup tests tells of, each once.
  static List<Offer> all(Named object, Value.Mapping answer, Instant now) {
    var offers = new ArrayList<Offer>();
    for (ShownKey key : ShownKey.all(answer)) {
      boolean isCertificate = key.list().equals(TrustSort.CERTIFICATE.list());
      TrustSort sort = isCertificate ? TrustSort.CERTIFICATE : TrustSort.FINGERPRINT;
      KeyFacts facts =
          isCertificate
              ? CertificateFacts.of(key, now)
              : KeyFacts.ofHost(key, answer.mapping("config"));
      var offer = new Offer(object, sort, key, facts);
      if (offers.stream().noneMatch(offer::isTheSameAs)) {
        offers.add(offer);
      }
    }
    return offers;
  }

  private boolean isTheSameAs(Offer other) {
    return sort == other.sort && told().equals(other.told());
  }

  /// The hash by which the API knows it.
  String told() {
    return key.details().text("hash");
  }

  /// As it is shown: its own hash where it can be read, else what the API says.
  public String hash() {
    String own = facts.told().get("sha256");
    return own == null ? new HashName(told()).shown() : own;
  }

  public boolean isMeant(String written) {
    var names = new ArrayList<>(key.hashes());
    names.add(hash());
    return new HashName(told()).isMeant(written, names);
  }
}
