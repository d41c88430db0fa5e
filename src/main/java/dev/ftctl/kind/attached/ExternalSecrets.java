package dev.ftctl.kind.attached;

import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Which services look their secrets up in a secrets manager: those whose requests have
/// `external_secrets_keys_config` in the API document (fivetran-quirks 2.20). Of others Fivetran
/// takes the words and does nothing with them.
public final class ExternalSecrets {

  private static final List<String> FIELDS =
      List.of("external_secrets_manager_id", "external_secrets_keys_config");

  private ExternalSecrets() {}

  /// A problem for each field that the service has no use for.
  ///
  /// @param facts of the service; of one that nobody knows nothing is said
  /// @param able all services that look secrets up
  public static List<Problem> check(
      Resource wanted, Optional<ServiceFacts> facts, Supplier<List<String>> able) {
    if (facts.isEmpty() || facts.get().externalSecrets()) {
      return List.of();
    }
    Value.Mapping spec = wanted.spec();
    return FIELDS.stream()
        .filter(field -> !spec.get(field).isBlank())
        .map(field ->
            Problem.error(
                spec.placeOf(field),
                "no-external-secrets",
                wanted.address().toString(),
                "service '"
                    + facts.get().service()
                    + "' takes no secrets from a secrets manager, so "
                    + field.replaceFirst("_id$", "")
                    + " would do nothing",
                "take it out and give the secrets themselves; services that take them: "
                    + Near.list(able.get())))
        .toList();
  }
}
