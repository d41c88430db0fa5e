package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.PartOf.Owner.Working;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// How far a connection is on its way from created to syncing, and what that means for the plan.
record Activation(Resource wanted, Live live, Optional<ServiceFacts> facts, Intent intent) {

  static final FieldPath PAUSED = FieldPath.of("paused");

  /// The findings with what the setup state adds: whatever is not connected is told, with what it
  /// waits for. A connection that is incomplete and never synced has its setup tests run by apply,
  /// without being a change: a run may have ended before them. So has one that is to be un-paused,
  /// before it is given up. Where only a person can go on, being un-paused is no change either: the
  /// tests decide whether apply does that.
  Findings judged(Findings findings) {
    Findings judged =
        SchemaNames.told(
            findings.withFields(noted(findings.fields())), wanted.spec(), live.fields());
    if (isConnected(live.fields())) {
      return judged;
    }
    if (isByHand(wanted, live)) {
      return left(judged).leavingOpen("waiting for a person: " + Standing.byHand(live, wanted));
    }
    boolean tests = intent.setupTests() != Intent.SetupTests.NEVER;
    if (waitsForPerson(wanted.spec(), facts)) {
      Findings waiting =
          left(judged).leavingOpen("waiting for a person: " + Standing.authorisation(wanted));
      return tests && isIncomplete() ? waiting.followedUp() : waiting;
    }
    boolean isTried = judged.fields().stream().anyMatch(Activation::isUnpausing);
    Findings told = judged.leavingOpen(Standing.of(live));
    return tests && (isIncomplete() || isTried)
        ? told.noting("apply runs its setup tests").followedUp()
        : told;
  }

  /// Whether a creation that was to end un-paused has not come so far, as one that was killed: no
  /// sync ever ended. From then on being paused is left to others, and a pause never is what is
  /// missing.
  static boolean isToBeFinished(Resource wanted, Live live) {
    boolean hasRun =
        !live.fields().get("succeeded_at").isBlank() || !live.fields().get("failed_at").isBlank();
    return !hasRun
        && wanted.spec().get("paused") instanceof Value.Bool paused
        && !paused.flag()
        && wanted.metadata().initial().contains("paused");
  }

  private static Findings left(Findings findings) {
    return findings.withFields(findings.fields().stream().filter(it -> !isUnpausing(it)).toList());
  }

  /// Whether a person has still to enter the credentials; until then no setup test tells anything.
  static boolean isByHand(Resource wanted, Live live) {
    return wanted.metadata().isSetUpByHand() && !isConnected(live.fields());
  }

  private boolean isIncomplete() {
    return live.fields().get("succeeded_at").isBlank()
        && live.fields().mapping("status").text("setup_state").equals("incomplete");
  }

  /// Whether a connection is to run and does not.
  static boolean unpauses(Resource wanted, Live live) {
    return wanted.spec().get("paused") instanceof Value.Bool paused
        && !paused.flag()
        && live.fields().get("paused") instanceof Value.Bool now
        && now.flag();
  }

  static boolean runs(Live live) {
    return live.fields().get("paused").equals(Value.bool(false));
  }

  /// What a connection does once a change of it is carried out.
  static Working after(Change change, Live live) {
    if (runs(live)) {
      return isPausing(change.findings()) ? Working.RESTS : Working.RUNS;
    }
    boolean starts =
        change.findings().fields().stream().anyMatch(Activation::isUnpausing)
            || change.findings().followUp()
                && change instanceof Change.OfDocument document
                && unpauses(document.wanted(), live);
    if (!starts) {
      return Working.RESTS;
    }
    return live.fields().get("succeeded_at").isBlank() ? Working.BEGINS : Working.RESUMES;
  }

  private static boolean isPausing(Findings findings) {
    return findings.fields().stream()
        .anyMatch(field -> field.path().equals(PAUSED) && !isUnpausing(field));
  }

  private List<FieldChange> noted(List<FieldChange> fields) {
    boolean tests = intent.setupTests() != Intent.SetupTests.NEVER && !isByHand(wanted, live);
    var notKept = new NotKept(ConnectorTable.CONFIG, wanted, live.fields(), facts, intent);
    return notKept.noted(fields).stream()
        .map(field ->
            tests && runsSetupTests(field) && field.effect() != FieldChange.Effect.SECRET
                ? field.noting("setup tests will run")
                : field)
        .toList();
  }

  /// Whether a field has to do with reaching the source.
  static boolean runsSetupTests(FieldChange field) {
    String first = field.path().segments().getFirst();
    return field.effect() != FieldChange.Effect.REPLACE
        && !NotKept.is(field)
        && (first.equals(ConnectorTable.CONFIG)
            || first.equals("auth")
            || first.equals("networking_method")
            || first.equals("proxy_agent_id")
            || first.equals("private_link_id")
            || first.equals("hybrid_deployment_agent_id"));
  }

  static boolean isUnpausing(FieldChange field) {
    return field.path().equals(PAUSED)
        && field.after() instanceof Value.Bool paused
        && !paused.flag();
  }

  static boolean isConnected(Value.Mapping details) {
    return details.mapping("status").text("setup_state").equalsIgnoreCase("connected");
  }

  /// Whether only a person can authorise the connection: its service takes an authorisation that
  /// the manifest does not hold.
  static boolean waitsForPerson(Value.Mapping spec, Optional<ServiceFacts> facts) {
    if (facts.isEmpty() || !spec.mapping("auth").isBlank()) {
      return false;
    }
    boolean hasOwnLogin =
        facts.get().config().values().stream()
            .anyMatch(field ->
                field.secret() && !spec.mapping(ConnectorTable.CONFIG).get(field.name()).isBlank());
    boolean takesLogin =
        facts.get().config().values().stream()
            .anyMatch(field -> field.secret() && !field.readOnly());
    return !hasOwnLogin && (!facts.get().auth().isEmpty() || !takesLogin);
  }
}
