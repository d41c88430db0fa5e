package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.ConfigRules;
import dev.ftctl.sandbox.config.ConfigScalars;
import dev.ftctl.sandbox.config.Networking;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import java.util.Arrays;
import java.util.List;

/// A destination while a request fills it in.
record DestinationDraft(Call call, ObjectNode destination, ServiceFacts facts) {
  private static final List<String> REGIONS =
      words(
          """
          GCP_US_EAST4 GCP_US_WEST1 GCP_US_CENTRAL1 GCP_EUROPE_WEST3 GCP_EUROPE_WEST2 GCP_AUSTRALIA_SOUTHEAST1
          GCP_NORTHAMERICA_NORTHEAST1 GCP_ASIA_SOUTHEAST1 GCP_ASIA_SOUTHEAST2 GCP_ASIA_SOUTH1 GCP_ASIA_NORTHEAST1
          AWS_US_EAST_1 AWS_US_EAST_2 AWS_US_WEST_2 AWS_AP_NORTHEAST_1 AWS_AP_SOUTHEAST_1 AWS_AP_SOUTHEAST_2
          AWS_EU_CENTRAL_1 AWS_EU_WEST_1 AWS_EU_WEST_2 AWS_AP_SOUTH_1 AWS_CA_CENTRAL_1 AWS_US_GOV_WEST_1
          AZURE_EASTUS2 AZURE_AUSTRALIAEAST AZURE_UKSOUTH AZURE_WESTEUROPE AZURE_CENTRALUS AZURE_CANADACENTRAL
          AZURE_UAENORTH AZURE_SOUTHEASTASIA AZURE_EASTUS AZURE_JAPANEAST AZURE_CENTRALINDIA
          """);

  /// Texts with a sign: `3` is not `+3`.
  private static final List<String> OFFSETS =
      words("-11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1 0 +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12");

  private static List<String> words(String text) {
    return Arrays.asList(text.trim().split("\\s+"));
  }

  static DestinationDraft of(Call call, ObjectNode destination, ServiceFacts facts) {
    return new DestinationDraft(call, destination, facts);
  }

  /// A destination with the server's defaults.
  static ObjectNode fresh(String group, String service) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", group).put("group_id", group).put("service", service);
    node.put("region", "GCP_US_EAST4")
        .put("time_zone_offset", "0")
        .put("daylight_saving_time_enabled", false);
    node.put("setup_status", SetupState.INCOMPLETE).put("networking_method", "Directly");
    for (var reference :
        List.of(
            "private_link_id",
            "proxy_agent_id",
            "hybrid_deployment_agent_id",
            "local_processing_agent_id")) {
      node.putNull(reference);
    }
    return node;
  }

  void create() {
    var config = ConfigRules.ofDestination(facts).created(call.body().path("config"));
    destination.set("config", config);
    scalars();
  }

  void modify() {
    var stored = destination.withObjectProperty("config");
    destination.set(
        "config", ConfigRules.ofDestination(facts).patched(stored, call.body().path("config")));
    scalars();
  }

  private void scalars() {
    var scalars = new ConfigScalars(call, destination);
    if (call.text("region").filter(String::isEmpty).isPresent()) {
      throw ApiError.invalid("region cannot be empty");
    }
    scalars.oneOf("region", REGIONS);
    scalars.oneOf("time_zone_offset", OFFSETS);
    scalars.bool("daylight_saving_time_enabled");
    List.of("private_link_id", "proxy_agent_id", "hybrid_deployment_agent_id")
        .forEach(scalars::reference);
    destination.set("local_processing_agent_id", destination.path("hybrid_deployment_agent_id"));
    if (facts.externalSecrets()) {
      scalars.reference("external_secrets_manager_id");
      scalars.object("external_secrets_keys_config");
    }
    Networking.derive(destination, call.body(), facts);
  }
}
