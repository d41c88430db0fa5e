package dev.ftctl.cli;

import dev.ftctl.ExitCode;
import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Executor;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.diff.Base;
import dev.ftctl.diff.Diff;
import dev.ftctl.diff.DiffOptions;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.ReadRequest;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Scope;
import dev.ftctl.plan.Guards;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.Planner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The straight walk from manifests to outcomes: files → desired, API → snapshot, both → diff →
/// plan → outcomes.
final class Walk {

  private final Run run;
  private final CommonFlags common;
  private final KindList kinds;
  private final ManifestFlags manifests;
  private final PlanFlags flags;
  private Optional<Base> base = Optional.empty();

  Walk(Run run, CommonFlags common, ManifestFlags manifests, PlanFlags flags) {
    this.run = run;
    this.common = common;
    this.kinds = run.kinds().get();
    this.manifests = manifests;
    this.flags = flags;
  }

  /// Offline: no request is sent.
  ///
  /// @param now the moment of the run
  Desired read(Instant now) {
    flags.check(manifests);
    ReadRequest request = manifests.request(run, now).forAccount();
    Desired desired = Manifests.read(request, kinds);
    flags.check(desired);
    if (flags.hasBase()) {
      base = Optional.of(new EarlierManifests(run, kinds).read(flags.base, request, desired));
    }
    return desired;
  }

  Plan plan(Desired desired, Account account) {
    return plan(desired, account, flags.diffOptions(base));
  }

  /// The look back after apply.
  Plan planAgain(Desired desired, Account account) {
    return plan(desired, account, flags.afterwards());
  }

  private Plan plan(Desired desired, Account account, DiffOptions options) {
    Plan.Header header = header(desired, pinned(desired, account.info()));
    List<Resource> dropped = options.base().map(Base::dropped).orElse(List.of());
    Snapshot live = snapshot(desired.scope(Set.of()).yielding(dropped), account);
    Diff diff = Diff.between(desired, live, kinds, options);
    Guards guards =
        flags
            .guards(desired.project())
            .protecting(options.base().map(Base::protectedAddresses).orElse(List.of()));
    return whole(desired, Planner.order(diff, guards, header, kinds));
  }

  private Snapshot snapshot(Scope scope, Account account) {
    try (ReadingProgress progress = ReadingProgress.of(run, common)) {
      return Snapshot.take(account, kinds, scope, progress);
    }
  }

  /// A narrowed run can't tell what no manifest describes from what it was not asked about.
  private static Plan whole(Desired desired, Plan plan) {
    boolean isNarrowed = desired.planned().size() < desired.resources().size();
    return isNarrowed ? plan.withoutUnmanaged() : plan;
  }

  /// A signal makes it begin no further step.
  Outcomes apply(Plan plan, Account account, int parallelism, ApplyObserver observer) {
    Executor executor = Executor.of(plan, kinds, account, parallelism, observer);
    run.stop().guard(executor::stop);
    return executor.run();
  }

  static AccountInfo pinned(Desired desired, AccountInfo info) {
    String pin = desired.project().account();
    if (!pin.isEmpty() && !pin.equals(info.id())) {
      throw new RefusedException(
          ExitCode.BLOCKED,
          desired.project().file()
              + " is pinned to account "
              + pin
              + ", and the credentials belong to account "
              + info.id(),
          "Use the credentials of " + pin + ", or change `account:`.");
    }
    return info;
  }

  private static Plan.Header header(Desired desired, AccountInfo info) {
    String name = info.name().isEmpty() ? info.id() : info.name();
    return new Plan.Header(
        name,
        info.id(),
        desired.project().environment().name(),
        desired.files(),
        desired.planned().size(),
        desired.digest());
  }
}
