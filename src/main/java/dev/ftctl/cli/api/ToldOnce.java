package dev.ftctl.cli.api;

import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Secrets that Fivetran tells when they are made, and never again: which calls tell one, and what
/// such members are called.
final class ToldOnce {

  /// API keys are not in the API document.
  private static final List<List<String>> CALLS =
      Stream.of(
              "POST/v1/connections/{}/connect-card",
              "POST/v1/connectors/{}/connect-card",
              "POST/v1/hybrid-deployment-agents",
              "PATCH/v1/hybrid-deployment-agents/{}/re-auth",
              "POST/v1/hybrid-deployment-agents/{}/reset-credentials",
              "POST/v1/hvr/register-hub",
              "POST/v1/proxy",
              "POST/v1/proxy/{}/regenerate-secrets",
              "POST/v1/system-keys",
              "POST/v1/system-keys/{}/rotate",
              "POST/v1/users/{}/api-keys",
              "POST/v1/users/{}/api-keys/rotate",
              "POST/v1/users/{}/api-keys/{}/rotate")
          .map(call -> List.of(call.split("/")))
          .toList();

  private static final Set<String> MEMBERS =
      Set.of(
          "token",
          "auth_token",
          "access_token",
          "api_secret",
          "secret",
          "client_private_key",
          "salt",
          "auth_json",
          "config_json",
          "docker_compose_yaml");

  private static final Pattern ADDRESS = Pattern.compile("(?s)^(\\w+://)([^/?#]*@)?([^/?#]+)(.*)");
  private static final String CARD = "connect_card";
  private static final Value MASK = Value.text("(secret)");

  private ToldOnce() {}

  static boolean isBy(Verb verb, List<String> segments) {
    var call = new ArrayList<>(List.of(verb.name()));
    call.addAll(segments);
    return CALLS.stream().anyMatch(known -> fits(known, call));
  }

  private static boolean fits(List<String> known, List<String> call) {
    if (known.size() != call.size()) {
      return false;
    }
    for (int i = 0; i < call.size(); i++) {
      if (!known.get(i).equals("{}") && !known.get(i).equals(call.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The answer without such secrets. The address of a webhook often is one, behind its host.
  static Value.Mapping masked(Value.Mapping answer, List<String> segments) {
    boolean isWebhook = segments.size() > 1 && segments.get(1).equals("webhooks");
    return (Value.Mapping) masked(answer, isWebhook ? Set.of("url") : Set.of(), false);
  }

  private static Value masked(Value value, Set<String> addresses, boolean isSecret) {
    if (value instanceof Value.Mapping mapping) {
      Map<String, Value> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach((name, member) ->
              entries.put(
                  name,
                  addresses.contains(name) && member instanceof Value.Text address
                      ? Value.text(ADDRESS.matcher(address.text()).replaceFirst("$1$3/(secret)"))
                      : masked(member, addresses, isSecret || isSecret(name))));
      return Value.Mapping.of(entries);
    }
    if (value instanceof Value.Items items) {
      return Value.items(
          items.items().stream().map(item -> masked(item, addresses, isSecret)).toList());
    }
    boolean isTold = isSecret && value instanceof Value.Text text && !text.text().isEmpty();
    return isTold ? MASK : value;
  }

  private static boolean isSecret(String name) {
    return MEMBERS.contains(name) || name.equals(CARD);
  }
}
