package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What setup tests say about keys that somebody has to trust first: the fingerprint of an SSH
/// tunnel, and the certificate of a host whose name contains `selfsigned`. Sending
/// `trust_fingerprints` or `trust_certificates` approves what they find.
///
/// Of a host whose name contains `wronghash`, they tell another hash than that of its key.
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
    Nodes.text(config, "tunnel_host").ifPresent(host -> items.add(fingerprint(host)));
    Nodes.text(config, "host")
        .filter(host -> host.contains("selfsigned"))
        .ifPresent(host -> items.add(certificate(host)));
    return items;
  }

  private ObjectNode fingerprint(String host) {
    // No true key, but the same one for ever: manifests pin its SHA-256.
    var content = ("key of " + host).getBytes(StandardCharsets.UTF_8);
    var key = "ssh-rsa " + Base64.getEncoder().encodeToString(content) + " " + host;
    var hash = hash(host, content);
    var item = JsonNodeFactory.instance.objectNode().put("title", "SSH Tunnel Connection");
    if (isTrusted("fingerprints", fingerprints, hash, key)) {
      return passed(item);
    }
    item.set("details", told(hash, host).put("public_key", key).put("type", "ssh-rsa"));
    return failed(item, host);
  }

  private ObjectNode certificate(String host) {
    var encoded = HostCertificate.of(host);
    var hash = hash(host, encoded);
    var text = Base64.getEncoder().encodeToString(encoded);
    var item = JsonNodeFactory.instance.objectNode().put("title", "Validate Certificate");
    if (isTrusted("certificates", certificates, hash, text)) {
      return passed(item);
    }
    item.putArray("details")
        .add(
            told(hash, host)
                .put("type", "X.509")
                .put("encoded_cert", text)
                .put("sha256", Digests.hex("SHA-256", encoded)));
    return failed(item, host);
  }

  private boolean isTrusted(String things, boolean trusts, String hash, String content) {
    var isApproved = TrustRoutes.isApproved(account, things, owner, hash);
    if (trusts && !isApproved) {
      TrustRoutes.approve(account, things, owner, hash, content);
    }
    return trusts || isApproved;
  }

  private static ObjectNode passed(ObjectNode item) {
    return item.put("status", "PASSED").put("message", "");
  }

  private static ObjectNode failed(ObjectNode item, String host) {
    return item.put("status", "FAILED").put("message", "The key of " + host + " is not trusted");
  }

  private static ObjectNode told(String hash, String host) {
    return JsonNodeFactory.instance.objectNode().put("hash", hash).put("name", "CN=" + host);
  }

  private static String hash(String host, byte[] content) {
    return Digests.hash(
        host.contains("wronghash") ? host.getBytes(StandardCharsets.UTF_8) : content);
  }
}
