package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.http.ApiError;

/// The `config` of a service that takes no member it doesn't know: of logs and private links.
/// Nothing says what the API does with one; a client that sends a member of another service has
/// mixed something up. Only where it says nothing is it let pass: the official provider sends the
/// switch of one service as `false` to all of them (fivetran-quirks Q31).
public final class StrictConfig {
  private StrictConfig() {}

  /// The config of a new object. `sent` may be missing.
  public static ObjectNode created(ServiceFacts facts, JsonNode sent) {
    checkMembers(facts, sent);
    checkRequired(facts, sent);
    return ConfigRules.ofConnection(facts).created(sent);
  }

  /// The config after a PATCH, which merges the members that it has.
  public static ObjectNode merged(ServiceFacts facts, ObjectNode stored, JsonNode sent) {
    checkMembers(facts, sent);
    return ConfigRules.ofConnection(facts).patched(stored, sent);
  }

  private static void checkMembers(ServiceFacts facts, JsonNode sent) {
    for (var member : sent.properties()) {
      if (saysSomething(member.getValue()) && !facts.config().containsKey(member.getKey())) {
        throw ApiError.invalid(
            "Field '"
                + member.getKey()
                + "' is not supported by service '"
                + facts.service()
                + "'");
      }
    }
  }

  private static boolean saysSomething(JsonNode value) {
    return !value.isNull() && !value.equals(BooleanNode.FALSE) && !value.equals(IntNode.valueOf(0));
  }

  private static void checkRequired(ServiceFacts facts, JsonNode sent) {
    for (var name : facts.requiredConfig()) {
      if (sent.path(name).asText("").isBlank()) {
        throw ApiError.invalid("Field '" + name + "' is required");
      }
    }
  }
}
