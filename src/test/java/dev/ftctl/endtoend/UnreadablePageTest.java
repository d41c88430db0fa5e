package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any read of an account whose lists have many pages fails, from the n-th on for as long as it is
/// asked for, for all n: nothing is created, changed or deleted that would not be otherwise, and
/// nobody says that all is well.
class UnreadablePageTest {

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: mill}
      ---
      kind: Group
      metadata: {name: barn}
      ---
      kind: Destination
      metadata: {name: mill}
      spec: {group: mill, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: harmless-1}}
      ---
      kind: Connector
      metadata: {name: grain}
      spec: {service: postgres, groups: [mill], paused: false, sync_frequency: 360, config: {schema_prefix: grain, host: db.internal, port: 5432, database: app, user: f, password: harmless-2}}
      ---
      kind: Connector
      metadata: {name: flour}
      spec: {service: postgres, groups: [mill], paused: false, sync_frequency: 360, config: {schema_prefix: flour, host: db2.internal, port: 5432, database: app, user: f, password: harmless-3}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, groups: {mill: View Destination, barn: View Destination}}
      ---
      kind: Team
      metadata: {name: night}
      spec: {description: Night, role: Account Reviewer, users: {ana@example.com: Team Member}}
      ---
      kind: Webhook
      for_each: [{name: a}, {name: b}, {name: c}]
      metadata: {name: "${each.name}"}
      spec: {url: "https://hooks.example.com/${each.name}", events: [sync_end], active: true}
      """;

  /// Refusals that are final, failures that no retry mends, and answers that are none.
  private static final List<SmallPages.Lie> LIES =
      List.of(
          new SmallPages.Lie(403, "{\"code\":\"Forbidden\",\"message\":\"no\"}"),
          new SmallPages.Lie(404, "{\"code\":\"NotFound\",\"message\":\"no\"}"),
          new SmallPages.Lie(404, "<html>gone</html>"),
          new SmallPages.Lie(500, "{\"code\":\"InternalError\",\"message\":\"no\"}"),
          new SmallPages.Lie(503, "<html>busy</html>"),
          SmallPages.Lie.torn("{\"code\":\"Success\",\"data\":{\"items\":["),
          SmallPages.Lie.torn("{\"code\":\"Success\",\"data\":{\"items\":[]}}"),
          new SmallPages.Lie(200, "{}"),
          new SmallPages.Lie(200, "{\"code\":\"Success\"}"),
          new SmallPages.Lie(200, "{\"code\":\"Success\",\"data\":{}}"),
          new SmallPages.Lie(200, "<html>maintenance</html>"));

  private static final String UNSEEN = "not looked at: ";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private final SmallPages pages = new SmallPages(lab.sandbox().url());
  private Workspace workspace;
  private ObjectNode account;

  @BeforeEach
  void commitAndApply() throws Exception {
    workspace =
        new Workspace(folder)
            .waitingBy(new Impatient())
            .reaching(lab.sandbox())
            .with("FIVETRAN_API_URL", pages.url().toString())
            .file("ftctl.yaml", "prune: {scope: {kinds: [Webhook]}}\nallow: [delete]\n")
            .file("manifests/company.yaml", COMPANY);
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    account = lab.sandbox().control().account();
    workspace.file(
        "manifests/company.yaml", COMPANY.replace(", {name: c}", "").replaceFirst("360", "60"));
  }

  @AfterEach
  void close() {
    pages.close();
    lab.close();
  }

  @Test
  void pruneDeletesNothingElse() {
    holds("plan", "--prune");
  }

  @Test
  void planChangesNothingElse() {
    workspace.file("manifests/company.yaml", COMPANY);
    holds("plan");
  }

  @Test
  void applyOfABaseWritesNothingElse() {
    holds("apply", "--base", "HEAD", "--skip-blocked", "--auto-approve", "--journal", "none");
  }

  private void holds(String... words) {
    anew();
    Ran whole = workspace.run(words);
    assertThat(whole.code()).as("%s", whole).isZero();
    Set<String> changes = changes(whole);
    Set<String> writes = writes();
    int reads = pages.reads();
    assertThat(pages.laterPages()).isGreaterThan(4);

    int step = Scale.of(3, 1);
    for (int index = 1; index <= reads; index += step) {
      for (int turn = 0; turn < Scale.of(1, LIES.size()); turn++) {
        anew();
        SmallPages.Lie lie = LIES.get((index + turn) % LIES.size());
        pages.fail(index, lie);

        Ran ran = workspace.run(words);

        String about = index + " " + pages.failed() + " " + lie + ": " + ran;
        assertThat(ran.code()).as(about).isIn(0, 1, 4, 5, 69, 77);
        assertThat(changes).as(about).containsAll(changes(ran));
        assertThat(writes).as(about).containsAll(writes());
        if (!isBeside(pages.failed())) {
          // Of the look back after an apply, of which all was done.
          assertThat(
                  ran.code() != 0
                      // Of a kind that no document is of, which is said where it was looked at.
                      || (ran.out().contains(UNSEEN) && !whole.out().contains(UNSEEN))
                      || ran.err().contains("could not be read back")
                      || ran.out().contains("Read back: not all"))
              .as(about)
              .isTrue();
          assertThat(ran.all()).as(about).doesNotContain("the account is as the manifests say");
        }
      }
    }
  }

  /// What no plan is made of: who the key belongs to, and what connectors there are.
  private static boolean isBeside(String call) {
    return call.isEmpty() || call.startsWith("/v1/account") || call.startsWith("/v1/metadata");
  }

  private void anew() {
    lab.sandbox().control().replaceAccount(account);
    lab.forget();
    pages.forget();
  }

  /// Without what only says that they can't be made.
  private static Set<String> changes(Ran ran) {
    return ran.changes().stream()
        .filter(line -> !line.startsWith("! "))
        .collect(Collectors.toSet());
  }

  private Set<String> writes() {
    return lab.writes().stream()
        .map(one -> one.method() + " " + one.path())
        .collect(Collectors.toSet());
  }
}
