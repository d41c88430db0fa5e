package dev.ftctl.crash;

import static dev.ftctl.crash.FurtherPieces.CODE;
import static dev.ftctl.crash.FurtherPieces.TOLD_ONCE;
import static dev.ftctl.crash.FurtherPieces.TRANSFORMATIONS;
import static dev.ftctl.crash.Pieces.ALL;
import static dev.ftctl.crash.Pieces.DBT;
import static dev.ftctl.crash.Pieces.GROUP;
import static dev.ftctl.crash.Pieces.HOOK;
import static dev.ftctl.crash.Pieces.LINK;
import static dev.ftctl.crash.Pieces.LOGS;
import static dev.ftctl.crash.Pieces.ORDERS;
import static dev.ftctl.crash.Pieces.PEOPLE;
import static dev.ftctl.crash.Pieces.ROBOT;
import static dev.ftctl.crash.Pieces.SETTINGS;
import static dev.ftctl.crash.Pieces.SHEET;
import static dev.ftctl.crash.Pieces.THREE_GROUPS;
import static dev.ftctl.crash.Pieces.VAULT;
import static dev.ftctl.crash.Pieces.WAITING;

import dev.ftctl.testing.BuiltCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Small companies and what becomes of them. The first three are those of each build.
final class Scenarios {

  private static final String PROJECT =
      """
      prune: {scope: {groups: [prod]}}
      handouts: {kept: {file: "handed/${slug}.${name}.json"}}
      """;

  private final Path folder;
  private final List<Scenario> scenarios = new ArrayList<>();

  private Scenarios(Path folder) {
    this.folder = folder;
  }

  /// @param folder in which the manifests are written
  static List<Scenario> in(Path folder) {
    var stock = new Scenarios(folder);
    stock.ofEachBuild();
    stock.ofConnections();
    stock.ofSettings();
    stock.ofPeople();
    stock.ofNamesAndEnds();
    stock.ofSurroundings();
    return stock.scenarios;
  }

  private void ofEachBuild() {
    add("everything from nothing", "", ALL);
    add(
        "a change of each kind",
        ALL,
        ALL.replace("GCP_US_EAST4", "AWS_EU_WEST_1")
            .replace("sync_frequency: 60", "sync_frequency: 15")
            .replace(
                "payments: {enabled: false}", "payments: {columns: {card_holder: {hashed: true}}}")
            .replace("named_range: all", "named_range: some")
            .replace("family_name: Ruiz", "family_name: Rey")
            .replace(
                "role: Account Reviewer, users",
                "description: on call, role: Account Reviewer, users")
            .replace("[sync_end]", "[sync_start, sync_end]"));
    add(
        "replaced, with what belongs to it",
        ALL,
        ALL.replace("service: postgres", "service: sql_server").replace("public:", "dbo:"));
  }

  private void ofConnections() {
    add(
        "one into three groups",
        THREE_GROUPS,
        THREE_GROUPS.replace("groups: [prod]", "groups: [prod, eu, us]"));
    add(
        "half of it adopted",
        GROUP + ORDERS.replace("sync_frequency: 60", "sync_frequency: 180") + HOOK,
        ALL);
    add(
        "another host, with its password",
        ALL,
        ALL.replace("host: db.internal", "host: db2.internal"));
    add(
        "a daily schedule",
        ALL,
        ALL.replace("sync_frequency: 60", "sync_frequency: 1440\n  daily_sync_time: \"04:00\""));
    add("paused", ALL, ALL.replace("paused: false", "paused: true"));
    add(
        "an override",
        ALL,
        ALL.replace("paused: false", "paused: false\n  overrides: {prod: {sync_frequency: 360}}"));
    add(
        "another warehouse",
        ALL,
        ALL.replace("database: RAW", "database: LAKE").replace("harmless-1", "harmless-3"));
    add("secrets sent again", ALL, ALL.replace("harmless", "rotated"), "--rotate-secrets");
    add(
        "the secret of a webhook sent again",
        ALL,
        ALL.replace("harmless-hook", "rotated-hook"),
        "--rotate-secrets=webhook/pager");
  }

  private void ofSettings() {
    add("settings for the first time", GROUP + ORDERS, GROUP + ORDERS + SETTINGS);
    add("settings before anything is known of the source", GROUP, GROUP + WAITING);
    add(
        "un-paused with a new exclusion",
        (GROUP + ORDERS + SETTINGS).replace("paused: false", "paused: true"),
        GROUP
            + ORDERS
            + SETTINGS.replace(
                "payments:", "customers: {columns: {email: {enabled: false}}}\n        payments:"));
    add(
        "another policy, aligned",
        GROUP + ORDERS + SETTINGS,
        (GROUP + ORDERS + SETTINGS).replace("ALLOW_ALL", "BLOCK_ALL\n  unlisted: align"));
    add(
        "another sync mode",
        GROUP + ORDERS + SETTINGS,
        (GROUP + ORDERS + SETTINGS)
            .replace("payments: {enabled: false}", "orders: {sync_mode: HISTORY}"));
    add(
        "read again",
        GROUP + ORDERS + SETTINGS,
        GROUP + ORDERS + SETTINGS,
        "--reload=connector/orders@prod");
  }

