package dev.ftctl.cli.verbs.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.verbs.Table;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.TrustSort;
import dev.ftctl.operate.trust.Trusted;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.ArrayList;
import java.util.List;

/// What objects trust, as a table or as JSON. Lists of the API tell neither issuer nor validity of
/// a certificate, and no host of a fingerprint: that is the one of the tunnel as it is set up now.
final class TrustListing {

  private static final List<String> OF_CERTIFICATE =
      List.of("name", "type", "sha1", "sha256", "public_key", "validated_date", "validated_by");
  private static final List<String> OF_FINGERPRINT =
      List.of("public_key", "validated_date", "validated_by");

  private final TrustSort sort;
  private final List<Trusted> all = new ArrayList<>();

  TrustListing(TrustSort sort) {
    this.sort = sort;
  }

  /// @param object with its configuration where a host is to be told
  void add(Named object, List<Trusted> trusted) {
    trusted.forEach(each -> all.add(new Trusted(object, each.fields())));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  String text() {
    if (all.isEmpty()) {
      return "";
    }
    var rows = new ArrayList<List<String>>();
    rows.add(
        sort == TrustSort.CERTIFICATE
            ? List.of("ADDRESS", "SUBJECT", "HASH", "APPROVED", "BY")
            : List.of("ADDRESS", "TUNNEL HOST", "KEY", "HASH", "APPROVED", "BY"));
    all.forEach(trusted -> rows.add(row(trusted)));
    return new Table(rows).toString();
  }

  private List<String> row(Trusted trusted) {
    Value.Mapping fields = trusted.fields();
    var row = new ArrayList<String>();
    row.add(trusted.object().address().toString());
    if (sort == TrustSort.CERTIFICATE) {
      row.add(cell(fields.text("name")));
    } else {
      row.add(cell(host(trusted.object())));
      row.add(cell(fields.text("public_key").strip().split("\\s+")[0]));
    }
    row.add(cell(trusted.hash()));
    row.add(cell(fields.text("validated_date").replaceFirst("\\.\\d+Z$", "Z")));
    row.add(cell(fields.text("validated_by")));
    return row;
  }

  private static String host(Named object) {
    return object.live().fields().mapping("config").text("tunnel_host");
  }

  private static String cell(String text) {
    return text.isEmpty() ? "-" : English.printable(text);
  }

  /// @param failed what could not be read
  String json(List<Result> failed) {
    ObjectNode document = Json.object().put("kind", sort.noun());
    ArrayNode items = document.putArray("items");
    for (Trusted trusted : all) {
      ObjectNode item =
          items
              .addObject()
              .put("address", trusted.object().address().toString())
              .put("id", trusted.object().id())
              .put("hash", trusted.hash());
      if (sort == TrustSort.FINGERPRINT) {
        item.put("tunnel_host", host(trusted.object()));
      }
      for (String name : sort == TrustSort.CERTIFICATE ? OF_CERTIFICATE : OF_FINGERPRINT) {
        item.put(name, trusted.fields().text(name));
      }
    }
    ArrayNode unread = document.putArray("unread");
    failed.forEach(result -> unread.add(result.object().address().toString()));
    return Json.text(document);
  }
}
