package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Freshness;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Pace;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.Step;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walk as anything but a command takes it: a request as data, and no console.
class WalkTest {

  private static final String HOOK =
      """
      kind: Webhook
      metadata: {name: events}
      spec: {url: "https://hooks.example.com/a", events: [sync_end], active: true, secret: "${env:KEY:-harmless-1}"}
      """;

  @TempDir Path folder;
  private final Walk walk = new Walk(Wanted.KINDS);
  private final Lab lab = new Lab();

  @BeforeEach
  void describe() throws IOException {
    Files.writeString(folder.resolve("hook.yaml"), HOOK);
    Files.writeString(folder.resolve("ftctl.yaml"), "manifests: [hook.yaml]\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void plansWhatManifestsSayAndWritesNothing() {
    Planned planned = plan(PlanRequest.of(reading()));

    assertThat(planned.plan().count(Action.CREATE)).isEqualTo(1);
    assertThat(planned.plan().header().accountId()).isEqualTo(planned.account().info().id());
    assertThat(planned.desired().planned()).hasSize(1);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void carriesOutWhatItPlanned() {
    Planned planned = planToApply(PlanRequest.of(reading()));

    Outcomes outcomes = apply(planned);

    assertThat(outcomes.isComplete()).isTrue();
    assertThat(walk.readBack(planned, outcomes, ReadingObserver.NONE))
        .isEqualTo(new ReadBack(1, List.of(), List.of(), 0, List.of("webhook/events: secret")));
  }

  @Test
  void opensNoAccountForManifestsThatAreWrong() throws IOException {
    Files.writeString(folder.resolve("hook.yaml"), HOOK.replace("active", "actve"));
    var opened = new ArrayList<Desired>();

    assertThatThrownBy(() ->
            walk.plan(
                PlanRequest.of(reading()),
                desired -> {
                  opened.add(desired);
                  return lab.account(false);
                },
                ReadingObserver.NONE))
        .isInstanceOf(ManifestException.class);
    assertThat(opened).isEmpty();
  }

  @Test
  void readsNothingOfAnotherAccountThanTheProjectsOwn() throws IOException {
    Files.writeString(folder.resolve("ftctl.yaml"), "account: acc_other\nmanifests: [hook.yaml]\n");

    assertThatThrownBy(() -> plan(PlanRequest.of(reading())))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.BLOCKED))
        .hasMessageContaining("ftctl.yaml is pinned to account acc_other");
    assertThat(lab.sandbox().requests()).allMatch(sent -> sent.path().equals("/v1/account/info"));
  }

  @Test
  void whatIsAskedOnceIsNotAskedAgainByTheLookBack() {
    apply(planToApply(PlanRequest.of(reading())));
    var intent =
        new IntentPatterns(List.of(new AddressPattern("webhook/*")), List.of(), SetupTests.AUTO);
    var request = new PlanRequest(files(""), intent, false, List.of(), Map.of());

    Planned planned = planToApply(request);

    assertThat(planned.plan().count(Action.UPDATE)).isEqualTo(1);
    assertThat(walk.readBack(planned, apply(planned), ReadingObserver.NONE).isAsWanted()).isTrue();
  }

  @Test
  void lookBackTellsWhetherWhatWasToGoIsGone() {
    lab.apply(Wanted.of("group/old", Map.of("name", "old")));
    var known = new DesiredSource.Known(read("prune: {scope: {kinds: [Group]}}\n"));
    Planned planned =
        planToApply(
            new PlanRequest(
                known,
                IntentPatterns.PLAIN,
                true,
                List.of(Allowance.parse("delete").orElseThrow()),
                Map.of()));
    Step step = planned.plan().stepsToRun().getFirst();
    var said = new Outcome.Done(step, List.of(), List.of("DELETE /v1/groups/old"));

    ReadBack before =
        walk.readBack(planned, new Outcomes(List.of(said), false), ReadingObserver.NONE);
    ReadBack after = walk.readBack(planned, apply(planned), ReadingObserver.NONE);

    assertThat(before.left()).containsExactly("delete group/old");
    assertThat(after)
        .isEqualTo(new ReadBack(2, List.of(), List.of(), 0, List.of("webhook/events: secret")));
  }

