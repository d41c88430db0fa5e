package dev.ftctl.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Resource;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReferencesTest {

  @Test
  void areThoseOfFieldsAndOfMemberships() {
    Resource team =
        Wanted.of(
            "team/data",
            Map.of(
                "groups", Map.of("group/prod", "View Destination"),
                "connectors", Map.of("connector/orders@prod", "View Connection"),
                "users", Map.of("user/ana@example.com", "Team Member")));

    assertThat(found(team))
        .containsExactlyInAnyOrder(
            "group/prod member", "connector/orders@prod member", "user/ana@example.com member");
  }

  /// `@` parts name and group only where a kind has instances.
  @Test
  void ofMembershipsKeepWholeWhatHasNoInstances() {
    Resource team = Wanted.of("team/data", Map.of("users", Map.of("user/ana@prod", "Team Member")));

    assertThat(References.of(team, definition(team)).getFirst().target().name())
        .isEqualTo("ana@prod");
  }

  @Test
  void ofMembershipsPartWhatHasInstances() {
    Resource team =
        Wanted.of("team/data", Map.of("connectors", Map.of("connector/a@prod", "View Connection")));

    assertThat(References.of(team, definition(team)).getFirst().target().instance())
        .isEqualTo("prod");
  }

  @Test
  void tellTheOwnerOfAPart() {
    Resource settings =
        Wanted.of("schema-settings/orders@prod", Map.of("connector", "orders@prod"));

    assertThat(References.ownerOf(settings, definition(settings)))
        .hasToString("Optional[connector/orders@prod]");
  }

  @Test
  void tellNoOwnerOfWhatIsNoPart() {
    Resource connector = Wanted.of("connector/a@prod", Map.of("group", "prod"));

    assertThat(found(connector)).containsExactly("group/prod");
    assertThat(References.ownerOf(connector, definition(connector))).isEmpty();
  }

  private static List<String> found(Resource resource) {
    return References.of(resource, definition(resource)).stream()
        .map(found -> found.target() + (found.isMembership() ? " member" : ""))
        .toList();
  }

  private static KindDefinition definition(Resource resource) {
    return Wanted.KINDS.ofSlug(resource.address().kind()).definition();
  }
}
