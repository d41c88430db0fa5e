package dev.ftctl.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.fivetran.pacing.Parallelism;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.plan.Part;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.testing.Wanted;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExecutorTest {

  private static final Quotas ONE_CREATION =
      new Quotas(List.of(new Quota(CallSort.CONNECTION_CREATION, 1, Duration.ofHours(1))));

  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private Function<Step, StepResult> behaviour = step -> StepResult.DONE;

  @Test
  void runsStepsInTheOrderOfTheirEdges() {
    Outcomes outcomes = run(plan(Map.of("b", List.of("a"), "c", List.of("b"))));

    assertThat(ran).containsExactly("a", "b", "c");
    assertThat(outcomes.isComplete()).isTrue();
  }

  @Test
  void failureSkipsWhatDependsOnItAndNothingElse() {
    behaviour =
        step -> {
          if (name(step).equals("a")) {
            throw new ApiException(
                new ApiFailure("POST", "/v1/groups", 400, "InvalidInput", "no", false));
          }
          return StepResult.DONE;
        };

    Outcomes outcomes = run(plan(Map.of("b", List.of("a"), "c", List.of("b"), "d", List.of())));

    assertThat(ran).containsExactlyInAnyOrder("a", "d");
    assertThat(kinds(outcomes)).containsExactly("Failed", "Skipped", "Skipped", "Done");
    assertThat(outcomes.isComplete()).isFalse();
  }

  @Test
  void defectOfOneStepIsContainedToo() {
    behaviour =
        step -> {
          if (name(step).equals("a")) {
            throw new IllegalStateException("surprise");
          }
          return StepResult.DONE;
        };

    Outcomes outcomes = run(plan(Map.of("a", List.of(), "b", List.of(), "c", List.of("a"))));
    assertThat(kinds(outcomes)).containsExactly("Broken", "Done", "Skipped");
    assertThat(outcomes.broken())
        .singleElement()
        .satisfies(broken -> assertThat(broken.defect()).hasMessage("surprise"));
  }

  @Test
  void errorOfTheMachineEndsItsStepOnly() {
    behaviour =
        step -> {
          if (name(step).equals("a")) {
            throw new StackOverflowError();
          }
          return StepResult.DONE;
        };

    assertThat(kinds(run(plan(Map.of("a", List.of(), "b", List.of())))))
        .containsExactly("Broken", "Done");
  }

  @Test
  void ownerIsNotFinishedWhileAPartHoldsIt() {
    behaviour = step -> name(step).equals("a") ? new StepResult.Held("ssn") : StepResult.DONE;

    Outcomes outcomes =
        run(plan(Map.of("a", List.of(), "b finish", List.of("a"), "c", List.of("a"))));

    assertThat(ran).containsExactlyInAnyOrder("a", "c");
    assertThat(kinds(outcomes)).containsExactly("Held", "Skipped", "Done");
  }

  @Test
  void waitingStepLetsOthersGoOnUnlessItHoldsThemBack() {
    behaviour =
        step ->
            switch (name(step)) {
              case "a" -> new StepResult.Waiting("sign in");
              case "b" -> new StepResult.Waiting("not ready yet", true);
              default -> StepResult.DONE;
            };

    Outcomes outcomes = run(plan(Map.of("c", List.of("a"), "d", List.of("b"), "e", List.of("d"))));

    assertThat(ran).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(kinds(outcomes)).containsExactly("Waiting", "Waiting", "Done", "Skipped", "Skipped");
    assertThat(outcomes.outcomes())
        .filteredOn(Outcome.Skipped.class::isInstance)
        .extracting(outcome -> ((Outcome.Skipped) outcome).because())
        .containsExactly("waits for group/b", "waits for group/d: create");
    assertThat(outcomes.isComplete()).isFalse();
  }

  @Test
  void independentStepsRunSideBySide() throws InterruptedException {
    var both = new CountDownLatch(2);
    behaviour =
        step -> {
          both.countDown();
          return await(both) ? StepResult.DONE : new StepResult.Unfinished("alone");
        };

    assertThat(run(plan(Map.of("a", List.of(), "b", List.of()))).isComplete()).isTrue();
  }

  @Test
  void stoppedRunBeginsNothingMoreAndListsTheRest() {
    var executor = new AtomicReference<Executor>();
    behaviour =
        step -> {
          executor.get().stop();
          return StepResult.DONE;
        };
    executor.set(executor(plan(Map.of("b", List.of("a")))));

    Outcomes outcomes = executor.get().run();

    assertThat(kinds(outcomes)).containsExactly("Done", "Skipped");
    assertThat(outcomes.interrupted()).isTrue();
  }

  /// One creation has the only place and one of two slots until the other step has run, for which
  /// the second creation must have left the other slot.
  @Test
  void stepThatWaitsForAQuotaHoldsUpNoOther() throws InterruptedException {
    var other = new CountDownLatch(1);
    behaviour =
        step -> {
          if (name(step).equals("c")) {
            other.countDown();
          }
          return await(other) ? StepResult.DONE : new StepResult.Unfinished("held up");
        };
    Plan plan = plan(Map.of("a creation", List.of(), "b creation", List.of(), "c", List.of()));

    Outcomes outcomes = executor(plan, ONE_CREATION, 2).run();

    assertThat(outcomes.isComplete()).isTrue();
    assertThat(ran).hasSize(3);
  }

  @Test
  void stoppedRunDoesNotBeginWhatWaitsForAQuota() {
    var executor = new AtomicReference<Executor>();
    behaviour =
        step -> {
          executor.get().stop();
          return StepResult.DONE;
        };
    Plan plan = plan(Map.of("a creation", List.of(), "b creation", List.of()));
    executor.set(executor(plan, ONE_CREATION, 4));

    Outcomes outcomes = executor.get().run();

    assertThat(ran).hasSize(1);
    assertThat(kinds(outcomes)).containsExactlyInAnyOrder("Done", "Skipped");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Outcomes run(Plan plan) {
    return executor(plan).run();
  }

  private Executor executor(Plan plan) {
    return executor(plan, Quotas.NONE, 4);
  }

  private Executor executor(Plan plan, Quotas quotas, int parallelism) {
    Account account =
        Account.open(
            new AccountOptions(
                URI.create("http://127.0.0.1:9"),
                new Credentials("key", "secret"),
                true,
                Parallelism.fixed(1),
                Duration.ofSeconds(1),
                new Redaction(),
                line -> {},
                quotas,
                line -> {}));
    var kinds = new KindList(List.of(groups()));
    var pace = Pace.of(parallelism);
    return Executor.of(plan, kinds, account, pace, ApplyObserver.NONE, Freshness.UNASKED);
  }

  /// A plan of one step for each name; ` finish` after a name makes it a finish, ` creation` one
  /// that creates a connection.
  private static Plan plan(Map<String, List<String>> edges) {
    var steps = new LinkedHashMap<String, Step>();
    var names = new LinkedHashSet<String>(edges.keySet().stream().sorted().toList());
    edges.values().forEach(names::addAll);
    names.stream().sorted().forEach(name -> steps.put(name, step(name)));
    var waits = new LinkedHashMap<Step, Set<Step>>();
    steps.forEach((name, step) -> {
      var before = new LinkedHashSet<Step>();
      edges.getOrDefault(name, List.of()).forEach(other -> before.add(steps.get(other)));
      waits.put(step, before);
    });
    List<PlannedChange> changes =
        steps.values().stream()
            .map(step -> new PlannedChange(step.change(), List.of(step), List.of()))
            .toList();
    return new Plan(
        new Plan.Header("acme", "acc", "", 1, 1, Part.WHOLE, "d"),
        changes,
        waits,
        List.of(),
        List.of(),
        List.of(),
        new Ids(),
        Intent.PLAIN);
  }

  private static Step step(String name) {
    String plain = name.split(" ", -1)[0];
    return new Step(
            new Change.Create(Wanted.of("group/" + plain, Map.of("name", plain)), Findings.NONE),
            StepName.CREATE,
            name.endsWith("finish"))
        .sending(
            Calls.requests(1)
                .with(CallSort.CONNECTION_CREATION, name.endsWith("creation") ? 1 : 0));
  }

  private static String name(Step step) {
    return step.address().name();
  }

  private static List<String> kinds(Outcomes outcomes) {
    return outcomes.outcomes().stream().map(outcome -> outcome.getClass().getSimpleName()).toList();
  }

  private Kind groups() {
    return new Kind(
        Wanted.KINDS.ofSlug("group").definition(),
        account -> {
          throw new AssertionError("apply reads nothing here");
        },
        account ->
            (step, ids, intent) -> {
              ran.add(name(step));
              return behaviour.apply(step);
            });
  }
}
