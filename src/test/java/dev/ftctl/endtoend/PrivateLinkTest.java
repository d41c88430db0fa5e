package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A private link from its creation to its end.
class PrivateLinkTest {

  private static final String FILE = "manifests/quay.yaml";

  @TempDir Path folder;
  private LinkCase links;

  @BeforeEach
  void describe() {
    links = new LinkCase(folder).link("quay");
  }

  @AfterEach
  void close() {
    links.close();
  }

  @Test
  void isChangedInPlaceAndDeleted() {
    links.workspace.succeed("apply", "--auto-approve");
    links.workspace.edit(FILE, "vpce-1", "vpce-2");
    links.writes();

    Ran planned = links.workspace.run("plan");
    links.workspace.succeed("apply", "--auto-approve");

    assertThat(planned.changes())
        .containsExactly(
            "~ update private-link/quay manifests/quay.yaml:1",
            "config.connection_service_name \"vpce-1\" → \"vpce-2\"");
    assertThat(links.writes()).containsExactly("PATCH private-links");
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();

    gone();
    links.workspace.succeed("apply", "--auto-approve");
    assertThat(links.writes()).containsExactly("DELETE private-links");
    assertThat(links.links().findValuesAsText("state")).containsExactly("DESTROYING");
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code())
        .as("what is marked counts as gone")
        .isZero();
  }

  /// The name is free when the old link is gone, and not before.
  @Test
  void isMadeAgainOnceItsNameIsFree() {
    links.workspace.succeed("apply", "--auto-approve");
    links.course("quay", "{'looks': 5}");
    gone();
    links.workspace.succeed("apply", "--auto-approve");
    links.workspace.edit(FILE, ", absent: true", "");
    links.writes();

    Ran applied = links.workspace.succeed("apply", "--auto-approve");

    assertThat(applied.err()).containsPattern("waiting for  private-link/quay: the old one, \\w+,");
    assertThat(links.writes()).containsExactly("POST private-links");
    assertThat(links.links()).hasSize(1);
  }

  @Test
  void anotherServiceReplacesItOnceNothingUsesIt() {
    links.through("quay", "cranes").workspace.succeed("apply", "--auto-approve");
    links.workspace.edit(FILE, "SOURCE_AWS", "DATABRICKS_AWS");

    Ran used = links.workspace.run("plan", "--allow=replace");
    links.connector("cranes", "networking_method: Directly\n  private_link: null");
    links.workspace.succeed("apply", "--auto-approve", "--target=connector/cranes@port");
    Ran blocked = links.workspace.run("plan");
    links.writes();
    Ran free = links.workspace.succeed("apply", "--auto-approve", "--allow=replace");

    assertThat(used.out()).contains("still in use by connector/cranes@port");
    assertThat(blocked.code()).isEqualTo(4);
    assertThat(free.err()).contains("waiting for  private-link/quay: the old one");
    assertThat(links.writes()).containsExactly("DELETE private-links", "POST private-links");
    assertThat(links.links().findValuesAsText("service")).containsExactly("DATABRICKS_AWS");
  }

  /// A replacement that was cut off between its two halves is finished as a creation.
  @Test
  void replacementGoesOnInTheNextRun() {
    links.workspace.succeed("apply", "--auto-approve");
    links.course("quay", "{'looks': 30}");
    links.workspace.edit(FILE, "SOURCE_AWS", "DATABRICKS_AWS");
    links.writes();

    Ran cut = links.workspace.run("apply", "--auto-approve", "--allow=replace", "--settle=20s");
    links.course("quay", "null");
    links.workspace.succeed("apply", "--auto-approve", "--settle=2h");

    assertThat(cut.code()).as("%s", cut).isEqualTo(5);
    assertThat(cut.out()).contains("is still being deleted; the next apply goes on");
    assertThat(links.writes()).containsExactly("DELETE private-links", "POST private-links");
  }

  /// Somebody's change is under way: ours comes after it.
  @Test
  void changeWaitsUntilItIsTaken() {
    links.course("quay", "{'looks': 30}");
    links.workspace.succeed("apply", "--auto-approve", "--settle=0");
    links.workspace.edit(FILE, "vpce-1", "vpce-2");
    links.writes();

    Ran late = links.workspace.run("apply", "--auto-approve", "--settle=20s");
    assertThat(late.code()).as("%s", late).isEqualTo(1);
    assertThat(late.out())
        .contains("it is still CREATING, so its config is not changed yet")
        .contains("skipped      private-link/quay: settle (waits for private-link/quay)");
    assertThat(links.writes()).isEmpty();

    links.workspace.succeed("apply", "--auto-approve", "--settle=2h");
    assertThat(links.writes()).containsExactly("PATCH private-links");
  }

  /// Some take a deletion at any time, others don't.
  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void deletionWaitsUntilItIsTaken(boolean settledFirst, boolean waits) {
    links.account("families", "private-links", "{'settled_first': " + settledFirst + "}");
    links.course("quay", "{'looks': 8}");
    links.workspace.succeed("apply", "--auto-approve", "--settle=0");
    gone();
    links.writes();

    Ran late = links.workspace.run("apply", "--auto-approve", "--settle=10s");

    assertThat(late.code()).as("%s", late).isEqualTo(waits ? 1 : 0);
    assertThat(late.out().contains("it is still CREATING, so it is not deleted")).isEqualTo(waits);
    links.workspace.succeed("apply", "--auto-approve");
    assertThat(links.links().findValuesAsText("state")).containsOnly("DESTROYING");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "connection_service_name: vpce-1",
            "other: x",
            "'connection_service_name' is missing in config of service 'SOURCE_AWS'"),
        Arguments.of("SOURCE_AWS", "SOURCE_AZURE", "'sub_resource_name' is missing"),
        Arguments.of("region: AWS_US_EAST_1,", "wheels: 4,", "unknown field 'wheels'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatIsWrittenWrongIsToldOffline(String from, String to, String message) {
    links.workspace.edit(FILE, from, to);

    Ran checked = links.workspace.run("validate");

    assertThat(checked.code()).as("%s", checked).isEqualTo(65);
    assertThat(checked.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"a_name_of_23_characters,false", "a_name_of_24_characters_,true", "order-db,true"})
  void namesThatFivetranMayNotTakeWarn(String name, boolean warns) {
    links.workspace.edit(FILE, "name: quay", "name: " + name);

    Ran checked = links.workspace.succeed("validate");

    assertThat(checked.err().contains("Fivetran documents names of letters, digits and `_`"))
        .as("%s", checked)
        .isEqualTo(warns);
  }

  @Test
  void twoOfOneNameAskForTheId() {
    links.account("private_links", "old_barge", "{'name': 'quay'}");
    links.account(
        "private_links",
        "new_barge",
        "{'name': 'quay', 'config': {'connection_service_name': 'vpce-0'}}");

    Ran planned = links.workspace.run("plan");
    links.workspace.edit(FILE, "spec: {", "spec: {id: new_barge, ");

    assertThat(planned.code()).isEqualTo(65);
    assertThat(planned.err())
        .contains("quay (id new_barge)", "quay (id old_barge)")
        .contains("say which one is meant with spec.id");
    assertThat(links.workspace.run("plan").changes())
        .contains("~ update private-link/quay manifests/quay.yaml:1");
  }

  /// What somebody clicked is drift, and can be taken over; how the link is doing is none.
  @Test
  void clicksAreDriftAndAcceptedAndStatesAreNone() {
    links.workspace.succeed("apply", "--auto-approve");
    String id = links.links().fieldNames().next();
    links.account("private_links", id, "{'state': 'FAIL', 'state_summary': 'rejected'}");
    assertThat(links.workspace.run("drift").out()).contains("0 breaking").doesNotContain("FAIL");
    links.account("private_links", id, "{'config': {'connection_service_name': 'vpce-9'}}");

    assertThat(links.workspace.run("drift").code()).isEqualTo(2);
    links.workspace.run("drift", "--accept", "private-link/quay");

    assertThat(links.workspace.read(FILE)).contains("vpce-9");
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// In answers `config` may be nothing.
  @Test
  void configThatIsNotToldIsNotCompared() {
    links.account(
        "private_links",
        "old_barge",
        "{'name': 'quay', 'service': 'SOURCE_AWS', 'region': 'AWS_US_EAST_1', 'config': null}");

    Ran plan = links.workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.out())
        .contains("Fivetran does not tell its config, so that nobody compared it")
        .doesNotContain("update   private-link", "as the manifests say");
  }

  private void gone() {
    links.workspace.edit(FILE, "{name: quay}", "{name: quay, absent: true}");
  }
}
