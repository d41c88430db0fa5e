package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import java.util.List;

/// What becomes of a destination that goes through a private link, where `families` says so: its
/// host is the link's from then on, and with Databricks its cloud is another, as a user of the
/// official provider met it (provider issue 482).
final class LinkAddress {
  private static final List<String> HOSTS = List.of("server_host_name", "host");

  private LinkAddress() {}

  /// Rewrites a destination whose link is there.
  static void into(AccountData account, ObjectNode destination) {
    var id = destination.path("private_link_id").asText("");
    if (id.isEmpty() || !new Families(account).rewriteDestinations("private-links")) {
      return;
    }
    var host =
        account
            .find(Attachment.PRIVATE_LINK.collection(), id)
            .map(link -> link.path("host").asText(""))
            .orElse("");
    if (host.isEmpty()) {
      return;
    }
    var config = destination.withObjectProperty("config");
    HOSTS.stream().filter(config::hasNonNull).forEach(name -> config.put(name, host));
    if (config.hasNonNull("cloud_provider")) {
      config.put("cloud_provider", "AWS");
    }
  }
}
