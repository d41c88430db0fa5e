package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What schema settings decide about, for policies.
final class DecidedElementsTest {

  @Test
  void knowsOfflineWhatTheManifestNames() {
    Resource settings =
        settings(
            Map.of(
                "schemas",
                Map.of(
                    "public",
                    Map.of(
                        "tables",
                        Map.of("users", Map.of("columns", Map.of("e*", Map.of("hashed", true)))))),
                "unlisted",
                "leave"));

    assertThat(elements(settings, Map.of()))
        .containsExactly(
            "public on listed", "public.users on listed", "public.users.e* on hashed listed");
  }

  @Test
  void excludesWhatLiesBelowAnExclusion() {
    Resource settings =
        settings(
            Map.of(
                "schemas",
                Map.of(
                    "public",
                    Map.of(
                        "tables",
                        Map.of(
                            "users",
                            Map.of("enabled", false, "columns", Map.of("ssn", Map.of())))))));

    assertThat(elements(settings, Map.of()))
        .contains("public.users off listed", "public.users.ssn off listed");
  }

  @Test
  void addsWhatTheAccountListsAndThePatternsCover() {
    Resource settings =
        settings(
            Map.of(
                "schemas",
                Map.of(
                    "public",
                    Map.of(
                        "tables",
                        Map.of(
                            "users", Map.of("columns", Map.of("e*", Map.of("hashed", true))))))));

    assertThat(elements(settings, live()))
        .containsExactlyInAnyOrder(
            "public on listed",
            "public.users on listed",
            "public.users.e* on hashed listed",
            "public.users.email on hashed listed",
            "public.users.ssn on",
            "public.logs off");
  }

  @Test
  void followsThePolicyWhereItRulesWhatIsNotListed() {
    Resource settings =
        settings(
            Map.of(
                "schema_change_handling",
                "BLOCK_ALL",
                "unlisted",
                "align",
                "schemas",
                Map.of(
                    "public",
                    Map.of("tables", Map.of("users", Map.of("columns", Map.of("id", Map.of())))))));

    assertThat(elements(settings, live()))
        .contains("public.users.id on listed", "public.users.ssn off", "public.users.email off");
  }

  private static Map<String, Object> live() {
    return Map.of(
        "schema_change_handling",
        "ALLOW_ALL",
        "schemas",
        Map.of(
            "public",
            Map.of(
                "enabled",
                true,
                "tables",
                Map.of(
                    "users",
                    Map.of(
                        "enabled",
                        true,
                        "columns",
                        Map.of("email", Map.of("enabled", true), "ssn", Map.of("enabled", true))),
                    "logs",
                    Map.of("enabled", false)))));
  }

  private static Resource settings(Map<String, Object> spec) {
    return Wanted.of("schema-settings/orders@prod", spec);
  }

  private static List<String> elements(Resource settings, Map<String, Object> live) {
    Value.Mapping known = Wanted.mapping(live);
    return Wanted.KINDS
        .ofSlug("schema-settings")
        .definition()
        .partOf()
        .orElseThrow()
        .elements(settings, known)
        .stream()
        .map(element ->
            String.join(".", element.path())
                + (element.isEnabled() ? " on" : " off")
                + (element.isHashed() ? " hashed" : "")
                + (element.isListed() ? " listed" : ""))
        .toList();
  }
}
