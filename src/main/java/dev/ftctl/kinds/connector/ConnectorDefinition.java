package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.kind.Aliased;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Follows;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.OwnWords;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Pausing;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.pairing.Schedules;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// What a connector is: found by group and schema name, compared by its service's table, activated
/// in a fixed order.
public final class ConnectorDefinition
    implements KindDefinition,
        Aliased,
        OwnWords,
        Moves,
        Lookalikes,
        Follows,
        PartOf.Owner,
        Facets.Typed {

  /// What the API merges at its top level in a PATCH.
  static final Set<String> MERGED = Set.of(ConnectorTable.CONFIG, "auth");

  private final ConnectorTable table;

  ConnectorDefinition(ConnectorTable table) {
    this.table = table;
  }

  /// Connections, called connectors in manifests.
  public static Kind kind(Catalog catalog) {
    var definition = new ConnectorDefinition(new ConnectorTable(catalog));
    return new Kind(
        definition,
        account -> new ConnectorReader(AccountCollection.of(account, "connections")),
        account ->
            new ConnectorWriter(
                account.api(ConnectionsApi.class), account.api(CertificatesApi.class), definition));
  }

  @Override
  public String lostByReplacing() {
    return "full historical re-sync";
  }

  @Override
  public String name() {
    return "Connector";
  }

  @Override
  public Optional<Aliased> aliased() {
    return Optional.of(this);
  }

  @Override
  public List<String> aliases() {
    return List.of("Connection");
  }

  @Override
  public Optional<OwnWords> ownWords() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping translated(Resource written) {
    return DestinationSchema.inConfig(table.facts(written.spec()), written.spec());
  }

  @Override
  public String slug() {
    return "connector";
  }

  @Override
  public Optional<Typed> typed() {
    return Optional.of(this);
  }

  @Override
  public String service(Value.Mapping spec) {
    return table.service(spec);
  }

  @Override
  public boolean tellsOf(FieldPath path) {
    return table.tellsOf(path);
  }

  @Override
  public Optional<Follows> follows() {
    return Optional.of(this);
  }

  @Override
  public List<String> inTheSameGroup() {
    return List.of("destination");
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return table.of(spec);
  }

  @Override
  public SortedSet<String> services() {
    return table.services();
  }

  @Override
  public List<String> lead() {
    return List.of("service");
  }

  @Override
  public List<String> overview() {
    return ConnectorTable.OVERVIEW;
  }

  @Override
  public boolean isSetUp() {
    return true;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return ConnectorRules.check(wanted, table);
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return group(wanted)
        .flatMap(ids::find)
        .flatMap(id ->
            table.schemaName(wanted).map(schema -> ConnectorReader.identity(id.value(), schema)));
  }

  @Override
  public Optional<Moves> moves() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> formerIdentity(Resource wanted, Ids ids) {
    return MovedFrom.of(wanted).flatMap(former -> former.identity(ids));
  }

  @Override
  public Optional<ByCopy> byCopy() {
    return Optional.of(MovedFrom::beside);
  }

  @Override
  public Address liveAddress(Live live, Ids ids) {
    String groupId = live.fields().text("group_id");
    String group = ids.nameOf("group", groupId).map(Address::name).orElse(groupId);
    return Address.of(slug(), live.fields().text("schema")).inGroup(group);
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    String groupId = live.fields().text("group_id");
    return Stream.concat(
            Stream.of("group", "destination").flatMap(slug -> ids.nameOf(slug, groupId).stream()),
            Attachment.in(live.fields(), ids))
        .toList();
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Optional<ServiceFacts> facts = table.facts(wanted.spec());
    Value.Mapping spec = ComparableSpec.of(wanted, live, facts);
    Value.Mapping answered = Schedules.leavingKind(spec, live.fields());
    String rotation = intent.rotation().apply(wanted.address());
    Findings findings =
        Comparison.between(fields(spec), spec, answered, ids, MERGED, rotation)
            .findings(wanted.address());
    return Pausing.found(new Activation(wanted, live, facts, intent).judged(findings));
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    Findings findings =
        Comparison.creation(fields(wanted.spec()), wanted.spec()).findings(wanted.address());
    boolean isSaid = !wanted.spec().get("paused").isAbsent();
    return isSaid ? findings : findings.failing(ConnectorRules.pausedMissing(wanted));
  }

  @Override
  public Optional<Lookalikes> lookalikes() {
    return Optional.of(this);
  }

  @Override
  public String noun() {
    return "connection";
  }

  @Override
  public Optional<String> neighbourhood(Resource wanted, Ids ids) {
    return SimilarConnections.neighbourhood(wanted, ids);
  }

  @Override
  public String neighbourhood(Live other) {
    return SimilarConnections.neighbourhood(other);
  }

  /// Group and schema name are permanent (fivetran-quirks 2.4): another name is another connection.
  @Override
  public String insteadOf(List<Live> alike, Ids ids) {
    return SimilarConnections.insteadOf(alike.size(), liveAddress(alike.getFirst(), ids));
  }

  @Override
  public Finder among(List<Live> others) {
    return new SimilarConnections(others, table::schemaName);
  }

  @Override
  public Optional<PartOf.Owner> ownsParts() {
    return Optional.of(this);
  }

  @Override
  public Working after(Change change, Live live) {
    return Activation.after(change, live);
  }

  @Override
  public Working now(Live live) {
    return Activation.runs(live) ? Working.RUNS : Working.RESTS;
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return ConnectorSteps.of(change, intent);
  }

  @Override
  public Optional<Downstream> downstream() {
    return Optional.of(new ConnectorDownstream(table));
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(new ConnectorExport(table));
  }

  boolean waitsForPerson(Resource wanted) {
    return Activation.waitsForPerson(wanted.spec(), table.facts(wanted.spec()));
  }

  static Optional<Address> group(Resource wanted) {
    return wanted.spec().get("group") instanceof Value.Reference reference
        ? Optional.of(reference.target())
        : Optional.empty();
  }
}
