package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The members that agents, private links and secrets managers have in the API's answers, with
/// values for what a seed leaves out.
final class AttachmentShapes {
  private static final String LONG_AGO = "2026-01-05T08:00:00.000000Z";
  private static final String SOMEBODY = "sandbox";
  private static final String VERSION = "1.0.0";

  private AttachmentShapes() {}

  static ObjectNode proxyAgent() {
    return empty()
        .put("account_id", "sandbox_account")
        .put("registered_at", LONG_AGO)
        .put("region", "GCP_US_EAST4")
        .put("created_by", SOMEBODY)
        .put("display_name", "")
        .put("version", VERSION)
        .put("status", "CONNECTED");
  }

  static ObjectNode hybridAgent() {
    return empty()
        .put("version", VERSION)
        .put("enabled", true)
        .put("online", true)
        .put("display_name", "")
        .put("group_id", "")
        .put("registered_at", LONG_AGO)
        .put("created_by", SOMEBODY)
        .put("deployment_type", "DOCKER")
        .put("updated_at", LONG_AGO)
        .put("last_used_at", LONG_AGO);
  }

  static ObjectNode privateLink() {
    var link =
        empty()
            .put("name", "")
            .put("region", "AWS_US_EAST_1")
            .put("service", "SOURCE_AWS")
            .put("state", "OK")
            .put("state_summary", "")
            .put("account_id", "sandbox_account")
            .put("cloud_provider", "AWS")
            .put("created_at", LONG_AGO)
            .put("created_by", SOMEBODY);
    return link.set("config", empty());
  }

  static ObjectNode secretsManager() {
    var manager =
        empty()
            .put("type", "HASHICORP_VAULT")
            .put("name", "")
            .put("is_hybrid_deployment", false)
            .put("created_at", LONG_AGO)
            .put("updated_at", LONG_AGO);
    return manager.set("config", empty());
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
