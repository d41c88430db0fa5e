package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.diff.Diff;
import dev.ftctl.diff.DiffOptions;
import dev.ftctl.diff.EarlierFindings;
import dev.ftctl.drift.CodeOwners;
import dev.ftctl.drift.Owners;
import dev.ftctl.drift.Survey;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.ReadScope;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.PatternCheck;
import dev.ftctl.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The walk as far as the comparison, with a look at what no manifest describes: from manifests to
/// everything in which the account differs. Nothing is changed.
public record DriftWalk(KindList kinds) {

  /// What was found.
  ///
  /// @param named what is to be told of names that the catalogue lacks
  /// @param uncovered patterns of the project file that cover nothing
  /// @param base what the manifests were compared with; empty for nothing
  /// @param unreadBase why that could not be done
  /// @param ids of the account
  /// @param again the same comparison of the same account with other manifests of the same objects
  public record Drifted(
      Desired desired,
      Plan.Header header,
      Survey survey,
      List<Problem> named,
      List<Problem> uncovered,
      String base,
      List<String> unreadBase,
      Ids ids,
      Function<Desired, Survey> again) {}

  /// @param source of the manifests, with the revision to compare them with
  /// @throws dev.ftctl.model.problem.ManifestException when they are wrong
  /// @throws dev.ftctl.model.problem.ApiException when the account can't be read
  /// @throws dev.ftctl.model.RefusedException when the base or the account does not fit
  public Drifted look(
      DesiredSource.Files source, AccountSource accounts, ReadingObserver observer) {
    Desired desired = source.read(kinds);
    PlanRequest.of(source.reading()).requireSense(desired);
    Optional<Earlier> earlier = source.earlier(desired, kinds);
    Optional<Base> base =
        earlier.filter(then -> !desired.isNarrowed()).map(then -> then.base(desired, kinds));
    Account account = Pin.checked(desired.project(), accounts.open(desired));
    List<Problem> named = new TypeCheck(kinds, desired, account).settled(LiveTypes.UNKNOWN);
    Snapshot live = Snapshot.take(account, kinds, scope(desired, base), observer);
    Diff diff = Diff.between(desired, live, kinds, DiffOptions.look(base));
    Optional<EarlierFindings> then =
        earlier
            .flatMap(Earlier::desired)
            .map(before -> EarlierFindings.of(before, desired, diff, live, kinds));
    Survey survey =
        Survey.of(diff, live, desired, then, kinds, CodeOwners.in(source.reading().tree()));
    return new Drifted(
        desired,
        Walk.header(desired, account.info()),
        survey,
        named,
        uncovered(desired, base, diff.ids()),
        earlier.map(Earlier::revision).orElse(""),
        earlier.map(Earlier::unread).orElse(List.of()),
        diff.ids(),
        other -> again(other, live, base));
  }

  private Survey again(Desired other, Snapshot live, Optional<Base> base) {
    Diff diff = Diff.between(other, live, kinds, DiffOptions.look(base));
    return Survey.of(diff, live, other, Optional.empty(), kinds, Owners.NOBODY);
  }

  private ReadScope scope(Desired desired, Optional<Base> base) {
    int lookups = desired.project().limits().getOrDefault("column_reads", Intent.USUAL_LOOKUPS);
    ReadScope scope =
        ReadScope.of(desired.planned())
            .dropping(base.map(Base::dropped).orElse(List.of()))
            .lightly(desired.needed())
            .wide(!desired.isNarrowed())
            .lookingUp(lookups);
    List<String> parts =
        kinds.kinds().stream()
            .map(kind -> kind.definition())
            .filter(definition -> definition.partOf().isPresent())
            .map(KindDefinition::slug)
            .toList();
    for (String part : parts) {
      scope = scope.exploringOfDescribed(part, new Interest.Whole());
    }
    return scope;
  }

  private static List<Problem> uncovered(Desired desired, Optional<Base> base, Ids ids) {
    if (desired.isNarrowed()) {
      return List.of();
    }
    Set<Address> known = new HashSet<>(ids.all().keySet());
    desired.outlined().forEach(resource -> known.add(resource.address()));
    base.ifPresent(before -> known.addAll(before.described()));
    return new PatternCheck(known, Walk.elsewhere(desired)).uncovered(desired.project().patterns());
  }
}
