package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.RequestMask;
import dev.ftctl.sandbox.store.Fingerprints;
import java.util.Map;

/// How a service's `config` is taken in: members merge at the top level, objects and most arrays
/// are replaced whole, null clears, unknown members and naming keys are dropped, secrets become
/// fingerprints.
public final class ConfigRules {
  /// Values the server fills in where the service has such a field with such a value (e2e of
  /// go-fivetran for `itunes_connect`; the others by analogy, see docs/decisions/010).
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "timeframe_months", "TWELVE",
          "app_sync_mode", "AllApps",
          "sync_mode", "AllAccounts",
          "update_method", "NATIVE_UPDATE");

  private static final Map<String, String> DEFAULTS_AFTER_UPDATE =
      Map.of(
          "sales_account_sync_mode",
          "AllSalesAccounts",
          "finance_account_sync_mode",
          "AllFinanceAccounts");

  private final ServiceFacts facts;
  private final boolean destination;
  private final FieldRules rules;

  private ConfigRules(ServiceFacts facts, boolean destination) {
    this.facts = facts;
    this.destination = destination;
    this.rules = new FieldRules(destination);
  }

  public static ConfigRules ofConnection(ServiceFacts facts) {
    return new ConfigRules(facts, false);
  }

  public static ConfigRules ofDestination(ServiceFacts facts) {
    return new ConfigRules(facts, true);
  }

  /// The config of a new object. `sent` may be missing.
  public ObjectNode created(JsonNode sent) {
    var config = JsonNodeFactory.instance.objectNode();
    object(sent).properties().stream()
        .filter(member -> !member.getValue().isNull())
        .forEach(member -> merge(config, member.getKey(), member.getValue()));
    fillDocumented(config);
    fill(config, DEFAULTS);
    return config;
  }

  /// The config after a PATCH; `stored` stays as it is.
  public ObjectNode patched(ObjectNode stored, JsonNode sent) {
    var config = stored.deepCopy();
    object(sent)
        .properties()
        .forEach(member -> {
          checkMutable(stored, member.getKey(), member.getValue());
          merge(config, member.getKey(), member.getValue());
        });
    fill(config, DEFAULTS_AFTER_UPDATE);
    return config;
  }

  private static ObjectNode object(JsonNode sent) {
    if (sent.isMissingNode() || sent.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (sent instanceof ObjectNode object) {
      return object;
    }
    throw FieldRules.refusal();
  }

  private void merge(ObjectNode config, String name, JsonNode value) {
    var field = facts.config().get(name);
    if (field == null) {
      if (destination && facts.config().isEmpty()) {
        mergeUndocumented(config, name, value);
      }
      return;
    }
    if (field.readOnly()) {
      refuseNull(value);
      return;
    }
    if (value.isNull() && !FieldRules.isNullable(field.type())) {
      throw FieldRules.refusal();
    }
    if (field.merged() && !value.isNull()) {
      put(config, name, MergedLists.merged(field, config.path(name), normal(field, value)));
      return;
    }
    put(config, name, FieldRules.isNothing(value) ? value : normal(field, value));
  }

  private static void put(ObjectNode config, String name, JsonNode value) {
    if (FieldRules.isNothing(value)) {
      config.remove(name);
    } else {
      config.set(name, value);
    }
  }

  /// Seven destination services declare no field at all: whatever they are sent is kept, and hidden
  /// where its name sounds like a secret.
  private static void mergeUndocumented(ObjectNode config, String name, JsonNode value) {
    put(
        config,
        name,
        !FieldRules.isNothing(value) && RequestMask.soundsSecret(name)
            ? Fingerprints.fingerprinted(value)
            : value);
  }

  /// Nulling a read-only member fails (provider changelog 1.1.25); other values for it are dropped.
  private static void refuseNull(JsonNode value) {
    if (value.isNull()) {
      throw FieldRules.refusal();
    }
  }

  private void checkMutable(ObjectNode stored, String name, JsonNode value) {
    var field = facts.config().get(name);
    if (field == null || !facts.immutableConfig().contains(name) || !stored.has(name)) {
      return;
    }
    if (FieldRules.isNothing(value) || !normal(field, value).equals(stored.path(name))) {
      throw ApiError.invalid("Field '" + name + "' cannot be modified");
    }
  }

  private JsonNode normal(FieldFacts field, JsonNode value) {
    return rules.normal(Undocumented.widened(facts, field), value);
  }

  private void fillDocumented(ObjectNode config) {
    Defaults.of(facts.service())
        .forEach((name, value) -> {
          var field = facts.config().get(name);
          if (field != null && !field.readOnly() && !config.has(name) && takes(field, value)) {
            config.set(name, normal(field, TextNode.valueOf(value)));
          }
        });
  }

  /// The document's own words are not always among its values.
  private boolean takes(FieldFacts field, String value) {
    try {
      return !normal(field, TextNode.valueOf(value)).isNull();
    } catch (ApiError refused) {
      return false;
    }
  }

  private void fill(ObjectNode config, Map<String, String> defaults) {
    if (destination) {
      return;
    }
    defaults.forEach((name, value) -> {
      var field = facts.config().get(name);
      if (field != null && !config.has(name) && accepts(field, value)) {
        config.put(name, value);
      }
    });
  }

  private static boolean accepts(FieldFacts field, String value) {
    return field.enumValues().contains(value);
  }
}
