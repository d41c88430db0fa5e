package dev.ftctl.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Configured;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Digest;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a plan file holds so that exactly this plan is applied or refused: for whom it was made,
/// the command line that made it, and a digest of every change and of what it touches. It holds
/// neither a secret's text nor an id that must still be made: apply makes the plan anew and
/// compares.
///
/// @param version of the ftctl that made it
/// @param accountId of the account it was made for
/// @param environment empty for none
/// @param manifestsDigest of everything read
/// @param arguments of the `plan` command that made it, without `-o`
/// @param changes digest by address, in the plan's order, of what changes
public record SavedPlan(
    String version,
    String accountId,
    String environment,
    String manifestsDigest,
    List<String> arguments,
    SequencedMap<String, String> changes) {

  public static SavedPlan of(Plan plan, KindList kinds, List<String> arguments, String version) {
    return new SavedPlan(
        version,
        plan.header().accountId(),
        plan.header().environment(),
        plan.header().digest(),
        List.copyOf(arguments),
        digests(plan, kinds));
  }

  /// One digest of all that the plan would do, by which a journal tells plans apart.
  public static String digest(Plan plan, KindList kinds) {
    var digest = new Digest().with(plan.header().accountId()).with(plan.header().digest());
    digests(plan, kinds).forEach((address, change) -> digest.with(address).with(change));
    return digest.hex();
  }

  /// What differs between this plan and one made just now; empty when it may be applied. Changes
  /// that only the fresh plan has concern objects that this plan does not touch, and do not count.
  public List<String> differences(Plan fresh, KindList kinds, String nowVersion) {
    var differences = new ArrayList<String>();
    compare("ftctl's major version", major(version), major(nowVersion), differences);
    compare("account", accountId, fresh.header().accountId(), differences);
    compare("environment", environment, fresh.header().environment(), differences);
    if (!manifestsDigest.equals(fresh.header().digest())) {
      differences.add("the manifests (or variables) are not those that the plan was made of");
    }
    Map<String, String> now = digests(fresh, kinds);
    changes.forEach((address, digest) -> {
      if (!digest.equals(now.get(address))) {
        differences.add(
            address
                + (now.containsKey(address)
                    ? " changed in the account" + orIts(address, kinds)
                    : " needs no change any more"));
      }
    });
    left(fresh)
        .forEach(address ->
            differences.add(
                address + " has to change before what the plan holds, and it does not hold that"));
    return differences;
  }

  private static String orIts(String address, KindList kinds) {
    return kinds
        .withSlug(address.substring(0, Math.max(0, address.indexOf('/'))))
        .filter(kind -> kind.definition().ofFile().isPresent())
        .map(kind -> ", or its file did")
        .orElse("");
  }

  /// What has to be made, or to be in place, before something that this plan does, and that this
  /// plan leaves out: a connection does not start without what protects its columns.
  private Set<String> left(Plan fresh) {
    Set<Address> made =
        fresh.changes().stream()
            .map(PlannedChange::change)
            .filter(change -> change instanceof Change.Create || change instanceof Change.Replace)
            .map(Change::address)
            .collect(Collectors.toSet());
    return fresh.waits().entrySet().stream()
        .filter(wait -> changes.containsKey(wait.getKey().address().toString()))
        .flatMap(wait ->
            wait.getValue().stream()
                .map(Step::address)
                .filter(before -> wait.getKey().isFinish() || made.contains(before)))
        .map(Address::toString)
        .filter(before -> !changes.containsKey(before))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What a plan made just now has otherwise than one made a while ago: nothing when both would do
  /// the same to the same.
  public static List<String> news(Plan then, Plan fresh, KindList kinds, String version) {
    SavedPlan before = of(then, kinds, List.of(), version);
    var news = new ArrayList<>(before.differences(fresh, kinds, version));
    digests(fresh, kinds).keySet().stream()
        .filter(address -> !before.changes().containsKey(address))
        .forEach(address -> news.add(address + " needs a change now"));
    return news;
  }

  /// The part of a fresh plan that this one is.
  public Plan within(Plan fresh) {
    return fresh.only(
        fresh.changes().stream()
            .filter(planned ->
                planned.isOnlySettling()
                    || changes.containsKey(planned.change().address().toString()))
            .map(planned -> planned.change().address())
            .collect(Collectors.toSet()));
  }

  private static void compare(String what, String then, String now, List<String> differences) {
    if (!then.equals(now)) {
      differences.add(what + " was '" + then + "' and is '" + now + "'");
    }
  }

  private static String major(String version) {
    return version.split("\\.", -1)[0];
  }

  /// Without what is only waited for, which comes and goes by itself.
  private static SequencedMap<String, String> digests(Plan plan, KindList kinds) {
    var digests = new LinkedHashMap<String, String>();
    for (PlannedChange planned : plan.changes()) {
      Change change = planned.change();
      boolean works = !planned.steps().isEmpty() && !planned.isOnlySettling();
      if (change.action() != Action.NONE || works || planned.isBlocked()) {
        digests.put(change.address().toString(), digest(change, kinds));
      }
    }
    return digests;
  }

  private static String digest(Change change, KindList kinds) {
    var digest = new Digest().with(change.action().word()).with(change.address().toString());
    change.found().ifPresent(live -> with(live, kinds, digest));
    for (FieldChange field : change.findings().fields()) {
      digest
          .with(field.path().jsonPointer())
          .with(field.effect().name())
          .with(field.from())
          .with(field.to())
          // What prints as its source may say something else by now.
          .with(field.after());
    }
    return digest.hex();
  }

  /// The object that a change touches, by its id and whatever somebody set in it.
  private static void with(Live live, KindList kinds, Digest digest) {
    FieldTable table = kinds.ofSlug(live.kind()).definition().fields(live.fields());
    digest.with(live.id().value()).with(Configured.of(table, live.fields()));
  }
}
