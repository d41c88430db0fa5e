package dev.ftctl.sandbox.networking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import dev.ftctl.sandbox.store.Steered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What becomes of a private link that is being made, changed or taken away: it stays so for some
/// looks and some time, as the account's collection `link_courses` says by the link's name or id,
/// or `*`: `{"looks": 3, "seconds": 60, "ends": "FAIL", "summary": "…"}`. Without it the first look
/// finds it unsettled, the second `OK`.
record LinkCourse(AccountData account) {
  private static final String COLLECTION = "link_courses";
  private static final List<String> UNSETTLED = List.of("CREATING", "UPDATING", "DESTROYING");
  private static final String LOOKS = "_looks";
  private static final String UNTIL = "_until";
  private static final String ENDS = "_ends";
  private static final String SUMMARY = "_summary";

  /// Puts a link into an unsettled state, and keeps it.
  void begin(ObjectNode link, String state) {
    var said =
        new Steered(account, COLLECTION).take(link.path("name").asText(), link.path("id").asText());
    link.put("state", state).put("state_summary", "");
    link.put("resource_upstream_status", "pending");
    link.put(LOOKS, said.path("looks").asInt(1));
    var until = account.instant().plusSeconds(said.path("seconds").asLong(0));
    link.put(UNTIL, AccountData.timestamp(until));
    link.put(ENDS, said.path("ends").asText("OK")).put(SUMMARY, said.path("summary").asText());
    keep(link);
  }

  /// The link as a request finds it, if it is still there; a look brings it nearer to its end.
  Optional<ObjectNode> found(String id, boolean looks) {
    var stored = account.find(Attachment.PRIVATE_LINK.collection(), id);
    if (stored.isEmpty() || !stored.get().has(LOOKS) || !isUnsettled(stored.get())) {
      return stored.map(ObjectNode::deepCopy);
    }
    var link = stored.get().deepCopy();
    var left = link.path(LOOKS).asInt();
    if (left > 0) {
      if (looks) {
        keep(link.put(LOOKS, left - 1));
      }
      return Optional.of(link);
    }
    var until = Nodes.text(link, UNTIL).map(Instant::parse).orElse(Instant.MIN);
    return until.isAfter(account.instant()) ? Optional.of(link) : ended(link);
  }

  private Optional<ObjectNode> ended(ObjectNode link) {
    if (link.path("state").asText().equals("DESTROYING")) {
      account.remove(Attachment.PRIVATE_LINK.collection(), link.path("id").asText());
      return Optional.empty();
    }
    var ends = link.remove(ENDS).asText();
    link.put("state", ends).put("state_summary", link.remove(SUMMARY).asText());
    link.put("resource_upstream_status", ends.equals("OK") ? "available" : "failed");
    link.put("host", link.path("id").asText().replace('_', '-') + ".private.test");
    keep(link.remove(List.of(LOOKS, UNTIL)));
    return Optional.of(link);
  }

  static boolean isUnsettled(ObjectNode link) {
    return UNSETTLED.contains(link.path("state").asText());
  }

  private void keep(ObjectNode link) {
    account.put(Attachment.PRIVATE_LINK.collection(), link.path("id").asText(), link);
  }
}
