package dev.ftctl.sandbox.code;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Asker;
import dev.ftctl.sandbox.config.SdkPackages;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// `/connector-sdk/packages`: a ZIP file each, kept as it came, and known by the SHA-256 of its
/// bytes. The connection that a package belongs to names it.
///
/// What the sources say: fivetran-quirks 2.21.
public final class PackageFileRoutes implements Routes {
  private static final String ALL = "/connector-sdk/packages";
  private static final String ONE = "/connector-sdk/packages/{package_id}";

  /// How ZIP files begin, one without entries included.
  private static final List<String> ZIP = List.of("504b0304", "504b0506");

  private static final int START = 4;

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.files("POST", ALL, this::create);
    table.get(ONE, this::details);
    table.files("PATCH", ONE, this::change);
    table.delete(ONE, this::delete);
    table.files("GET", ONE + "/download", this::download);
  }

  private Reply list(Call call) {
    var account = call.account();
    var ids = List.copyOf(account.entries(SdkPackages.COLLECTION).keySet());
    return Reply.ok(
        "Connector SDK packages retrieved successfully",
        call.page().of(ids, id -> shown(account, SdkPackages.existing(account, id))));
  }

  private Reply create(Call call) {
    var account = call.account();
    var file = file(call);
    var node = JsonNodeFactory.instance.objectNode().put("id", account.newId());
    node.put("created_by", account.actorId()).put("created_at", account.now());
    return Reply.created("Package created successfully", kept(call, node, file));
  }

  private Reply details(Call call) {
    return Reply.ok(
        "Connector SDK package details retrieved successfully",
        shown(call.account(), existing(call)));
  }

  /// Another's package only an administrator changes.
  private Reply change(Call call) {
    var account = call.account();
    var node = existing(call);
    if (!node.path("created_by").asText().equals(account.actorId())
        && !new Asker(account).administers()) {
      throw ApiError.forbidden("User is not the package owner or an account administrator");
    }
    return Reply.ok("Package updated successfully", kept(call, node, file(call)));
  }

  private Reply delete(Call call) {
    var account = call.account();
    var id = existing(call).path("id").asText();
    if (SdkPackages.connectionOf(account, id).isPresent()) {
      throw ApiError.forbidden("Package is associated with a connection and cannot be deleted");
    }
    account.remove(SdkPackages.COLLECTION, id);
    return Reply.done("Package deleted successfully");
  }

  private Reply download(Call call) {
    return Reply.file(Base64.getDecoder().decode(existing(call).path("_file").asText()));
  }

  private static byte[] file(Call call) {
    if (!(call.body().path("file") instanceof BinaryNode file)) {
      throw ApiError.invalid("Field 'file' is required");
    }
    var bytes = file.binaryValue();
    if (bytes.length < START || !ZIP.contains(HexFormat.of().formatHex(bytes, 0, START))) {
      throw ApiError.invalid("Invalid package file: it is no ZIP file");
    }
    return bytes;
  }

  private static ObjectNode kept(Call call, ObjectNode node, byte[] file) {
    var account = call.account();
    node.put("last_updated_by", account.actorId()).put("updated_at", account.now());
    node.put("file_sha256_hash", sha256(file));
    // As text, since an account is kept as JSON.
    node.put("_file", Base64.getEncoder().encodeToString(file));
    account.put(SdkPackages.COLLECTION, node.path("id").asText(), node);
    return shown(account, node);
  }

  private static ObjectNode existing(Call call) {
    return SdkPackages.existing(call.account(), call.param("package_id"));
  }

  private static ObjectNode shown(AccountData account, ObjectNode node) {
    var id = node.path("id").asText();
    return node.deepCopy()
        .put("connection_id", SdkPackages.connectionOf(account, id).orElse(null))
        .remove(List.of("_file"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
