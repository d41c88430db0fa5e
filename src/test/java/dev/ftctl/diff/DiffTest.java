package dev.ftctl.diff;

import static dev.ftctl.diff.Situation.existing;
import static dev.ftctl.diff.Situation.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which change each resource needs, and what only the account shows to be wrong.
class DiffTest {

  private final Situation situation = new Situation();

  @Test
  void whatTheAccountLacksIsCreated() {
    assertThat(changes(hook(true))).containsExactly("CREATE webhook/hook");
  }

  @Test
  void whatDiffersIsUpdatedAndWhatDoesNotIsKept() {
    situation.matched("webhook/hook", liveHook(""));

    assertThat(changes(hook(true))).containsExactly("NONE webhook/hook");
    assertThat(changes(hook(false))).containsExactly("UPDATE webhook/hook");
  }

  @Test
  void whatDiffersInAFieldThatCannotChangeIsReplaced() {
    situation.matched("destination/wh", liveDestination());

    assertThat(changes(destination("snowflake"))).containsExactly("NONE destination/wh");
    assertThat(changes(destination("big_query"))).containsExactly("REPLACE destination/wh");
  }

  @Test
  void whatIsThereUnderItsFormerNameIsMoved() {
    situation.former("webhook/hook", liveHook("old."));

    assertThat(changes(hook(true))).containsExactly("MOVE webhook/hook");
  }

  @Test
  void whatIsThereUnderItsFormerNameAndCannotChangeIsReplaced() {
    situation.former("destination/wh", liveDestination());

    assertThat(changes(destination("big_query"))).containsExactly("REPLACE destination/wh");
  }

  @Test
  void whatIsToBeAbsentIsDeletedOnceAndForAll() {
    Resource absent = Wanted.absent(hook(true));

    assertThat(changes(absent)).containsExactly("NONE webhook/hook");
    assertThat(situation.diff(absent).changes().getFirst().findings().notes())
        .containsExactly("absent, and already gone");

    situation.matched("webhook/hook", liveHook(""));

    assertThat(changes(absent)).containsExactly("DELETE webhook/hook");
  }

  @Test
  void existingObjectThatIsNotThereIsAnError() {
    assertThat(problems(existing(hook(true))))
        .containsExactly("not-existing: says `existing: true`, but the account has no such object");
  }

  @Test
  void creationThatSaysTooLittleIsAnError() {
    situation.known("group/prod", "g1");
    Resource connector =
        Wanted.of("connector/a@prod", Map.of("service", "postgres", "group", "prod"));

    assertThat(problems(connector)).singleElement().asString().startsWith("paused-missing: ");
  }

  @Test
  void referenceMayBeToAnotherDocumentOrToTheAccount() {
    Resource group = Wanted.of("group/prod", Map.of("name", "prod"));
    assertThat(changes(destination("snowflake"), group))
        .containsExactly("CREATE destination/wh", "CREATE group/prod");

    situation.known("group/prod", "g1");
    assertThat(changes(destination("snowflake"))).containsExactly("CREATE destination/wh");
  }

  @Test
  void referenceToNothingIsAnErrorThatNamesWhatIsNear() {
    situation.known("group/prd", "g1").known("group/finance", "g2").known("webhook/prob", "w1");

    Problem problem = refused(destination("snowflake")).getFirst();

    assertThat(problem.message())
        .isEqualTo("refers to group/prod, which neither the manifests nor the account have");
    assertThat(problem.fix()).isEqualTo("did you mean 'prd'?");
  }

  @Test
  void referenceToNothingNamesWhatThereIsWhenNothingIsNear() {
    situation.known("group/sales", "g1").known("group/finance", "g2").known("webhook/w", "w1");

    assertThat(refused(destination("snowflake")).getFirst().fix())
        .isEqualTo("there are: finance, sales");
  }

  @Test
  void referenceToNothingNamesNothingWhereThereIsNothing() {
    assertThat(refused(destination("snowflake")).getFirst().fix()).isEmpty();
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThat(problems(destination("snowflake"), existing(hook(true)))).hasSize(2);
  }

  private List<String> changes(Resource... wanted) {
    return situation.diff(wanted).changes().stream()
        .map(change -> change.action() + " " + change.address())
        .toList();
  }

  private List<String> problems(Resource... wanted) {
    return refused(wanted).stream().map(it -> it.rule() + ": " + it.message()).toList();
  }

  private List<Problem> refused(Resource... wanted) {
    return catchThrowableOfType(ManifestException.class, () -> situation.diff(wanted)).problems();
  }

  private static Resource hook(boolean active) {
    return Wanted.of(
        "webhook/hook",
        Map.of(
            "url", "https://hooks.example.com/x", "events", List.of("sync_end"), "active", active));
  }

  private static Live liveHook(String host) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("url", "https://" + host + "hooks.example.com/x");
    fields.put("events", List.of("sync_end"));
    fields.put("active", true);
    return live("webhook", "w1", " https://hooks.example.com/x", fields);
  }

  private static Resource destination(String service) {
    return Wanted.of(
        "destination/wh", Map.of("group", "prod", "service", service, "time_zone_offset", "0"));
  }

  private Live liveDestination() {
    situation.known("group/prod", "g1");
    return live(
        "destination",
        "g1",
        "g1",
        Map.of("group_id", "g1", "service", "snowflake", "time_zone_offset", "0"));
  }
}
