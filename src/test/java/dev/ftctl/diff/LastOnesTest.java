package dev.ftctl.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom a run has to leave an administrator, since it would leave no other.
class LastOnesTest {

  private static final String ADMINISTRATOR = "Account Administrator";
  private static final String ANALYST = "Account Analyst";
  private static final Ignoring NOTHING = new Ignoring(List.of());

  private final Situation situation = new Situation();
  private final Live ana = live("ana", ADMINISTRATOR);
  private final Live ben = live("ben", ADMINISTRATOR);

  @Test
  void onlyOneIsTheLast() {
    situation.matched("user/ana", ana).unmanaged(live("eve", ANALYST));

    assertThat(last(user("ana", ANALYST))).isEqualTo("ana");
    assertThat(last(user("ana", ADMINISTRATOR))).isEmpty();
    assertThat(last(Wanted.absent(user("ana", ADMINISTRATOR)))).isEqualTo("ana");
  }

  @Test
  void severalThatGoTogetherAllStay() {
    situation.matched("user/ana", ana).matched("user/ben", ben);

    assertThat(last(user("ana", ANALYST), user("ben", ANALYST))).isEqualTo("ana ben");
    assertThat(last(user("ana", ANALYST), user("ben", ADMINISTRATOR))).isEmpty();
    assertThat(last(user("ana", ANALYST))).isEmpty();
  }

  @Test
  void oneThatNoDocumentDescribesIsEnough() {
    situation.matched("user/ana", ana).unmanaged(ben);

    assertThat(last(user("ana", ANALYST))).isEmpty();
  }

  @Test
  void oneThatTheRunMakesIsNot() {
    situation.matched("user/ana", ana).matched("user/eve", live("eve", ANALYST));

    assertThat(last(user("ana", ANALYST), user("eve", ADMINISTRATOR), user("new", ADMINISTRATOR)))
        .isEqualTo("ana");
  }

  @Test
  void whatADocumentDoesNotSayStays() {
    situation.matched("user/ana", ana);
    Resource silent = Wanted.of("user/ana", Map.of("email", "ana", "phone", "1"));
    Resource initial =
        new Resource(
            silent.address(),
            new Metadata("ana", Map.of(), false, false, false, List.of("role"), 0, "", List.of()),
            user("ana", ANALYST).spec(),
            silent.place());

    assertThat(last(silent)).isEmpty();
    assertThat(last(initial)).isEmpty();
  }

  @Test
  void whatIsIgnoredStays() {
    situation.matched("user/ana", ana);

    for (List<String> fields : List.of(List.<String>of(), List.of("role"))) {
      var ignoring =
          new Ignoring(List.of(new Project.Ignored(List.of(new AddressPattern("user/*")), fields)));
      assertThat(situation.lastOnes(ignoring, user("ana", ANALYST)).contains(ana)).isFalse();
    }
  }

  @Test
  void otherKindsHaveNone() {
    situation.matched("webhook/ana", new Live("webhook", ana.id(), "a", "a", ana.fields(), true));

    assertThat(last(Wanted.absent(Wanted.of("webhook/ana", Map.of("url", "u"))))).isEmpty();
  }

  @Test
  void runLeavesThemAlone() {
    situation.matched("user/ana", ana);

    assertThat(changes(Optional.empty(), user("ana", ANALYST))).containsExactly("NONE user/ana");
    assertThat(changes(Optional.empty(), Wanted.absent(user("ana", ADMINISTRATOR))))
        .containsExactly("NONE user/ana");
  }

  @Test
  void droppedResourcesLeaveThemAloneToo() {
    situation.matched("user/ana", ana).matched("user/eve", live("eve", ANALYST));
    var base =
        new Base(
            "HEAD",
            List.of(user("ana", ADMINISTRATOR), user("eve", ANALYST)),
            Set.of(),
            Protection.NONE,
            Map.of(),
            Set.of(),
            Map.of(),
            List.of());

    assertThat(changes(Optional.of(base))).containsExactly("DELETE user/eve");

    situation.unmanaged(ben);

    assertThat(changes(Optional.of(base))).containsExactly("DELETE user/ana", "DELETE user/eve");
  }

  private String last(Resource... wanted) {
    LastOnes last = situation.lastOnes(NOTHING, wanted);
    return ((last.contains(ana) ? "ana " : "") + (last.contains(ben) ? "ben" : "")).strip();
  }

  private List<String> changes(Optional<Base> base, Resource... wanted) {
    return situation.diff(base, wanted).changes().stream()
        .map(change -> change.action() + " " + change.address())
        .toList();
  }

  private static Live live(String name, String role) {
    return Situation.live("user", "id_" + name, name, Map.of("email", name, "role", role));
  }

  private static Resource user(String name, String role) {
    return Wanted.of("user/" + name, Map.of("email", name, "role", role));
  }
}
