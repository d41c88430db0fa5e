package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.process.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands over the simulator, on the example company.
final class ApplyTest {

  private static final String ORDERS = "manifests/shop/orders.yaml";

  /// Where the company was applied once, for all tests.
  @TempDir static Path applied;

  @TempDir Path folder;

  private Workbench bench = new Workbench(Path.of(""));

  @BeforeAll
  static void apply() {
    Ran ran = Workbench.ofExample(applied).run("apply", "--sandbox", "--auto-approve", "manifests");
    assertThat(ran.out()).contains(" as the manifests say").doesNotContain("not all is");
    assertThat(ran.code()).isZero();
  }

  @BeforeEach
  void copied() {
    bench = Workbench.copyOf(applied, folder);
  }

  @Test
  void planAfterApplyIsEmpty() {
    Ran ran = bench.run("plan", "--sandbox", "--detailed-exitcode", "manifests");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Nothing changes", "41 unchanged.");
  }

  @Test
  void changedValueShowsWithItsPlaceAndIsSentAlone() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");

    Ran planned = bench.run("plan", "--sandbox", "--detailed-exitcode", "manifests");
    long before = requests().size();
    Ran ran = bench.run("apply", "--sandbox", "--auto-approve", "manifests");

    assertThat(planned.code()).isEqualTo(2);
    assertThat(planned.out())
        .contains("connector/orders_db@analytics_prod", "60 → 30", ORDERS + ":");
    assertThat(ran.code()).isZero();
    assertThat(requests().stream().skip(before).filter(line -> !line.startsWith("GET")))
        .singleElement()
        .asString()
        .startsWith("PATCH ")
        .contains("\"sync_frequency\":30");
  }

  @Test
  void planSendsNothingButGet() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");
    long before = requests().size();

    bench.run("plan", "--sandbox", "manifests");
    bench.run("validate", "manifests");

    assertThat(requests().stream().skip(before))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("GET "));
  }

  @Test
  void withoutATerminalAMissingYesIsARefusal() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");

    Ran ran = bench.run("apply", "--sandbox", "manifests");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("--auto-approve");
  }

  @Test
  void onATerminalAnythingButYesIsARefusal() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");

    Ran refused = bench.onTerminalAnswering("y").run("apply", "--sandbox", "manifests");
    Ran applied = bench.onTerminalAnswering("yes").run("apply", "--sandbox", "manifests");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("\u001b[");
    assertThat(applied.code()).isZero();
  }

  @Test
  void savedPlanIsCarriedOutOnceAndThenStale() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");
    bench.run("plan", "--sandbox", "-o", "plan.json", "manifests");

    Ran first = bench.run("apply", "--sandbox", "plan.json");
    Ran second = bench.run("apply", "--sandbox", "plan.json");

    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("60 → 30");
    assertThat(second.code()).isEqualTo(6);
    assertThat(second.err()).contains("stale", "connector/orders_db@analytics_prod");
  }

  @Test
  void savedPlanIsStaleWhenTheManifestsChanged() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");
    bench.run("plan", "--sandbox", "-o", "plan.json", "manifests");
    bench.edit(ORDERS, "sync_frequency: 30", "sync_frequency: 15");

    Ran ran = bench.run("apply", "--sandbox", "plan.json");

    assertThat(ran.code()).isEqualTo(6);
    assertThat(ran.err()).contains("the manifests");
  }

  @Test
  void blockedPlanChangesNothing() {
    bench.edit("manifests/finance/stripe.yaml", "service: stripe", "service: shopify");
    long before = requests().size();

    Ran planned = bench.run("plan", "--sandbox", "manifests");
    Ran ran =
        bench.run("apply", "--sandbox", "--auto-approve", "--report", "report.json", "manifests");

    assertThat(planned.code()).isEqualTo(4);
    assertThat(planned.out()).contains("! blocked: ", "--allow replace:connector/stripe@finance");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(requests().stream().skip(before)).allMatch(line -> line.startsWith("GET "));
    assertThat(bench.read("report.json")).contains("\"exit_code\" : 4", "the plan is blocked");
  }

  @Test
  void reportTellsWhatWasDone() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");

    bench.run("apply", "--sandbox", "--auto-approve", "--report", "out/report.json", "manifests");

    assertThat(bench.read("out/report.json"))
        .contains(
            "\"format\" : \"ftctl-report/v1\"",
            "connector/orders_db@analytics_prod",
            "PATCH /v1/connections/");
  }

  @Test
  void jsonOnStdoutIsNothingButJson() throws Exception {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");
    var json = new com.fasterxml.jackson.databind.json.JsonMapper();

    Ran planned = bench.run("plan", "--sandbox", "--format", "json", "manifests");
    Ran ran = bench.run("apply", "--sandbox", "--auto-approve", "--format", "json", "manifests");

    assertThat(json.readTree(planned.out()).at("/changes/0/fields/0/path").asText())
        .isEqualTo("/sync_frequency");
    assertThat(json.readTree(ran.out()).at("/counts/done").asInt()).isEqualTo(1);
  }

  @Test
  void signalBeforeTheFirstStepLeavesEverythingForTheNextRun() {
    bench.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 30");
    var stop = new Stop();
    stop.ask();

    Ran ran = bench.run(stop, "apply", "--sandbox", "--auto-approve", "manifests");

    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.out()).contains("connector/orders_db@analytics_prod", "interrupted");
  }

  @Test
  void targetNarrowsToWhatItNames() {
    Ran ran = bench.run("plan", "--sandbox", "--target", "group/finance", "manifests");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("1 resource").doesNotContain("Not managed");
  }

  @Test
  void rotatedSecretIsSentAndNotPrinted() {
    bench.with("STRIPE_API_KEY", "sk_live_hunter2_hunter2");

    Ran ran =
        bench.run(
            "apply",
            "--sandbox",
            "--auto-approve",
            "-vv",
            "--rotate-secrets=connector/stripe",
            "manifests");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("(secret) sent, from env:STRIPE_API_KEY", "1 update");
    assertThat(ran.out() + ran.err()).doesNotContain("hunter2");
  }

  @Test
  void resetAccountNeedsEverythingAgain() {
    bench.run("sandbox", "reset");

    Ran ran = bench.run("plan", "--sandbox", "--detailed-exitcode", "manifests");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).contains("Plan: 41 create, 0 update");
  }

  private List<String> requests() {
    return bench.run("sandbox", "show", "--requests").out().lines().toList();
  }
}
