package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Certificates and fingerprints that were approved for connections and destinations: four
/// collections alike, and the older way to approve a certificate.
public final class TrustRoutes implements Routes {
  private static final List<Sort> SORTS =
      List.of(
          new Sort(true, true),
          new Sort(true, false),
          new Sort(false, true),
          new Sort(false, false));

  /// One of the four: of connections or destinations, certificates or fingerprints.
  private record Sort(boolean connections, boolean certificates) {
    String owners() {
      return connections ? AccountData.CONNECTIONS : AccountData.DESTINATIONS;
    }

    String owner() {
      return connections ? "connection" : "destination";
    }

    String things() {
      return certificates ? "certificates" : "fingerprints";
    }

    String subject() {
      var owner = connections ? "Connection" : "Destination";
      return owner + " " + (certificates ? "certificate" : "fingerprint");
    }

    /// The member of an approval that carries the key itself.
    String content() {
      return certificates ? "encoded_cert" : "public_key";
    }
  }

  @Override
  public void addTo(RouteTable table) {
    for (var sort : SORTS) {
      var all = "/" + sort.owners() + "/{id}/" + sort.things();
      table.get(all, call -> list(sort, call));
      table.post(all, call -> approve(sort, call));
      table.get(all + "/{hash}", call -> details(sort, call));
      table.delete(all + "/{hash}", call -> revoke(sort, call));
    }
    table.post("/certificates", TrustRoutes::approveForWhatTheBodyNames);
  }

  /// The older way, which the document calls deprecated: a connection or destination stands in the
  /// body, and nothing is told of the certificate.
  private static Reply approveForWhatTheBodyNames(Call call) {
    var account = call.account();
    var owners = new ArrayList<String>();
    call.text("connection_id")
        .ifPresent(id -> owners.add(Existing.connection(account, id).path("id").asText()));
    call.text("destination_id")
        .ifPresent(id -> owners.add(DestinationRoutes.existing(account, id).path("id").asText()));
    var hash = call.required("hash");
    var content = call.required("encoded_cert");
    if (owners.isEmpty()) {
      throw ApiError.invalid("Field 'connection_id' or 'destination_id' is required");
    }
    owners.forEach(owner -> approve(account, "certificates", owner, hash, content));
    return Reply.done("The certificate has been approved.");
  }

  /// Whether a thing with this hash is approved for an owner.
  static boolean isApproved(AccountData account, String things, String owner, String hash) {
    return account.find(things, key(owner, hash)).isPresent();
  }

  private static Reply list(Sort sort, Call call) {
    var owner = owner(sort, call);
    var found =
        call.account().all(sort.things()).stream()
            .filter(each -> each.path("_owner").asText().equals(owner))
            .map(TrustRoutes::shown)
            .toList();
    return Reply.ok(
        sort.subject() + "s retrieved successfully", call.page().of(found, Function.identity()));
  }

  /// Answers 201, for certificates too: official clients insist on it.
  private static Reply approve(Sort sort, Call call) {
    var owner = owner(sort, call);
    var hash = call.required("hash");
    var content = call.required(sort.content());
    var item = approve(call.account(), sort.things(), owner, hash, content);
    var message =
        sort.certificates()
            ? "The certificate has been approved."
            : "The fingerprint has been approved.";
    return Reply.created(message, shown(item));
  }

  /// Approves a key; `content` is a certificate's encoded form, which is not kept, or a public key.
  static ObjectNode approve(
      AccountData account, String things, String owner, String hash, String content) {
    var item = JsonNodeFactory.instance.objectNode();
    item.put("_owner", owner).put("id", id(hash)).put("hash", hash);
    if (things.equals("certificates")) {
      describe(item, content);
    } else {
      item.put("public_key", content);
    }
    item.put("validated_date", account.now()).put("validated_by", approver(account));
    account.put(things, key(owner, hash), item);
    return item;
  }

  /// What is kept of a certificate: who it is of, and its digests; of a text that is none, those of
  /// the text.
  private static void describe(ObjectNode item, String encoded) {
    var bytes = encoded.getBytes(StandardCharsets.UTF_8);
    var subject = "Unknown";
    var key = "";
    try {
      bytes = Base64.getMimeDecoder().decode(encoded);
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes));
      bytes = certificate.getEncoded();
      subject = certificate.getSubjectX500Principal().getName();
      key = certificate.getPublicKey().toString();
    } catch (CertificateException | IllegalArgumentException none) {
      // Nothing says that the API refuses it.
    }
    item.put("name", subject).put("type", "X.509").put("public_key", key);
    item.put("sha1", Digests.hex("SHA-1", bytes)).put("sha256", Digests.hex("SHA-256", bytes));
  }

  /// Forgets what was approved for something that is deleted.
  static void forget(AccountData account, String owner) {
    for (var things : List.of("certificates", "fingerprints")) {
      account.all(things).stream()
          .filter(item -> item.path("_owner").asText().equals(owner))
          .forEach(item -> account.remove(things, key(owner, item.path("hash").asText())));
    }
  }

  private static Reply details(Sort sort, Call call) {
    return Reply.ok(
        sort.subject() + " details retrieved successfully", shown(existing(sort, call)));
  }

  private static Reply revoke(Sort sort, Call call) {
    var owner = owner(sort, call);
    var item = existing(sort, call);
    call.account().remove(sort.things(), key(owner, item.path("hash").asText()));
    return Reply.done(revoked(sort, call.param("hash"), owner));
  }

  private static String revoked(Sort sort, String hash, String owner) {
    if (sort.certificates()) {
      return "Certificate '" + hash + "' has been revoked for " + sort.owner() + " '" + owner + "'";
    }
    return sort.connections()
        ? "Fingerprint with hash '"
            + hash
            + "' has been revoked for connection with id '"
            + owner
            + "'"
        : "Fingerprint with hash = '"
            + hash
            + "' has been revoked for destination id = '"
            + owner
            + "'";
  }

  /// The path may name the hash or the id, its base64url.
  private static ObjectNode existing(Sort sort, Call call) {
    var owner = owner(sort, call);
    var asked = call.param("hash");
    return call.account().all(sort.things()).stream()
        .filter(each -> each.path("_owner").asText().equals(owner))
        .filter(each ->
            each.path("hash").asText().equals(asked) || each.path("id").asText().equals(asked))
        .findFirst()
        .orElseThrow(
            () -> ApiError.notFound("NotFound", sort.subject() + " '" + asked + "' is not found"));
  }

  private static String owner(Sort sort, Call call) {
    var id = call.param("id");
    return sort.connections()
        ? Existing.connection(call.account(), id).path("id").asText()
        : DestinationRoutes.existing(call.account(), id).path("id").asText();
  }

  private static ObjectNode shown(ObjectNode item) {
    return item.deepCopy().without(List.of("_owner"));
  }

  /// Given and family name: that is what the API answers, whatever its document says.
  private static String approver(AccountData account) {
    return account
        .userId()
        .flatMap(id -> account.find(AccountData.USERS, id))
        .map(user -> user.path("given_name").asText() + " " + user.path("family_name").asText())
        .orElse("System key");
  }

  private static String id(String hash) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hash.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String owner, String hash) {
    return owner + "/" + hash;
  }
}
