package dev.ftctl.testing;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Freshness;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Pace;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.plan.Plan;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.IntentPatterns;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The walk over a simulator of its own, for resources written in a test.
public final class Lab implements AutoCloseable {

  private static final Walk WALK = new Walk(Wanted.KINDS);

  private static final Pace PACE = Pace.of(4);

  private final Sandbox sandbox;
  private List<Allowance> allowed = List.of();
  private IntentPatterns intent = IntentPatterns.PLAIN.handingOut((any, id) -> Handouts.FORGOTTEN);

  public Lab() {
    this(SandboxOptions.inMemory());
  }

  public Lab(SandboxOptions options) {
    try {
      sandbox = Sandbox.start(options);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public Lab allowing(String... risks) {
    allowed = Stream.of(risks).map(risk -> Allowance.parse(risk).orElseThrow()).toList();
    return this;
  }

  public Lab intending(IntentPatterns newIntent) {
    intent = newIntent.handingOut((any, id) -> Handouts.FORGOTTEN);
    return this;
  }

  public Plan plan(Resource... wanted) {
    return plan(account(false), wanted);
  }

  /// Plans and applies.
  public Outcomes apply(Resource... wanted) {
    Account account = account(true);
    return WALK.apply(
        plan(account, wanted), account, PACE, ApplyObserver.NONE, Freshness.UNASKED, stop -> {});
  }

  /// Carries out what a plan lets through, as `--skip-blocked` does.
  public Outcomes applyAllowed(Plan plan) {
    return WALK.apply(
        plan.withoutBlocked(),
        account(true),
        PACE,
        ApplyObserver.NONE,
        Freshness.UNASKED,
        stop -> {});
  }

  /// Everything but GET since the last call of [#forget].
  public List<RequestRecord> writes() {
    return sandbox.requests().stream().filter(request -> !request.method().equals("GET")).toList();
  }

  public void forget() {
    sandbox.control().forgetRequests();
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /// Of which the pauses are over at once.
  public Account account(boolean allowsWrites) {
    return Account.open(
        new AccountOptions(
            sandbox.url(),
            new Credentials(sandbox.apiKey(), sandbox.apiSecret()),
            allowsWrites,
            4,
            Duration.ofSeconds(20),
            new Redaction(),
            line -> {}),
        new QuickSleeper());
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private Plan plan(Account account, Resource... wanted) {
    var source = new DesiredSource.Known(desired(wanted));
    var request = new PlanRequest(source, intent, false, allowed, Map.of());
    return WALK.plan(request, desired -> account, ReadingObserver.NONE).plan();
  }

  public static Desired desired(Resource... wanted) {
    return new Desired(
        Project.none(""),
        List.of(wanted),
        List.of(wanted).stream().map(Resource::address).collect(Collectors.toSet()),
        Set.of(),
        Set.of(),
        List.of(),
        new Sources(),
        1,
        "digest");
  }
}
