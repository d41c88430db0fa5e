package dev.ftctl.kinds.transformation;

import static dev.ftctl.kind.table.Field.bool;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.OwnWords;
import dev.ftctl.kind.References;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.Vetted;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.Variants;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainReader;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A dbt transformation is its project and its name; a Quickstart its package and its set of
/// connections (fivetran-quirks 2.13). The API keeps neither unique.
public final class TransformationDefinition
    implements KindDefinition,
        Variants,
        Vetted,
        OwnWords,
        Moves,
        Namesakes,
        Lookalikes,
        Facets.Exported {

  static final String SLUG = "transformation";

  private static final FieldTable COMMON =
      FieldTable.of(TransformationType.choice(), bool("paused"), RunTimes.field())
          .ownedBy("spec of Transformation");

  /// Transformations.
  public static Kind kind() {
    var definition = new TransformationDefinition();
    return new Kind(definition, TransformationDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "Transformation";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return COMMON.with(TransformationType.config(spec));
  }

  @Override
  public Optional<Variants> variants() {
    return Optional.of(this);
  }

  @Override
  public String variesBy() {
    return TransformationType.FIELD;
  }

  @Override
  public FieldPath homedBy() {
    return FieldPath.of(TransformationType.CONFIG, TransformationType.PROJECT);
  }

  @Override
  public Optional<Vetted> vetted() {
    return Optional.of(this);
  }

  @Override
  public List<Problem> wrong(List<Change> changes, Known known, Account account) {
    return TransformationVetting.wrong(changes, known, account);
  }

  @Override
  public List<String> lead() {
    return List.of(TransformationType.FIELD);
  }

  @Override
  public List<String> overview() {
    return List.of(TransformationType.FIELD, "status", "paused", "schedule.schedule_type");
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return TransformationRules.check(wanted);
  }

  @Override
  public Optional<OwnWords> ownWords() {
    return Optional.of(this);
  }

  /// With the name that a dbt transformation has by its document.
  @Override
  public Value.Mapping translated(Resource written) {
    Value.Mapping spec = written.spec();
    if (spec.get(RunTimes.FIELD) instanceof Value.Mapping schedule) {
      spec = spec.with(RunTimes.FIELD, RunTimes.said(schedule));
    }
    Value.Mapping config = spec.mapping(TransformationType.CONFIG);
    boolean isNamed = !config.get(TransformationType.NAME).isBlank();
    return isNamed || !isDbt(spec) || config.entries().isEmpty()
        ? spec
        : spec.with(
            TransformationType.CONFIG,
            config.with(TransformationType.NAME, Value.text(written.metadata().name())));
  }

  @Override
  public Value.Mapping written(Value.Mapping spec, String name) {
    Value.Mapping config = spec.mapping(TransformationType.CONFIG);
    return config.text(TransformationType.NAME).equals(name)
        ? spec.with(TransformationType.CONFIG, config.without(TransformationType.NAME))
        : spec;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    Value.Mapping config = wanted.spec().mapping(TransformationType.CONFIG);
    return isDbt(wanted.spec())
        ? dbt(wanted, config.text(TransformationType.NAME), ids)
        : ids.idsOf(config.get(TransformationType.CONNECTIONS))
            .map(connections ->
                Identities.quickstart(config.text(TransformationType.PACKAGE), connections));
  }

  @Override
  public Optional<Moves> moves() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> formerIdentity(Resource wanted, Ids ids) {
    return Renames.from(wanted).flatMap(name -> dbt(wanted, name, ids));
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  /// Each runs by itself, so that of two only a person can tell.
  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return true;
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    return TransformationFindings.of(fields(wanted.spec()), wanted, live, ids);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    Findings findings = Creation.of(fields(wanted.spec()), wanted, RunTimes.FIELD);
    for (Problem problem : TransformationRules.incomplete(wanted)) {
      findings = findings.failing(problem);
    }
    return findings;
  }

  /// Others wait for it in their schedule: it is made anew before it goes, so that they can move in
  /// between. The API takes two that are called alike.
  @Override
  public List<Step> steps(Change change, Intent intent) {
    return change instanceof Change.Replace
        ? List.of(new Step(change, StepName.CREATE, false), new Step(change, StepName.DROP, false))
        : KindDefinition.super.steps(change, intent);
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("connector", "transformation-project");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return References.of(live, fields(live.fields()), ids);
  }

  @Override
  public Optional<FoundInDetail> foundInDetail() {
    return Optional.of(new LeftBehind());
  }

  @Override
  public Optional<Lookalikes> lookalikes() {
    return Optional.of(this);
  }

  @Override
  public String noun() {
    return SLUG;
  }

  @Override
  public Optional<String> neighbourhood(Resource wanted, Ids ids) {
    return SimilarQuickstarts.neighbourhood(wanted.spec());
  }

  @Override
  public String neighbourhood(Live other) {
    return SimilarQuickstarts.neighbourhood(other.fields()).orElse("");
  }

  @Override
  public String insteadOf(List<Live> alike, Ids ids) {
    return SimilarQuickstarts.insteadOf(alike);
  }

  @Override
  public Finder among(List<Live> others) {
    return new SimilarQuickstarts(others);
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping defaults(Value.Mapping fields) {
    return RunTimes.usual().with("paused", Value.bool(false));
  }

  private static boolean isDbt(Value.Mapping fields) {
    return Identities.isDbt(fields);
  }

  private static Optional<String> dbt(Resource wanted, String name, Ids ids) {
    return isDbt(wanted.spec())
        ? ids.idOf(wanted.spec().mapping(TransformationType.CONFIG).get(TransformationType.PROJECT))
            .map(project -> Identities.dbt(project, name))
        : Optional.empty();
  }

  private static KindReader reader(Account account) {
    TransformationsApi api = account.api(TransformationsApi.class);
    Pages.Call page = (limit, cursor) -> api.list(null, limit, cursor);
    return new PlainReader(page, Identities::live);
  }

  private KindWriter writer(Account account) {
    TransformationsApi api = account.api(TransformationsApi.class);
    var calls =
        new PlainCalls(
            api::create, (id, body) -> api.update(id, LiveFields.patch(body)), api::delete);
    return new PlainWriter(this, reader(account), calls).sharing(account);
  }
}