  @Test
  void limitOfTheRequestWinsOverThatOfTheProject() {
    lab.apply(Wanted.of("group/old", Map.of("name", "old")));
    var known =
        new DesiredSource.Known(
            read("prune: {scope: {kinds: [Group]}, limits: {max_deletes: 0}}\n"));
    List<Allowance> allowed = List.of(new Allowance(Risk.DELETE, AddressPattern.ALL));
    var narrow = new PlanRequest(known, IntentPatterns.PLAIN, true, allowed, Map.of());
    var wide =
        new PlanRequest(known, IntentPatterns.PLAIN, true, allowed, Map.of("max_deletes", 1));

    assertThat(plan(narrow).plan().isBlocked()).isTrue();
    assertThat(plan(wide).plan().isBlocked()).isFalse();
  }

  @Test
  void stoppedRunBeginsNoStep() {
    Planned planned = planToApply(PlanRequest.of(reading()));

    Outcomes outcomes =
        walk.apply(
            planned.plan(),
            planned.account(),
            Pace.of(1),
            ApplyObserver.NONE,
            Freshness.UNASKED,
            Runnable::run);

    assertThat(outcomes.interrupted()).isTrue();
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void looksAtTheAccountWithoutAPlan() {
    apply(planToApply(PlanRequest.of(reading())));

    Snapshot live = walk.look(read(""), lab.account(false), ReadingObserver.NONE);

    assertThat(live.find(new Address("webhook", "events", ""))).isPresent();
  }

  @Test
  void partOfAProjectIsNeitherPrunedNorComparedWithABase() {
    ReadRequest part =
        ReadRequest.plain(
            new WorkingTree(folder), List.of("hook.yaml"), new Redaction(), Instant.EPOCH);
    var compared = new DesiredSource.Files(part, folder, "HEAD");

    assertThatThrownBy(() ->
            new PlanRequest(
                new DesiredSource.Files(part, folder, ""),
                IntentPatterns.PLAIN,
                true,
                List.of(),
                Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--prune");
    assertThatThrownBy(() -> PlanRequest.of(compared))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--base");
  }

  @Test
  void baseThatGitDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> plan(PlanRequest.of(files("nowhere"))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.USAGE));
  }

  @Test
  void tellsWhatPatternsCoverNothing() throws IOException {
    Files.writeString(
        folder.resolve("ftctl.yaml"), "manifests: [hook.yaml]\nprotect: [webhook/other]\n");
    var intent =
        new IntentPatterns(
            List.of(new AddressPattern("webhook/events"), new AddressPattern("webhook/event")),
            List.of(),
            SetupTests.AUTO);

    Planned planned = plan(new PlanRequest(files(""), intent, false, List.of(), Map.of()));

    assertThat(planned.uncovered())
        .extracting(Problem::isError, Problem::message)
        .containsExactlyInAnyOrder(
            tuple(true, "--rotate-secrets=webhook/event covers nothing that is described or live"),
            tuple(false, "protect: webhook/other covers nothing that is described or live"));
  }

  private Planned plan(PlanRequest request) {
    return walk.plan(request, desired -> lab.account(false), ReadingObserver.NONE);
  }

  private Planned planToApply(PlanRequest request) {
    return walk.plan(request, desired -> lab.account(true), ReadingObserver.NONE);
  }

  private Outcomes apply(Planned planned) {
    Account account = planned.account();
    return walk.apply(
        planned.plan(), account, Pace.of(1), ApplyObserver.NONE, Freshness.UNASKED, stop -> {});
  }

  private Desired read(String project) {
    try {
      Files.writeString(folder.resolve("ftctl.yaml"), "manifests: [hook.yaml]\n" + project);
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
    return Manifests.read(reading(), Wanted.KINDS);
  }

  private DesiredSource files(String base) {
    return new DesiredSource.Files(reading(), folder, base);
  }

  private ReadRequest reading() {
    return ReadRequest.plain(new WorkingTree(folder), List.of(), new Redaction(), Instant.EPOCH);
  }
}
