package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What manifests say otherwise stops a rollout before it begins, since the next plan would undo
/// it; so does what is wrong with its file.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutManifestsTest {

  private static final String MANIFESTS = "manifests/all.yaml";

  private static final String BOTH =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Connector
      metadata: {name: shop}
      spec:
        service: postgres
        groups: [prod]
        config: {schema_prefix: shop}
      ---
      kind: Connector
      metadata: {name: ads}
      spec:
        service: google_ads
        groups: [prod]
        config: {schema: ads%s}
      ---
      kind: SchemaSettings
      metadata: {name: shop}
      spec: {connector: shop, schema_change_handling: BLOCK_ALL%s}
      """;

  private RollingCompany company;
  private Workspace workspace;

  @BeforeAll
  void open(@TempDir Path folder) {
    company = new RollingCompany(folder);
    workspace = company.workspace;
  }

  @BeforeEach
  void reset() {
    company.reset();
  }

  @AfterAll
  void close() {
    company.close();
  }

  private void manifests(String config, String settings) {
    workspace.file(MANIFESTS, BOTH.formatted(config, settings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          , schemas: {sales: {tables: {b: {enabled: false}}}}  | manifests/all.yaml:20:87: connector/shop@prod: sales.b is off here
          , schemas: {sales: {enabled: false}}                 | sales.a is off here
          , schemas: {"sa*": {tables: {"*": {enabled: false}}}} | sales.e is off here
          , unlisted: align                                    | 'unlisted: align' switches it off again
          """)
  void tablesThatAManifestHasOffAre65(String settings, String said) {
    manifests("", settings);

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(said);
    assertThat(company.deeds()).isEmpty();
  }

  @Test
  void listThatLacksTheItemsIs65() {
    manifests(", accounts: [\"111\", \"222\"]", "");

    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains("manifests/all.yaml:16:25: connector/ads@prod: config.accounts lacks 333, 444");
    assertThat(company.deeds()).isEmpty();
  }

  /// What the manifest has on is told, since an apply meanwhile would switch all of it on.
  @Test
  void manifestThatAgreesIsNoHindrance() {
    manifests(
        ", accounts: [\"111\", \"222\", \"333\", \"444\"]",
        ", schemas: {sales: {tables: [a, b, c, d, e]}}");

    Ran tables = company.roll(RollingCompany.SHOP);
    Ran items = company.roll(RollingCompany.ADS);

    assertThat(tables.code()).as("%s", tables).isZero();
    assertThat(tables.err()).contains("note: manifests have 5 of those that are left on");
    assertThat(tables.out()).endsWith("on and synced\n");
    assertThat(items.code()).as("%s", items).isZero();
    assertThat(items.out()).endsWith("on and synced\n");
  }

  /// No plan undoes what no line names, under the strictest policy; the lines that are printed
  /// change nothing either.
  @Test
  void printedLinesAreWhatTheAccountIs() {
    manifests("", "");
    Ran ran = company.roll(RollingCompany.SHOP);
    String lines = ran.out().substring(ran.out().indexOf("schemas:"));
    Ran before = workspace.run("plan", "--target", "schema-settings/shop");

    String flow = lines.strip().replaceAll("(?m)^", "  ");
    workspace.file(
        MANIFESTS,
        BOTH.formatted("", "")
            .replace(
                "spec: {connector: shop, schema_change_handling: BLOCK_ALL}",
                "spec:\n  connector: shop\n" + flow));
    Ran after = workspace.run("plan", "--target", "schema-settings/shop");

    assertThat(before.out()).as("%s", before).contains("Nothing changes");
    assertThat(after.out()).as("%s", after).contains("Nothing changes");
  }

  @Test
  void brokenManifestsMaySayAnythingSoNothingBegins() {
    workspace.file(MANIFESTS, "kind: Conector\n");

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/all.yaml:1:7");
    workspace.file(MANIFESTS, company.workspace.read(RollingCompany.SHOP));
    assertThat(company.roll(RollingCompany.SHOP).err())
        .contains("a rollout is no manifest: move it out of here");
    assertThat(company.deeds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          connector: shop        | connector: shopp           | rollouts/shop.yaml:4:14: rollout shop: nothing in the account is called shopp
          connector: shop        | connector: connector/*     | means 2 connections
          batch: 2               | batch: none                | rollouts/shop.yaml:5:10:
          batch: 2               | batch: 0                   | 'batch' is no number from 1
          batch: 2               | btach: 2                   | did you mean 'batch'?
          sales.a,               | sales.A,                   | rollouts/shop.yaml:6:12: connector/shop@prod has no table sales.A
          sales.a,               | sales.b,                   | 'sales.b' stands there twice
          sales.a,               | orders,                    | write it with its schema: public.orders
          sales.a,               | "${var:x}.a",              | a rollout takes none of
          name: shop             | name: ../shop              | can't be the name of a rollout
          kind: Rollout          | kind: Group                | ftctl rollout takes a file of kind Rollout
          batch: 2               | field: config.x            | 'field' beside 'tables'
          """)
  void whatIsWrongWithTheFileHasItsPlace(String from, String to, String said) {
    workspace.edit(RollingCompany.SHOP, from, to);

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(said);
    assertThat(company.deeds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.acounts", "config.reports", "paused", "config.timeframe_months"})
  void fieldHasToBeAListOfTheConfig(String field) {
    workspace.edit(RollingCompany.ADS, "config.accounts", field);

    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("rollouts/ads.yaml:3:");
    assertThat(company.deeds()).isEmpty();
  }

  /// The progress is of one connection and one list.
  @Test
  void progressOfSomethingElseIs65() {
    company.roll(RollingCompany.ADS);
    company.lab.forget();

    workspace.edit(RollingCompany.SHOP, "name: shop", "name: ads");
    Ran other = company.roll(RollingCompany.SHOP);
    workspace.edit(RollingCompany.ADS, "config.accounts", "config.manager_accounts");
    Ran list = company.roll(RollingCompany.ADS);

    assertThat(other.code()).as("%s", other).isEqualTo(65);
    assertThat(list.code()).as("%s", list).isEqualTo(65);
    assertThat(list.err()).contains("its progress, ads.json, is of config.accounts");
    assertThat(company.deeds()).isEmpty();
    workspace.file(".ftctl/rollout/shop.json", "{\"broken\":");
    Ran damaged = workspace.run("rollout", "status", RollingCompany.SHOP);
    assertThat(damaged.code()).isEqualTo(65);
  }
}
