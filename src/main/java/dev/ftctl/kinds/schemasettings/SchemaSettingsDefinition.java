package dev.ftctl.kinds.schemasettings;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.choice;
import static dev.ftctl.kind.table.Field.instances;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.SettingBreaks;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.LiveElement;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What schema settings are: found by their connection, compared element by element.
public final class SchemaSettingsDefinition
    implements KindDefinition, PartOf, Facets.Exported, Facets.Downstream {

  private static final FieldTable FIELDS =
      FieldTable.of(
              instances("connector", "connection_id", "connector").required().identity().partOf(),
              choice(Settings.POLICY, "ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL"),
              choice("unlisted", "leave", "align").local(),
              bool(Settings.TYPE_LOCK),
              TreeLevel.SCHEMAS)
          .ownedBy("spec of SchemaSettings");

  /// Schema settings of connections.
  public static Kind kind() {
    var definition = new SchemaSettingsDefinition();
    return new Kind(
        definition,
        account -> new SchemaSettingsReader(account.api(SchemasApi.class)),
        account ->
            new SchemaSettingsWriter(
                account.api(SchemasApi.class), account.api(ConnectionsApi.class)));
  }

  @Override
  public String name() {
    return "SchemaSettings";
  }

  @Override
  public String slug() {
    return "schema-settings";
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  @Override
  public Optional<PartOf> partOf() {
    return Optional.of(this);
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  @Override
  public Optional<Downstream> downstream() {
    return Optional.of(this);
  }

  @Override
  public List<Break> breaks(Change change) {
    // Only what is there already can break.
    return change instanceof Change.Update update
        ? SettingBreaks.of(update.findings().fields(), update.live().fields())
        : List.of();
  }

  @Override
  public Value.Mapping sent(Live live, boolean isWhole) {
    return isWhole ? live.fields() : DecidedSettings.of(live.fields());
  }

  /// New destination types come as they are (fivetran-quirks 2.5).
  @Override
  public Value.Mapping defaults(Value.Mapping fields) {
    return Value.Mapping.EMPTY.with(Settings.TYPE_LOCK, Value.bool(false));
  }

  @Override
  public String owner() {
    return "connector";
  }

  @Override
  public List<String> lead() {
    return List.of("connector");
  }

  @Override
  public List<Problem> check(Resource wanted) {
    String subject = "schema-settings " + wanted.metadata().name();
    WishReading.Checked checked =
        WishReading.check(wanted.spec().get("schemas"), subject, wanted.metadata().unchecked());
    var problems = new ArrayList<>(checked.problems());
    problems.addAll(Renames.refused(wanted, "schema settings go where their connection goes"));
    // An answer tells of what is below something that is off, too.
    if (problems.stream().noneMatch(Problem::isError) && !checked.isAnswer()) {
      problems.addAll(IdleWishes.check(checked.wishes(), subject));
    }
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return wanted.spec().get("connector") instanceof Value.Reference connector
        ? ids.find(connector.target()).map(RemoteId::value)
        : Optional.empty();
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Findings findings = SchemaComparison.of(Settings.of(wanted), live.fields()).findings();
    return isReloaded(wanted, intent) ? findings.noting("reload asked").followedUp() : findings;
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return DeclaredSettings.of(Settings.of(wanted)).findings();
  }

  @Override
  public List<SourceElement> elements(Resource wanted, Value.Mapping live) {
    return DecidedElements.of(wanted, live);
  }

  @Override
  public List<LiveElement> found(Optional<Resource> wanted, Value.Mapping live) {
    return FoundElements.of(wanted.map(Settings::of).orElse(Settings.NONE), live);
  }

  @Override
  public boolean isOfOneElement(Problem problem) {
    return SchemaFindings.OF_ONE_ELEMENT.contains(problem.rule());
  }

  @Override
  public boolean dependsOnSource(Resource wanted) {
    return Settings.of(wanted).isProtective();
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return change.action() == Action.NONE && !change.findings().followUp()
            || change instanceof Change.Delete
        ? List.of()
        : List.of(
            new Step(change, StepName.of(change.action()), false).sending(sent(change, intent)));
  }

  /// Pre-creation, a look at the connection, a reload and a look at the result; or a patch and that
  /// look. What a reload surfaces may take more.
  private static Calls sent(Change change, Intent intent) {
    return switch (change) {
      case Change.Create create -> Calls.requests(4).with(CallSort.SOURCE_INTERACTION, 1);
      case Change.Replace replace -> Calls.requests(4).with(CallSort.SOURCE_INTERACTION, 1);
      case Change.Update update -> settled(update.wanted(), update.findings(), 2, intent);
      case Change.Keep keep -> settled(keep.wanted(), keep.findings(), 1, intent);
      case Change.Delete delete -> Calls.NONE;
      case Change.Gone gone -> Calls.NONE;
    };
  }

  private static Calls settled(Resource wanted, Findings findings, long requests, Intent intent) {
    if (isReloaded(wanted, intent)) {
      return Calls.requests(2).with(CallSort.SOURCE_INTERACTION, 1);
    }
    return findings.followUp()
        ? Calls.requests(requests + 2).with(CallSort.SOURCE_INTERACTION, 1)
        : Calls.requests(requests);
  }

  static boolean isReloaded(Resource wanted, Intent intent) {
    return wanted.spec().get("connector") instanceof Value.Reference connector
        && intent.reloads().test(connector.target());
  }
}
