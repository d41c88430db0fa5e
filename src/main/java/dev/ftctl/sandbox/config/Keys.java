package dev.ftctl.sandbox.config;

import dev.ftctl.sandbox.store.Fingerprints;
import java.util.Base64;

/// The keys and accounts that Fivetran makes for a group. The same group always has the same ones.
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

  /// `g-` and the group's id with dashes.
  public static String serviceAccount(String group) {
    return "g-" + group.replace('_', '-') + "@fivetran-sandbox.iam.gserviceaccount.com";
  }
}
