package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.AT_FIRST;
import static dev.ftctl.kinds.transformationproject.ProjectFields.CONFIG;
import static dev.ftctl.kinds.transformationproject.ProjectFields.FOLDER;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP_ID;
import static dev.ftctl.kinds.transformationproject.ProjectFields.MERGED;
import static dev.ftctl.kinds.transformationproject.ProjectFields.REMOTE;
import static dev.ftctl.kinds.transformationproject.ProjectFields.TABLE;
import static dev.ftctl.kinds.transformationproject.ProjectFields.TYPE;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.TransformationProjectsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.Follows;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.OwnWords;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.TokenBearing;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.TestedWriter;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// A transformation project is its group and its repository, of which the list tells the group
/// alone (fivetran-quirks 2.14).
public final class TransformationProjectDefinition
    implements KindDefinition, Facets.Exported, Facets.Outputs, TokenBearing, Namesakes, OwnWords {

  static final String SLUG = "transformation-project";

  /// Transformation projects.
  public static Kind kind() {
    var definition = new TransformationProjectDefinition();
    return new Kind(
        definition,
        account -> new ProjectReader(account.api(TransformationProjectsApi.class)),
        definition::writer);
  }

  private KindWriter writer(Account account) {
    return new TestedWriter(
        this, new TestedProjects(this, account, account.api(TransformationProjectsApi.class)));
  }

  @Override
  public String name() {
    return "TransformationProject";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return TABLE;
  }

  @Override
  public List<String> lead() {
    return List.of(GROUP, CONFIG);
  }

  @Override
  public List<String> overview() {
    return List.of(GROUP_ID, "type", "status");
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public Optional<OwnWords> ownWords() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping translated(Resource written) {
    return Variables.byName(written.spec());
  }

  @Override
  public List<Problem> check(Resource wanted) {
    var problems =
        new ArrayList<>(Renames.refused(wanted, "a project can't leave its group or repository"));
    problems.addAll(Variables.check(wanted));
    return problems;
  }

  Optional<String> groupId(Resource wanted, Ids ids) {
    return ids.idOf(wanted.spec().get(GROUP));
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    Value.Mapping config = wanted.spec().mapping(CONFIG);
    return groupId(wanted, ids)
        .map(id -> ProjectReader.identity(id, config.text(REMOTE), config.text(FOLDER)));
  }

  @Override
  public Optional<FoundInDetail> foundInDetail() {
    return Optional.of(new Neighbourhoods());
  }

  @Override
  public Optional<TokenBearing> bearsTokens() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping printable(Value.Mapping live) {
    return Variables.printable(live);
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping defaults(Value.Mapping fields) {
    return Value.Mapping.EMPTY.with(TYPE, fields.get(TYPE));
  }

  @Override
  public boolean isConfidential(FieldPath path) {
    return Variables.isConfidential(path);
  }

  @Override
  public Optional<Outputs> outputs() {
    return Optional.of(this);
  }

  /// The key that its repository has to let in.
  @Override
  public SequencedMap<String, String> told(Live live) {
    SequencedMap<String, String> told = new LinkedHashMap<>();
    told.put("status", live.fields().text("status"));
    DeployKey.of(live.fields().mapping(CONFIG))
        .ifPresent(key -> {
          told.put("public_key", key.key());
          told.put("deploy_key_of", key.place());
        });
    return told;
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  /// Which of two of one repository is meant is for a person to say.
  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return true;
  }

  @Override
  public Optional<Follows> follows() {
    return Optional.of(new ItsDestination());
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Variables.complete(Initial.left(wanted), live.fields());
    String rotation = intent.rotation().apply(wanted.address());
    Findings findings =
        Comparison.between(TABLE, spec, live.fields(), ids, MERGED, rotation)
            .findings(wanted.address());
    return Standing.told(
        Replacing.told(findings.withFields(Variables.shown(findings.fields()))),
        live.fields(),
        intent);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    Findings set = Creation.of(TABLE, wanted);
    Findings findings = set.withFields(Variables.shown(set.fields()));
    Value.Mapping config = wanted.spec().mapping(CONFIG);
    for (String field : AT_FIRST) {
      if (config.get(field).isBlank()) {
        findings =
            findings.failing(
                Problem.error(
                    wanted.spec().placeOf(CONFIG),
                    "missing-field",
                    wanted.address().toString(),
                    "is to be created, and says no " + CONFIG + "." + field,
                    "add it, or `existing: true` when it is expected to be there already"));
      }
    }
    return findings;
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return Standing.steps(change, intent);
  }

  @Override
  public Set<String> standsOn() {
    return Set.of(Group.SLUG);
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    String id = live.fields().text(GROUP_ID);
    return Stream.of(Group.SLUG, ItsDestination.SLUG)
        .flatMap(slug -> ids.nameOf(slug, id).stream())
        .toList();
  }

  /// It goes by the name of its group, where it has no document.
  @Override
  public Address liveAddress(Live live, Ids ids) {
    String id = live.fields().text(GROUP_ID);
    return Address.of(SLUG, ids.nameOf(Group.SLUG, id).map(Address::name).orElse(id));
  }
}
