package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.store.AccountData;

/// Whether what a connection or destination is reached through is there: a private link that is
/// `OK`, an agent that is connected. Else its setup tests fail.
final class Reach {
  private Reach() {}

  /// The outcome with what fails besides.
  static SetupTests.Outcome through(
      AccountData account, ObjectNode node, SetupTests.Outcome outcome) {
    var items = outcome.items();
    add(account, node, Attachment.PRIVATE_LINK, "private_link_id", "state", "OK", items);
    add(account, node, Attachment.PROXY_AGENT, "proxy_agent_id", "status", "CONNECTED", items);
    add(
        account,
        node,
        Attachment.HYBRID_AGENT,
        "hybrid_deployment_agent_id",
        "online",
        "true",
        items);
    return outcome;
  }

  private static void add(
      AccountData account,
      ObjectNode node,
      Attachment sort,
      String field,
      String member,
      String wanted,
      ArrayNode items) {
    var id = node.path(field).asText();
    account
        .find(sort.collection(), id)
        .map(stored -> sort.whole(id, stored).path(member).asText())
        .filter(found -> !found.equals(wanted))
        .ifPresent(found ->
            items
                .addObject()
                .put("title", "Checking " + field.replace("_id", "").replace('_', ' '))
                .put("status", "FAILED")
                .put("message", member + " of '" + id + "' is " + found));
  }
}
