package dev.ftctl.diff;

import static dev.ftctl.diff.Situation.live;
import static dev.ftctl.diff.Situation.notOurs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Change;
import dev.ftctl.model.Coverage;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.AddressPattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no document describes: deleted, left, or not even told of.
class PruneScopeTest {

  private static final Live GROUP = live("group", "g1", "prod", Map.of("name", "prod"));
  private static final Live CONNECTION =
      live("connector", "c1", "g1/orders", Map.of("group_id", "g1", "schema", "orders"));
  private static final Live USER = live("user", "u1", "ana@example.com", Map.of());

  private final Situation situation = new Situation();

  @BeforeEach
  void know() {
    situation
        .known("group/prod", "g1")
        .known("destination/wh", "g1")
        .unmanaged(GROUP, CONNECTION, USER);
  }

  /// Empty columns are globs that are not given.
  @ParameterizedTest
  @CsvSource({
    "prod, '', '', group/prod connector/orders@prod",
    "pr*, '', '', group/prod connector/orders@prod",
    "dev, '', '', ''",
    "wh, '', '', ''",
    "'', connector, '', connector/orders@prod",
    "'', Connector, '', connector/orders@prod",
    "'', Group, '', group/prod",
    "'', user, '', ''",
    "'', '', connector/*@prod, connector/orders@prod",
    "'', '', connector/*@dev, ''",
    "prod, connector, '', connector/orders@prod",
    "dev, connector, '', ''",
    "prod, webhook, '', ''",
    "prod, connector, group/*, ''",
    "'', '', '', ''",
  })
  void deletesWhatAllGivenGlobsMatchAndNeverUsers(
      String group, String kind, String address, String deleted) {
    situation.pruning(scope(group, kind, address));

    assertThat(deletions()).containsExactly(words(deleted));
  }

  @Test
  void deletesNothingUnlessAsked() {
    assertThat(deletions()).isEmpty();
    assertThat(situation.diff().unmanaged()).containsExactly(GROUP, CONNECTION, USER);
  }

  @Test
  void tellsOfWhatItDoesNotDelete() {
    situation.pruning(scope("", "connector", ""));

    assertThat(situation.diff().unmanaged()).containsExactly(GROUP, USER);
  }

  @Test
  void neverDeletesWhatFivetranMade() {
    Situation made = new Situation().unmanaged(notOurs(GROUP)).pruning(scope("", "", "group/*"));

    assertThat(made.diff().changes()).isEmpty();
  }

  @Test
  void saysWhyItDeletes() {
    situation.pruning(scope("", "group", ""));

    assertThat(situation.diff().changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Delete.class, delete -> assertThat(delete.reason()).isEqualTo("--prune"));
  }

  @ParameterizedTest
  @CsvSource({
    "prod, '', '', group/prod connector/orders@prod",
    "'', user, '', user/ana@example.com",
    "'', '', connector/*, connector/orders@prod",
    "dev, '', '', ''",
    "'', '', '', group/prod connector/orders@prod user/ana@example.com",
  })
  void tellsOnlyOfWhatTheProjectManages(String group, String kind, String address, String told) {
    situation.managing(scope(group, kind, address));

    assertThat(situation.diff().unmanaged())
        .extracting(live -> live.kind() + "/" + live.label().replace("g1/orders", "orders@prod"))
        .containsExactly(words(told));
  }

  private List<String> deletions() {
    return situation.diff().changes().stream().map(change -> change.address().toString()).toList();
  }

  private static Coverage scope(String group, String kind, String address) {
    return new Coverage(
        given(group), given(kind), given(address).stream().map(AddressPattern::new).toList());
  }

  private static List<String> given(String glob) {
    return glob.isEmpty() ? List.of() : List.of(glob);
  }

  private static String[] words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }
}
