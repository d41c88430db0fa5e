package dev.ftctl.kind.plain;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a plan says of secrets that are told once and have to be made anew, or that an earlier run
/// did not get to their sink, and the step that does it.
public final class ToldSecrets {

  private ToldSecrets() {}

  /// Whether an earlier run was told it, so that it only has to be handed on.
  public static boolean isKept(Address address, Live live, Intent intent) {
    return intent.handouts().left(address, live.id()).state() == Handouts.State.KEPT;
  }

  /// Whether a change makes something be told.
  public static boolean tells(Change change) {
    return switch (change) {
      case Change.Create create -> true;
      case Change.Replace replace -> true;
      case Change.Update update ->
          update.findings().fields().stream()
              .anyMatch(field -> field.path().equals(HandsOutOnce.SECRETS));
      case Change.Keep keep -> false;
      case Change.Gone gone -> false;
      case Change.Delete delete -> false;
    };
  }

  private static Findings renewed(
      Findings findings, Resource wanted, Live live, String why, HandsOutOnce facet) {
    String users = facet.users(live);
    var change =
        new FieldChange(
            HandsOutOnce.SECRETS,
            Value.ABSENT,
            Value.text(why),
            "",
            "made anew",
            FieldChange.Effect.SET,
            why);
    return findings
        .plusField(change)
        .risking(
            RiskFinding.named(
                Risk.REVOKE, facet.ending(wanted) + (users.isEmpty() ? "" : "; " + users)));
  }

  /// The findings with what is asked, or left to do; where nobody says to whom, they tell how.
  public static Findings found(
      Findings findings, Resource wanted, Live live, Intent intent, HandsOutOnce facet) {
    Address address = wanted.address();
    Optional<Expiry> expiry = Expiry.of(live, intent.now(), facet);
    String why = why(wanted, intent, expiry);
    if (!why.isEmpty()) {
      return renewed(findings, wanted, live, why, facet);
    }
    Findings left = left(findings, wanted, live, intent, facet);
    boolean isEndless =
        wanted.metadata().rotateBefore().isPositive()
            && !intent.now().equals(Instant.EPOCH)
            && expiry.isEmpty();
    return isEndless
        ? endless(left, address, live.fields().text(facet.expiry()))
        : expiring(left, address, expiry);
  }

  /// A document that counts on a time which nobody knows.
  private static Findings endless(Findings findings, Address address, String end) {
    String why =
        end.isEmpty()
            ? "Fivetran tells no end of its secret"
            : "Fivetran tells '" + end + "' as the end of its secret, which is no time";
    return findings.leavingOpen(
        why
            + ", so that `rotate_before` makes none anew: --rotate-secrets="
            + address
            + " does, and what is made then ends as the manifest says");
  }

  private static String why(Resource wanted, Intent intent, Optional<Expiry> expiry) {
    String asked = intent.renewal().apply(wanted.address());
    Duration before = wanted.metadata().rotateBefore();
    return !asked.isEmpty() || !before.isPositive()
        ? asked
        : expiry.filter(it -> it.isWithin(before)).map(it -> it.due(before)).orElse("");
  }

  private static Findings expiring(Findings findings, Address address, Optional<Expiry> expiry) {
    return expiry
        .filter(Expiry::isSoon)
        .map(soon ->
            findings.leavingOpen(
                "what Fivetran told of it "
                    + soon.told()
                    + ": --rotate-secrets="
                    + address
                    + " has new ones made, and `metadata.rotate_before` does so in time"))
        .orElse(findings);
  }

  private static Findings left(
      Findings findings, Resource wanted, Live live, Intent intent, HandsOutOnce facet) {
    Address address = wanted.address();
    Handouts.Left left = intent.handouts().left(address, live.id());
    boolean isSaid = intent.handouts().isSaidFor(address);
    String how =
        isSaid ? "" : ": name a sink in `metadata.handout`, or give --handout " + address + "=FILE";
    return switch (left.state()) {
      case NOTHING -> findings;
      case KEPT ->
          left(
              findings,
              "its secrets wait in " + left.where() + (isSaid ? ": apply hands them on" : how),
              isSaid);
      case BROKEN_OFF ->
          left(
              findings,
              "an earlier run ended before its new secrets were kept"
                  + (isSaid ? ": apply has others made" : how),
              isSaid);
      case LOST ->
          facet.isInUse(live)
              ? findings.noting(
                  "an earlier run left "
                      + left.where()
                      + " without its secrets, but somebody uses them: remove that file; where they"
                      + " stopped working, give --rotate-secrets="
                      + address
                      + " as well")
              : left(
                  findings,
                  "an earlier run ended before its secrets were kept"
                      + (isSaid ? ": apply has new ones made" : how),
                  isSaid);
    };
  }

  private static Findings left(Findings findings, String note, boolean isSaid) {
    return isSaid ? findings.followedUp().leavingOpen(note) : findings.leavingOpen(note);
  }

  /// One step, also for what is only left to do.
  public static List<Step> steps(Change change) {
    boolean isLeft = change instanceof Change.Keep && change.findings().followUp();
    return isLeft
        ? List.of(new Step(change, StepName.UPDATE, false).sending(Step.plain(change)))
        : switch (change.action()) {
          case NONE -> List.of();
          case CREATE, UPDATE, REPLACE, DELETE, MOVE ->
              List.of(
                  new Step(change, StepName.of(change.action()), false)
                      .sending(Step.plain(change)));
        };
  }
}
