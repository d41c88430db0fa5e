package dev.ftctl.walk;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Executor;
import dev.ftctl.apply.Freshness;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Pace;
import dev.ftctl.diff.Base;
import dev.ftctl.diff.Diff;
import dev.ftctl.diff.DiffOptions;
import dev.ftctl.diff.Vetting;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Reach;
import dev.ftctl.live.ReadScope;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.ChangedDocuments;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.plan.Part;
import dev.ftctl.plan.PatternCheck;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.Planner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The straight walk: files → desired, API → snapshot, both → diff → plan → outcomes. It keeps
/// nothing between two calls, so that one can plan for several requests and accounts.
public record Walk(KindList kinds) {

  /// From manifests to a plan. Everything is read, and nothing is changed.
  ///
  /// @param accounts opens the account, once the manifests say whose it is
  /// @param observer sees the reading of the account
  /// @throws dev.ftctl.model.problem.ManifestException with every problem of the manifests at once,
  ///   or with the names that look misspelt and that the account's metadata lacks too
  /// @throws dev.ftctl.model.problem.ApiException when the account can't be read
  /// @throws RefusedException when the request does not fit the manifests, its base revision, or
  ///   the account
  public Planned plan(PlanRequest request, AccountSource accounts, ReadingObserver observer) {
    // Every problem of every file at once, or the resources wanted; with a base, those of then too.
    long begun = System.nanoTime();
    Desired desired = request.source().read(kinds, new AccountSource.Beside(kinds, accounts));
    request.requireSense(desired);
    Optional<Base> base = request.source().base(desired, kinds);
    Account account = Pin.checked(desired.project(), accounts.open(desired));
    // What the catalogue lacks may be known to Fivetran, or misspelt.
    var named = new ArrayList<>(new TypeCheck(kinds, desired, account).settled(request.types()));
    // Lists first, details only where what is wanted asks for them.
    List<Resource> dropped = base.map(Base::dropped).orElse(List.of());
    ReadScope scope =
        ReadScope.of(desired.planned())
            .dropping(dropped)
            .reaching(request.reach())
            .lightly(desired.needed())
            .wide(request.isWide())
            .lookingUp(request.lookups(desired.project()));
    Snapshot first = Snapshot.takeSince(begun, account, kinds, scope, observer);
    DiffOptions options = request.diffOptions(desired, base, account.info().id());
    Diff compared = Diff.between(desired, first, kinds, options);
    // What is made anew may have others on it that no document is of.
    Optional<Snapshot> wider = first.withAbove(compared.replacedKinds(), account, kinds, observer);
    Snapshot live = wider.orElse(first);
    // From here to the plan nothing is read any more, but what changes are checked by.
    Diff diff = wider.isEmpty() ? compared : Diff.between(desired, live, kinds, options);
    named.addAll(
        new Vetting(kinds, desired, live)
            .warnings(diff, (facet, changes, known) -> facet.wrong(changes, known, account)));
    Plan.Header header = header(desired, account.info());
    Plan plan =
        Planner.order(diff, request.guards(desired.project(), base), header, kinds)
            .unlooked(live.unread().unlisted());
    List<Problem> uncovered = uncovered(request, desired, base, plan.ids());
    Plan all = base.filter(Base::isUnread).map(then -> unread(then, plan)).orElse(plan);
    Plan told = desired.changed().map(since -> compared(since, base, all)).orElse(all);
    return new Planned(request, desired, account, whole(desired, told), named, uncovered);
  }

  /// Carries a plan out: the graph of its steps, on virtual threads, bounded.
  ///
  /// @param account that allows writes
  /// @param observer sees every step and every write
  /// @param freshness asked before each step
  /// @param onStop is given what makes it begin no further step
  public Outcomes apply(
      Plan plan,
      Account account,
      Pace pace,
      ApplyObserver observer,
      Freshness freshness,
      Consumer<Runnable> onStop) {
    Executor executor = Executor.of(plan, kinds, account, pace, observer, freshness);
    onStop.accept(executor::stop);
    return executor.run();
  }

