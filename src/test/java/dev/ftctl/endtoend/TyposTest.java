package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One wrong keystroke in any name is found in its line, and the name that was meant is offered.
class TyposTest {

  /// Another seed makes other typos; a few of those are nearer to another valid name.
  private static final long SEED = Long.getLong("ftctl.test.typos", 20);

  private static final List<Typo> OFFLINE = Misspelled.offline(3, new Random(SEED));
  private static final List<Typo> ONLINE = Misspelled.online(3, new Random(SEED));

  @TempDir Path folder;

  static List<Typo> offline() {
    return OFFLINE;
  }

  static List<Typo> online() {
    return ONLINE;
  }

  @Test
  void areTwoHundred() {
    assertThat(OFFLINE.size() + ONLINE.size()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void areMadeInValidManifests() {
    workspace().succeed("validate");
  }

  @ParameterizedTest
  @MethodSource("offline")
  void areFoundByValidate(Typo typo) {
    // Names of Fivetran's may be newer than the catalogue: they are errors with --strict only.
    Ran ran = mistyped(typo).run("validate", "--strict");

    isFound(ran, typo);
  }

  @ParameterizedTest
  @MethodSource("online")
  void areFoundByPlan(Typo typo) {
    try (var lab = new Lab()) {
      Ran ran = mistyped(typo).reaching(lab.sandbox()).run("plan");

      isFound(ran, typo);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--target, connector/order_db@analytics, connector/orders_db@analytics",
    "--target, conector/orders_db@analytics, connector/orders_db@analytics",
    "--target, connector/orders_db@analitycs, connector/orders_db@analytics",
    "--target, conector/fiels@analytics, connector/files@analytics",
    "--target, grop/analytics, group/analytics",
    "--target, group/anlytics, group/analytics",
    "--target, destinaton/analytics, destination/analytics",
    "--target, schema_settings/orders_db@analytics, schema-settings/orders_db@analytics",
    "--target, user/ana@exmaple.com, user/ana@example.com",
    "--target, team/platfrom, team/platform",
    "--target, webhook/pagger, webhook/pager",
    "--reload, connector/orders_bd@analytics, connector/orders_db@analytics",
    "--reload, connetor/files@analytics, connector/files@analytics",
    "--rotate-secrets, destination/analytcs, destination/analytics",
    "--allow, replce, replace",
    "--allow, dleete, delete",
    "--allow, duplicat, duplicate",
    "--allow, revok:user/ana@example.com, revoke",
    "--allow, exposse, expose",
    "--allow, replace:connector/order_db@analytics, connector/orders_db@analytics",
    "--var, regon=EU, region",
    "--selector, teir=gold, tier=gold",
    "--selector, tier=glod, tier=gold",
  })
  void areFoundOnTheCommandLine(String flag, String wrong, String right) {
    try (var lab = new Lab()) {
      Ran ran = workspace().reaching(lab.sandbox()).run("plan", flag + "=" + wrong);

      assertThat(ran.code()).as("%s", ran).isEqualTo(64);
      assertThat(ran.err()).contains("did you mean '" + right + "'?");
      assertThat(lab.writes()).isEmpty();
    }
  }

  private Workspace mistyped(Typo typo) {
    return workspace().edit(typo.place().file(), typo.place().right(), typo.written());
  }

  private Workspace workspace() {
    return new Workspace(folder)
        .file(Misspelled.PROJECT_FILE, Misspelled.PROJECT)
        .file(Misspelled.MANIFESTS, Misspelled.DOCUMENTS)
        .with("RAW_DATABASE", "RAW")
        .with("WAREHOUSE_PASSWORD", "a-warehouse-password")
        .with("ORDERS_PASSWORD", "a-database-password");
  }

  /// An error at the line offers the name.
  private static void isFound(Ran ran, Typo typo) {
    String file = typo.place().file();
    String text = file.equals(Misspelled.MANIFESTS) ? Misspelled.DOCUMENTS : Misspelled.PROJECT;
    String start = file + ":" + typo.place().line(text) + ":";
    assertThat(ran.code()).as("seed %d %s", SEED, ran).isEqualTo(65);
    assertThat(ran.err().split("(?m)^(?=error: )"))
        .as("seed %d %s", SEED, ran)
        .anyMatch(error ->
            error.startsWith("error: " + start) && error.contains("'" + typo.place().name() + "'"));
  }
}
