package dev.ftctl.operate.trust;

import java.util.Locale;

/// What there is to trust.
public enum TrustSort {
  /// Of a host that speaks TLS.
  CERTIFICATE,
  /// Of the key of an SSH host.
  FINGERPRINT;

  /// `certificate`.
  public String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As the API's paths call all of them: `certificates`.
  public String list() {
    return noun() + "s";
  }

  public TrustSort other() {
    return this == CERTIFICATE ? FINGERPRINT : CERTIFICATE;
  }
}