  /// The look back after apply: what was written is read again, with what stands on it. It says
  /// nothing of the rest of the account, which only a plan can tell.
  public ReadBack readBack(Planned before, Outcomes outcomes, ReadingObserver observer) {
    if (!outcomes.hasWrites()) {
      return ReadBack.NONE;
    }
    Reach reach = ReadBack.reach(before.plan(), before.desired().planned(), outcomes, kinds);
    PlanRequest request = before.request().afterwards(before.desired(), reach);
    Plan now = plan(request, desired -> before.account(), observer).plan();
    return ReadBack.of(before.plan(), now, outcomes, kinds);
  }

  /// The same plan, made anew: what changed while somebody made up his mind is seen in it.
  public Planned anew(Planned before, ReadingObserver observer) {
    return plan(before.request(), desired -> before.account(), observer);
  }

  /// The same plan, looking in detail only at some of it.
  public Planned anew(Planned before, Reach reach, ReadingObserver observer) {
    return plan(before.request().reaching(reach), desired -> before.account(), observer);
  }

  /// How the account is, for a verb on what manifests describe: the walk's reading alone.
  ///
  /// @throws RefusedException when the project is pinned to another account
  public Snapshot look(Desired desired, Account account, ReadingObserver observer) {
    ReadScope scope = ReadScope.of(desired.planned()).lookingUp(0);
    return Snapshot.take(Pin.checked(desired.project(), account), kinds, scope, observer)
        .requireListed(desired.planned());
  }

  /// With what can't be read of the base, each place for itself.
  private static Plan unread(Base base, Plan plan) {
    String subject = "--base " + base.revision();
    Plan told =
        plan.noticing(
            Problem.warning(
                SourceLocation.NONE,
                "base-unread",
                subject,
                "can't be read, so nothing is deleted by it, and what it protected is not known",
                "name a revision that can be read, or write `absent: true` for what shall go"));
    for (String why : base.unread()) {
      told = told.noticing(Problem.warning(SourceLocation.NONE, "base-unread", subject, why, ""));
    }
    return told;
  }

  /// With what could not be compared, and what is described no more and stays.
  private static Plan compared(ChangedDocuments changed, Optional<Base> base, Plan plan) {
    Plan told = plan;
    for (Problem warning : changed.warnings()) {
      told = told.noticing(warning);
    }
    return base.isEmpty() && !changed.gone().isEmpty() ? told.noticing(changed.stays()) : told;
  }

  /// A narrowed run can't tell what no manifest describes from what it was not asked about.
  private static Plan whole(Desired desired, Plan plan) {
    return desired.isNarrowed() ? plan.withoutUnmanaged() : plan;
  }

  /// Judged by what the plan was made of. In a project with environments every document may have
  /// other instances there.
  static Set<Address> elsewhere(Desired desired) {
    Set<Address> documents = new HashSet<>(desired.elsewhere());
    if (!desired.project().environment().all().isEmpty()) {
      desired.outlined().forEach(resource -> documents.add(resource.address().inGroup("")));
    }
    return documents;
  }

  private static List<Problem> uncovered(
      PlanRequest request, Desired desired, Optional<Base> base, Ids ids) {
    Set<Address> known = new HashSet<>(ids.all().keySet());
    desired.outlined().forEach(resource -> known.add(resource.address()));
    base.ifPresent(before -> known.addAll(before.described()));
    var patterns = new ArrayList<>(request.patterns());
    // A narrowed run did not read all that the project file may mean.
    if (!desired.isNarrowed()) {
      patterns.addAll(desired.project().patterns());
    }
    return new PatternCheck(known, elsewhere(desired)).uncovered(patterns);
  }

  private static Part part(Desired desired) {
    return desired
        .changed()
        .map(
            changed -> Part.changedSince(changed.revision(), changed.commit(), changed.documents()))
        .orElse(desired.isNarrowed() ? Part.NARROWED : Part.WHOLE);
  }

  static Plan.Header header(Desired desired, AccountInfo info) {
    String name = info.name().isEmpty() ? info.id() : info.name();
    return new Plan.Header(
        name,
        info.id(),
        desired.project().environment().name(),
        desired.files(),
        desired.planned().size(),
        part(desired),
        desired.digest());
  }
}
