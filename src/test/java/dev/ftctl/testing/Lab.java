package dev.ftctl.testing;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Executor;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.diff.Diff;
import dev.ftctl.diff.DiffOptions;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountOptions;
import dev.ftctl.fivetran.Credentials;
import dev.ftctl.kind.Intent;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Project;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Sources;
import dev.ftctl.plan.Guards;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.Planner;
import dev.ftctl.sandbox.RequestRecord;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The walk over a simulator of its own, for resources written in a test.
public final class Lab implements AutoCloseable {

  private final Sandbox sandbox;
  private Guards guards = Guards.USUAL;
  private Intent intent = Intent.PLAIN;

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
    guards =
        new Guards(
            Stream.of(risks).flatMap(risk -> Allowance.parse(risk).stream()).toList(),
            guards.limits(),
            Protection.NONE);
    return this;
  }

  public Lab intending(Intent newIntent) {
    intent = newIntent;
    return this;
  }

  public Plan plan(Resource... wanted) {
    return plan(account(false), wanted);
  }

  /// Plans and applies.
  public Outcomes apply(Resource... wanted) {
    Account account = account(true);
    return Executor.run(plan(account, wanted), Wanted.KINDS, account, 4, ApplyObserver.NONE);
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

  public Account account(boolean allowsWrites) {
    return Account.open(
        new AccountOptions(
            sandbox.url(),
            new Credentials(sandbox.apiKey(), sandbox.apiSecret()),
            allowsWrites,
            4,
            Duration.ofSeconds(20),
            new Redaction(),
            line -> {}));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private Plan plan(Account account, Resource... wanted) {
    Desired desired = desired(wanted);
    Snapshot live =
        Snapshot.take(account, Wanted.KINDS, desired.scope(Set.of()), ReadingObserver.NONE);
    Diff diff = Diff.between(desired, live, Wanted.KINDS, new DiffOptions(intent, false));
    var header = new Plan.Header("sandbox", account.info().id(), "", 1, wanted.length, "digest");
    return Planner.order(diff, guards, header, Wanted.KINDS);
  }

  public static Desired desired(Resource... wanted) {
    return new Desired(
        Project.none(""),
        List.of(wanted),
        List.of(wanted).stream().map(Resource::address).collect(Collectors.toSet()),
        List.of(),
        new Sources(),
        1,
        "digest");
  }
}
