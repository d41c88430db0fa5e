package dev.ftctl.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Several objects that a resource may mean, or one object that several resources mean.
class NamesakesTest {

  @Test
  void namesakesThatBothHoldSomethingAreAProblemAndNeitherIsIt() {
    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD),
            MatchingTest.live(MatchingTest.PROD, "g1"),
            MatchingTest.live(MatchingTest.PROD, "g2"),
            in("g1", "c1"),
            in("g2", "c2"));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly("the account has 2 objects of this identity: prod (id g1), prod (id g2)");
    assertThat(matching.found()).isEmpty();
    assertThat(matching.extras()).isEmpty();
    assertThat(matching.unmanaged()).hasSize(4);
  }

  @Test
  void ofNamesakesTheOnlyOneThatHoldsSomethingCounts() {
    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD),
            made("g1", "01"),
            made("g2", "02"),
            made("g3", "03"),
            in("g2", "c1"));

    assertThat(matching.problems()).isEmpty();
    assertThat(MatchingTest.found(matching)).containsExactly("group/prod=g2");
    assertThat(extras(matching)).containsExactly("g1", "g3");
    assertThat(matching.unmanaged()).extracting(Live::kind).containsExactly("connector");
    assertThat(matching.ids().find(MatchingTest.PROD.address())).contains(new RemoteId("g2"));
  }

  @Test
  void ofEmptyNamesakesTheOldestCounts() {
    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD),
            made("g1", "03"),
            made("g2", "02"),
            made("g3", "02"));

    assertThat(MatchingTest.found(matching)).containsExactly("group/prod=g2");
    assertThat(extras(matching)).containsExactly("g1", "g3");
  }

  @Test
  void ofNamesakesWithoutAnAgeTheLowestIdCounts() {
    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD),
            MatchingTest.live(MatchingTest.PROD, "g2"),
            MatchingTest.live(MatchingTest.PROD, "g1"),
            MatchingTest.live(MatchingTest.PROD, "g3"));

    assertThat(MatchingTest.found(matching)).containsExactly("group/prod=g1");
    assertThat(extras(matching)).containsExactly("g2", "g3");
  }

  @Test
  void pinnedObjectKeepsItsNameBesideItsNamesakes() {
    Resource pinned = Wanted.of("group/prod", Map.of("name", "prod", "id", "g1"));

    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(pinned),
            MatchingTest.live(MatchingTest.PROD, "g1"),
            MatchingTest.live(MatchingTest.PROD, "g2"));

    assertThat(MatchingTest.found(matching)).containsExactly("group/prod=g1");
    assertThat(matching.ids().find(MatchingTest.PROD.address())).contains(new RemoteId("g1"));
  }

  @Test
  void twoResourcesForOneObjectAreAProblemAndTheFirstKeepsIt() {
    Resource twin = MatchingTest.connector("twin", Map.of("id", "c1"));

    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD, MatchingTest.ORDERS, twin),
            MatchingTest.live(MatchingTest.PROD, "g1"),
            MatchingTest.connection("c1", "orders"));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly(
            "this and connector/orders@prod in m.yaml:1 both describe the live object orders (id"
                + " c1)");
    assertThat(MatchingTest.found(matching))
        .containsExactly("group/prod=g1", "connector/orders@prod=c1");
  }

  /// What only the account could tell to be one: offline each of two groups is its own.
  @Test
  void twoResourcesForOneObjectThatHasToBeMadeAreAProblem() {
    Matching matching =
        MatchingTest.matching(
            MatchingTest.of(MatchingTest.PROD, Wanted.of("group/twin", Map.of("name", "prod"))));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly(
            "this and group/prod in m.yaml:1 both come to one object, which has to be created");
  }

  private static List<String> extras(Matching matching) {
    return matching.extras().getOrDefault(MatchingTest.PROD.address(), List.of()).stream()
        .map(live -> live.id().value())
        .toList();
  }

  /// A group of the same name, made in that second.
  private static Live made(String id, String second) {
    return MatchingTest.live(MatchingTest.PROD, id)
        .withFields(
            MatchingTest.PROD
                .spec()
                .with("created_at", Value.text("2026-05-05T10:00:" + second + ".5Z")));
  }

  private static Live in(String group, String id) {
    return MatchingTest.connection(id, "shop")
        .withFields(
            MatchingTest.connection(id, "shop").fields().with("group_id", Value.text(group)));
  }
}