  private void ofPeople() {
    add("people for the first time", GROUP + ORDERS, GROUP + ORDERS + PEOPLE);
    add("a service account", GROUP, GROUP + ROBOT);
    add(
        "other roles",
        ALL,
        ALL.replace("View Destination", "Manage Destination")
            .replace("Edit Connection", "View Connection")
            .replace("Team Member", "Team Manager"));
    add(
        "other account roles",
        ALL,
        ALL.replace(
                "family_name: Ruiz, role: Account Reviewer",
                "family_name: Ruiz, role: Account Analyst")
            .replace("spec: {role: Account Reviewer", "spec: {role: Account Analyst"));
    add("another member", ALL, ALL.replace("users: {ana@", "users: {ben@"));
    add(
        "members added",
        ALL,
        ALL.replace(
            "users: {ana@acme.example: Team Member}",
            "users: {ben@acme.example: Team Member}, membership: additive"));
  }

  private void ofNamesAndEnds() {
    add(
        "a group renamed",
        GROUP,
        GROUP
            .replaceFirst("name: prod", "name: live, moved_from: prod")
            .replace("name: prod", "name: live")
            .replace("group: prod", "group: live"));
    add(
        "another url of a webhook",
        ALL,
        ALL.replace(
                "name: pager}", "name: pager, moved_from: \"https://hooks.acme.example/pager\"}")
            .replace(
                "url: \"https://hooks.acme.example/pager\"",
                "url: \"https://hooks.acme.example/bell\""));
    add(
        "a connection ended",
        GROUP + SHEET + HOOK,
        GROUP + SHEET.replace("name: budget", "name: budget, absent: true") + HOOK);
    add(
        "all ended",
        GROUP + SHEET,
        (GROUP + SHEET)
            .replace("name: prod}", "name: prod, absent: true}")
            .replace("name: budget}", "name: budget, absent: true}"));
    add("pruned", ALL, GROUP + ORDERS + SETTINGS, "--prune");
  }

  private void ofSurroundings() {
    add("logs", GROUP, GROUP + LOGS);
    add(
        "logs of another kind, and none",
        GROUP + LOGS,
        GROUP
            + LOGS.replace("region: US1", "region: EU")
                .replace("name: account}", "name: account, absent: true}"));
    add(
        "a private link, and what goes through it",
        GROUP + ORDERS,
        GROUP
            + LINK
            + ORDERS.replace(
                "paused: false",
                "paused: false\n  networking_method: PrivateLink\n  private_link: quay"));
    add(
        "a secrets manager, and who uses it",
        GROUP + ORDERS,
        GROUP
            + VAULT
            + ORDERS.replace("paused: false", "paused: false\n  external_secrets_manager: vault"));
    add(
        "a secrets manager ended, and let go before",
        GROUP
            + VAULT
            + ORDERS.replace("paused: false", "paused: false\n  external_secrets_manager: vault"),
        GROUP
            + VAULT.replace("name: vault}", "name: vault, absent: true}")
            + ORDERS.replace("paused: false", "paused: false\n  external_secrets_manager: null"));
    add("a dbt project", GROUP, GROUP + DBT);
    add(
        "another branch of a dbt project",
        GROUP + DBT,
        GROUP
            + DBT.replace("dbt_version:", "git_branch: release\n    dbt_version:")
                .replace("DBT_TARGET: prod", "DBT_TARGET: stage"));
    add(
        "another repository, with what it needs",
        GROUP + DBT,
        GROUP + DBT.replace("acme.example:dbt", "acme.example:marts"));
    add(
        "a dbt project ended",
        GROUP + DBT,
        GROUP + DBT.replace("name: marts}", "name: marts, absent: true}"));
    ofTransformations();
    add("code", GROUP, GROUP + CODE);
    add("other code", GROUP + CODE, GROUP + CODE.replace("one.zip", "two.zip"));
    add(
        "code ended",
        GROUP + CODE,
        GROUP + CODE.replace("name: feed}", "name: feed, absent: true}"));
    add("what is told once", GROUP, GROUP + TOLD_ONCE);
    add(
        "a key that may less, and an agent ended",
        GROUP + TOLD_ONCE,
        GROUP
            + TOLD_ONCE
                .replace("MANAGE", "READ")
                .replace("dc1, handout: kept", "dc1, absent: true"));
  }

  private void ofTransformations() {
    String all = GROUP + ORDERS + DBT + TRANSFORMATIONS;
    add("transformations", GROUP + ORDERS, all);
    add(
        "another schedule, and other steps",
        all,
        all.replace("TIME_OF_DAY, time_of_day: \"06:30\"", "INTERVAL, interval: 60")
            .replace("dbt build", "dbt run"));
    add(
        "transformations ended, with what they stand on",
        all,
        all.replace("name: daily}", "name: daily, absent: true}")
            .replace("name: payments}", "name: payments, absent: true}")
            .replace("name: marts}", "name: marts, absent: true}"));
  }

  private void add(String name, String before, String wanted, String... words) {
    var all = new ArrayList<String>(List.of(words));
    for (String risk :
        List.of("delete", "replace", "duplicate", "expose", "history", "resync", "revoke")) {
      all.add("--allow=" + risk);
    }
    scenarios.add(
        new Scenario(
            name,
            before.isEmpty()
                ? Optional.empty()
                : Optional.of(company(scenarios.size() + "/before", before, List.of())),
            company(scenarios.size() + "/wanted", wanted, all)));
  }

  private Company company(String name, String manifests, List<String> words) {
    try {
      Path project = Files.createDirectories(folder.resolve(name));
      Files.writeString(project.resolve("ftctl.yaml"), PROJECT);
      Files.createDirectories(project.resolve("manifests"));
      Files.writeString(project.resolve("manifests/all.yaml"), manifests);
      BuiltCode.into(project.resolve("manifests"));
      return new Company(project, words);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
