package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.apply.Outcome;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Written;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Generated graphs over all kinds: nothing is made before what it needs, nor deleted after it. The
/// simulator refuses what names nothing and what is still in use.
class OrderOfKindsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);

  private static final int LANES = 2;

  @Test
  void everythingIsMadeAndTakenAwayAgainWithoutARefusal() {
    IntStream.range(0, LANES).parallel().forEach(OrderOfKindsTest::lane);
  }

  private static void lane(int lane) {
    try (var lab = new Lab()) {
      lab.allowing("delete", "replace", "duplicate", "expose", "history", "resync", "revoke");
      for (int number = lane; number < Scale.of(12, 10_000); number += LANES) {
        lab.sandbox().control().reset();
        lab.forget();
        String company = RandomCompany.text(new Random(SEED + number), false);

        pass(lab, company, SEED + number);
        pass(lab, ended(company), SEED + number);
      }
    }
  }

  private static void pass(Lab lab, String company, long seed) {
    String description = "-Dftctl.test.seed=" + seed + "\n" + company;
    List<Outcome> left =
        lab.apply(Written.resources(company)).outcomes().stream()
            .filter(outcome -> !(outcome instanceof Outcome.Done))
            .toList();
    assertThat(left).as(description).isEmpty();
    assertThat(lab.writes().stream().filter(OrderOfKindsTest::isRefused)).as(description).isEmpty();
  }

  private static boolean isRefused(RequestRecord write) {
    return write.status() >= 400;
  }

  /// The same documents, none of which is to be there.
  private static String ended(String company) {
    return company
        .replace(", absent: true", "")
        .replaceAll("metadata: \\{name: ([^,}]+)", "metadata: {name: $1, absent: true");
  }

  /// Transformations that run after one another in a ring, among others that only hang on it.
  @Test
  void everyCircleIsFoundOfflineWithItsPath() {
    var random = new Random(SEED);
    for (int round = 0; round < Scale.of(40, 10_000); round++) {
      int ring = 1 + random.nextInt(6);
      int all = ring + random.nextInt(6);
      var text = new StringBuilder("kind: Group\nmetadata: {name: g}\n");
      for (int at = 0; at < all; at++) {
        int after = at < ring ? (at + 1) % ring : random.nextInt(at);
        text.append(transformation(at, after));
      }
      String manifests = text.toString();

      String path =
          IntStream.rangeClosed(0, ring)
              .mapToObj(at -> "transformation/t" + at % ring)
              .collect(Collectors.joining(" → "));
      assertThatThrownBy(() -> Written.resources(manifests))
          .as("-Dftctl.test.seed=%d, round %d%n%s", SEED, round, manifests)
          .hasMessageContaining("reference-cycle")
          .hasMessageContaining(path);
    }
  }

  private static String transformation(int at, int after) {
    return """
    ---
    kind: Transformation
    metadata: {name: t%1$s}
    spec:
      type: QUICKSTART
      schedule: {schedule_type: INTEGRATED, transformations: [t%2$s]}
      transformation_config: {package_name: stripe, connections: [c%1$s@g]}
    """
        .formatted(at, after);
  }
}
