package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// What setup tests say about keys that somebody has to trust first: the fingerprint of an SSH
/// tunnel, and the certificate of a host whose name contains `selfsigned`. Sending
/// `trust_fingerprints` or `trust_certificates` approves what they find.
record Trust(AccountData account, String owner, boolean fingerprints, boolean certificates) {
  static Trust of(Call call, String owner) {
    return new Trust(
        call.account(),
        owner,
        call.bool("trust_fingerprints").orElse(false),
        call.bool("trust_certificates").orElse(false));
  }

  /// Test items, one for each key that the config leads to.
  List<ObjectNode> items(ObjectNode config) {
    var items = new ArrayList<ObjectNode>();
    Nodes.text(config, "tunnel_host")
        .ifPresent(
            host -> items.add(item("SSH Tunnel Connection", "fingerprints", host, fingerprints)));
    Nodes.text(config, "host")
        .filter(host -> host.contains("selfsigned"))
        .ifPresent(
            host -> items.add(item("Validate Certificate", "certificates", host, certificates)));
    return items;
  }

  private ObjectNode item(String title, String things, String host, boolean trusted) {
    var item = JsonNodeFactory.instance.objectNode().put("title", title);
    var hash = hash(host);
    var approved = TrustRoutes.isApproved(account, things, owner, hash);
    if (trusted && !approved) {
      TrustRoutes.approve(account, things, owner, hash, Keys.sshPublicKey(host));
    }
    if (trusted || approved) {
      return item.put("status", "PASSED").put("message", "");
    }
    item.put("status", "FAILED").put("message", "The key of " + host + " is not trusted");
    if (things.equals("fingerprints")) {
      describe(item.putObject("details"), hash, host).put("type", "ssh-rsa");
    } else {
      describe(item.putArray("details").addObject(), hash, host)
          .put("type", "X.509")
          .put("encoded_cert", certificate(host))
          .put("sha256", HexFormat.of().formatHex(Base64.getDecoder().decode(hash)));
    }
    return item;
  }

  private static ObjectNode describe(ObjectNode details, String hash, String host) {
    return details
        .put("hash", hash)
        .put("public_key", Keys.sshPublicKey(host))
        .put("name", "CN=" + host);
  }

  private static String certificate(String host) {
    return Base64.getEncoder()
        .encodeToString(("certificate of " + host).getBytes(StandardCharsets.UTF_8));
  }

  /// The same host always has the same key; base64 of a SHA-256, as hashes of keys are written.
  static String hash(String host) {
    var text = Fingerprints.fingerprint("key of " + host);
    var hex = text.substring(text.length() - 64);
    var bytes = HexFormat.of().parseHex(hex);
    return Base64.getEncoder().encodeToString(bytes).replace("=", "");
  }
}
