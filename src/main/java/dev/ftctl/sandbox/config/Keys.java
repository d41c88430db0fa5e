package dev.ftctl.sandbox.config;

import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Fingerprints;
import java.util.Base64;

/// The keys and accounts that Fivetran makes. The same group always has the same ones.
public final class Keys {
  private Keys() {}

  public static String sshPublicKey(String group) {
    var seed =
        Fingerprints.fingerprint("ssh key of " + group)
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return "ssh-rsa AAAAB3NzaC1yc2EA"
        + Base64.getEncoder().withoutPadding().encodeToString(seed)
        + " fivetran user key";
  }

  /// A secret that nobody has had before, in this account.
  public static String secret(AccountData account) {
    var seed =
        Fingerprints.fingerprint("secret of " + account.newId())
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seed).substring(20, 60);
  }

  /// A text that looks like a certificate or a key.
  public static String pem(String kind, String text) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind);
  }

  /// `g-` and the group's id with dashes.
  public static String serviceAccount(String group) {
    return "g-" + group.replace('_', '-') + "@fivetran-sandbox.iam.gserviceaccount.com";
  }
}
