package dev.ftctl.kinds.destination;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.attached.ExternalSecrets;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.Readdressed;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.kind.pairing.Pairing;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A destination is its group: one each, of the same id (fivetran-quirks 2.3).
public final class DestinationDefinition implements KindDefinition, Facets.Exported {

  /// PATCH merges `config` at its top level (fivetran-quirks 2.3).
  static final Set<String> MERGED = Set.of(DestinationFields.CONFIG);

  private static final BehindLink BEHIND_LINK = new BehindLink();
  private static final String INCOMPLETE = "incomplete";
  private static final String CONNECTED = "connected";

  /// What a person has to do before anything else.
  static final String ENTER = "enter its credentials in Fivetran (" + SetupTesting.BY_HAND + ")";

  private final DestinationFields fields;

  private DestinationDefinition(DestinationFields fields) {
    this.fields = fields;
  }

  /// Destinations.
  public static Kind kind(Catalog catalog) {
    var definition = new DestinationDefinition(new DestinationFields(catalog));
    return new Kind(
        definition,
        account -> new DestinationReader(AccountCollection.of(account, "destinations")),
        account ->
            new DestinationWriter(
                account.api(DestinationsApi.class),
                account.api(CertificatesApi.class),
                definition));
  }

  @Override
  public String name() {
    return "Destination";
  }

  @Override
  public String slug() {
    return "destination";
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return fields.of(spec.text("service"));
  }

  @Override
  public SortedSet<String> services() {
    return fields.services();
  }

  @Override
  public List<String> lead() {
    return List.of("service");
  }

  @Override
  public List<String> overview() {
    return List.of("service", "region", "setup_status");
  }

  @Override
  public boolean isSetUp() {
    return true;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    var problems = new ArrayList<>(Renames.refused(wanted, "a destination can't leave its group"));
    problems.addAll(TrustedKeys.check(wanted));
    problems.addAll(
        ExternalSecrets.check(
            wanted, fields.facts(wanted.spec()), fields::servicesWithExternalSecrets));
    problems.addAll(
        Pairing.check(
            Networks.rules(fields.hasTunnel(wanted.spec().text("service"))),
            wanted.spec(),
            "destination " + wanted.metadata().name()));
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return wanted.spec().get("group") instanceof Value.Reference group
        ? ids.find(group.target()).map(RemoteId::value)
        : Optional.empty();
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Networks.leavingTunnel(Initial.left(wanted), live.fields());
    String rotation = intent.rotation().apply(wanted.address());
    Findings findings =
        Comparison.between(fields(spec), spec, live.fields(), ids, MERGED, rotation)
            .findings(wanted.address());
    var notKept =
        new NotKept(
            DestinationFields.CONFIG, wanted, live.fields(), fields.facts(wanted.spec()), intent);
    return tested(findings.withFields(notKept.noted(findings.fields())), wanted, live, intent);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(fields(wanted.spec()), wanted, "service", "time_zone_offset");
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return Stream.concat(
            ids.nameOf("group", live.id().value()).stream(), Attachment.in(live.fields(), ids))
        .toList();
  }

  /// An unmanaged destination goes by the name of its group.
  @Override
  public Address liveAddress(Live live, Ids ids) {
    String name = ids.nameOf("group", live.id().value()).map(Address::name).orElse(live.label());
    return Address.of(slug(), name);
  }

  @Override
  public Optional<Readdressed> readdressed() {
    return Optional.of(BEHIND_LINK);
  }

  @Override
  public Optional<Outputs> outputs() {
    return Optional.of(BEHIND_LINK);
  }

  @Override
  public Optional<Downstream> downstream() {
    return Optional.of(new DestinationDownstream());
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping sent(Live live, boolean isWhole) {
    return Networks.consistent(live.fields());
  }

  @Override
  public Value.Mapping defaults(Value.Mapping live) {
    Map<String, Value> config = new LinkedHashMap<>();
    Catalog.statedDefaults(live.text("service"))
        .forEach((field, text) -> config.put(field, Value.text(text)));
    return Value.Mapping.of(
        Map.of(
            "daylight_saving_time_enabled",
            Value.bool(false),
            "networking_method",
            Value.text("Directly"),
            DestinationFields.CONFIG,
            Value.Mapping.of(config)));
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    if (change.action() != Action.NONE) {
      Calls calls = Step.plain(change).withSetupTests(runsTests(change, intent) ? 1 : 0);
      return List.of(new Step(change, StepName.of(change.action()), false).sending(calls));
    }
    return change.findings().followUp()
        ? List.of(
            new Step(change, StepName.TEST, false).sending(Calls.requests(1).withSetupTests(1)))
        : List.of();
  }

  private static boolean runsTests(Change change, Intent intent) {
    return switch (change) {
      case Change.Create create -> isTestedFirst(create.wanted(), intent);
      case Change.Replace replace -> isTestedFirst(replace.wanted(), intent);
      case Change.Update update ->
          asksForTests(update.findings().fields(), intent)
              && !isByHand(update.wanted(), update.live());
      case Change.Delete delete -> false;
      case Change.Keep keep -> false;
      case Change.Gone gone -> false;
    };
  }

  /// Whether a creation runs setup tests.
  static boolean isTestedFirst(Resource wanted, Intent intent) {
    return intent.setupTests() != Intent.SetupTests.NEVER && !wanted.metadata().isSetUpByHand();
  }

  /// Whether the changes ask for setup tests: whatever is used to log in must be seen to work.
  static boolean asksForTests(List<FieldChange> changes, Intent intent) {
    return switch (intent.setupTests()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> changes.stream().anyMatch(DestinationDefinition::touchesConfig);
    };
  }

  private static boolean touchesConfig(FieldChange change) {
    return change.path().segments().getFirst().equals(DestinationFields.CONFIG)
        && !NotKept.is(change);
  }

  /// Whether a person has still to enter the credentials.
  static boolean isByHand(Resource wanted, Live live) {
    return wanted.metadata().isSetUpByHand() && !status(live).equals(CONNECTED);
  }

  private static String status(Live live) {
    return live.fields().text("setup_status").toLowerCase(Locale.ROOT);
  }

  private static Findings tested(Findings findings, Resource wanted, Live live, Intent intent) {
    if (isByHand(wanted, live)) {
      return findings.leavingOpen("waiting for a person: " + ENTER);
    }
    if (findings.hasChanges()) {
      return asksForTests(findings.fields(), intent)
          ? findings.withFields(findings.fields().stream().map(it -> noted(it)).toList())
          : findings;
    }
    boolean isIncomplete = status(live).equals(INCOMPLETE);
    boolean isTold = !status(live).isEmpty() && !status(live).equals(CONNECTED);
    Findings told =
        isTold ? findings.leavingOpen(status(live) + ": its setup tests do not pass") : findings;
    return switch (intent.setupTests()) {
      case NEVER -> told;
      case ALWAYS -> told.followedUp().noting("apply runs the setup tests");
      case AUTO ->
          isIncomplete
              ? findings.followedUp().leavingOpen("setup is incomplete: apply runs the setup tests")
              : told;
    };
  }

  private static FieldChange noted(FieldChange change) {
    return touchesConfig(change) ? change.noting("setup tests will run") : change;
  }
}
