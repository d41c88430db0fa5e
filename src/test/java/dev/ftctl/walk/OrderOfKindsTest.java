package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.apply.Outcome;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Written;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Generated graphs over all kinds: nothing is made before what it needs, nor deleted after it. The
/// simulator refuses what names nothing and what is still in use.
class OrderOfKindsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);

  private static final int LANES = 2;

  /// One company from nothing, another in its place, and none. What the second one lacks of the
  /// first is to go while the references of the rest change.
  @Test
  void nothingIsMadeBeforeNorTakenAwayAfterWhatItNeeds() {
    IntStream.range(0, LANES).parallel().forEach(OrderOfKindsTest::lane);
  }

  private static void lane(int lane) {
    try (var lab = new Lab(RandomCompany.account())) {
      lab.allowing("delete", "replace", "duplicate", "expose", "history", "resync", "revoke");
      for (int number = lane; number < Scale.of(6, 10_000); number += LANES) {
        lab.sandbox().control().reset();
        lab.forget();
        Map<String, Set<String>> nothing = objects(lab);
        var random = new Random(SEED + number);
        Succession first = Succession.of(RandomCompany.text(random, false));
        Succession second = Succession.of(elsewhere(random)).after(first);

        pass(lab, first, SEED + number);
        boolean isWhole = pass(lab, second, SEED + number);
        if (pass(lab, Succession.NOBODY.after(second), SEED + number) && isWhole) {
          assertThat(objects(lab)).as("-Dftctl.test.seed=%d", SEED + number).isEqualTo(nothing);
        }
      }
    }
  }

  /// A company whose links and projects, now and then, are to be made anew beside those that are in
  /// use.
  private static String elsewhere(Random random) {
    String company = RandomCompany.text(random, false);
    return random.nextInt(3) > 0
        ? company
        : company
            .replace("region: AWS_US_EAST_1", "region: AWS_EU_WEST_1")
            .replace("dbt.git", "marts.git");
  }

  /// @return whether nothing of it was blocked, which stays as it is
  private static boolean pass(Lab lab, Succession company, long seed) {
    String description = "-Dftctl.test.seed=" + seed + "\n" + company.text();
    Plan plan = lab.plan(Written.resources(company.text()));
    List<Outcome> left =
        lab.applyAllowed(plan).outcomes().stream()
            .filter(outcome -> !(outcome instanceof Outcome.Done))
            .toList();
    assertThat(left).as(description).isEmpty();
    assertThat(lab.writes().stream().filter(OrderOfKindsTest::isRefused)).as(description).isEmpty();
    return !plan.isBlocked();
  }

  /// The ids of all that there is: neither what was, nor links that are on their way out.
  private static Map<String, Set<String>> objects(Lab lab) {
    var ids = new TreeMap<String, Set<String>>();
    lab.sandbox()
        .control()
        .account()
        .properties()
        .forEach(collection -> {
          var members = new TreeSet<String>();
          collection
              .getValue()
              .properties()
              .forEach(one -> {
                if (!one.getValue().path("state").asText().equals("DESTROYING")) {
                  members.add(one.getKey());
                }
              });
          ids.put(collection.getKey(), members);
        });
    ids.remove("history");
    ids.values().removeIf(Set::isEmpty);
    return ids;
  }

  private static boolean isRefused(RequestRecord write) {
    return write.status() >= 400;
  }

  /// Else a kind, or a way in which one names another, would be in no order.
  @Test
  void eachReferenceOfEachKindIsInSome() {
    var kinds = new TreeSet<String>();
    var fields = new TreeSet<String>();
    for (int number = 0; number < 40; number++) {
      List<Resource> company =
          List.of(Written.resources(RandomCompany.text(new Random(SEED + number), false)));
      company.forEach(resource -> kinds.add(resource.address().kind()));
      fields.addAll(ReferenceFields.used(company));
    }

    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            Wanted.KINDS.kinds().stream().map(kind -> kind.definition().slug()).toList());
    assertThat(fields).isEqualTo(ReferenceFields.all());
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
