package dev.ftctl.diff;

import static dev.ftctl.diff.Situation.live;
import static dev.ftctl.diff.Situation.notOurs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.testing.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A creation beside connections that look like the same one: those of the account that no document
/// describes, asked about or not.
class UnmanagedObjectsTest {

  private final Situation situation =
      new Situation().known("group/prod", "g1").known("group/dev", "g2").known("group/eu", "g3");

  @Test
  void thatLooksTheSameIsNamed() {
    situation.unmanaged(connection("c2", "g2"));

    assertThat(risks())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.risk()).isEqualTo(Risk.DUPLICATE);
          assertThat(found.why()).isEqualTo("connector/orders@dev looks like the same connection");
          assertThat(found.instead()).contains("`moved_from: dev/orders`");
        });
  }

  @Test
  void thatLookTheSameAreNamedInPart() {
    situation.unmanaged(connection("c2", "g2"), connection("c3", "g3"), connection("c4", "g4"));

    assertThat(risks())
        .extracting(RiskFinding::why)
        .containsExactly(
            "connector/orders@dev, connector/orders@eu and others look like the same connection");
  }

  @Test
  void thatLookDifferentAreNoRisk() {
    Live other =
        live(
            "connector",
            "c2",
            "g2/sales",
            Map.of("group_id", "g2", "schema", "sales", "service", "postgres"));

    assertThat(risks(situation.unmanaged(other))).isEmpty();
  }

  @Test
  void ofOtherKindsAreNoRisk() {
    Live hook = live("webhook", "w1", "orders", connection("c2", "g2").fields().entries());

    assertThat(risks(situation.unmanaged(hook))).isEmpty();
  }

  @Test
  void areNotWhatFivetranMade() {
    assertThat(risks(situation.unmanaged(notOurs(connection("c2", "g2"))))).isEmpty();
  }

  /// A narrowed run takes what it was not asked about for unmanaged, too.
  @Test
  void areNotWhatAnotherDocumentDescribes() {
    situation.unmanaged(connection("c2", "g2")).notAsked(orders("dev", Map.of()));

    assertThat(risks()).isEmpty();
  }

  @Test
  void areNotWhatAnotherDocumentPins() {
    Resource pinning = orders("eu", Map.of("id", "c2"));
    situation.unmanaged(connection("c2", "g2")).notAsked(pinning);

    assertThat(risks()).isEmpty();
  }

  private List<RiskFinding> risks() {
    return risks(situation);
  }

  private static List<RiskFinding> risks(Situation situation) {
    return situation.diff(orders("prod", Map.of())).changes().getFirst().findings().risks();
  }

  private static Live connection(String id, String group) {
    return live(
        "connector",
        id,
        group + "/orders",
        Map.of("group_id", group, "schema", "orders", "service", "postgres"));
  }

  private static Resource orders(String group, Map<String, String> more) {
    var spec = new HashMap<String, Object>(more);
    spec.put("service", "postgres");
    spec.put("group", group);
    spec.put("paused", true);
    spec.put("config", Map.of("schema_prefix", "orders"));
    return Wanted.of("connector/orders@" + group, spec);
  }
}
