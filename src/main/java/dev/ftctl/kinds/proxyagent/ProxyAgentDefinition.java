package dev.ftctl.kinds.proxyagent;

import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.catalog.Regions;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.AttachmentsApi;
import dev.ftctl.fivetran.api.ProxyAgentsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.HandoutCalls;
import dev.ftctl.kind.plain.HandoutWriter;
import dev.ftctl.kind.plain.PlainReader;
import dev.ftctl.kind.plain.ToldSecrets;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A proxy agent is its display name, which the API keeps unique (fivetran-quirks 2.17). No call
/// changes one.
public final class ProxyAgentDefinition implements KindDefinition, HandsOutOnce {

  private static final String SLUG = "proxy-agent";
  private static final String NAME = "display_name";
  private static final String REGION = "group_region";
  private static final String PORT = "orchestrator_port";

  private static final FieldTable FIELDS =
      FieldTable.of(
              text(NAME).required().identity().notClearable(),
              Field.of(REGION, new Shape.OneOf(Regions.ofProxies(), true))
                  .immutable()
                  .notClearable())
          .ownedBy("spec of ProxyAgent");

  /// Proxy agents.
  public static Kind kind() {
    var definition = new ProxyAgentDefinition();
    return new Kind(definition, ProxyAgentDefinition::reader, definition::writer);
  }

  @Override
  public String lostByReplacing() {
    return "new secrets";
  }

  @Override
  public String name() {
    return "ProxyAgent";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  @Override
  public String namedBy() {
    return NAME;
  }

  @Override
  public List<String> overview() {
    return List.of("region", "status");
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public boolean isReplacedOnlyUnused() {
    return true;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return Renames.refused(wanted, "another display_name is another agent");
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text(NAME));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Findings findings =
        Comparison.between(FIELDS, Initial.left(wanted), live.fields(), ids)
            .findings(wanted.address());
    return findings.replaces() ? findings : ToldSecrets.found(findings, wanted, live, intent, this);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(FIELDS, wanted);
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return ToldSecrets.steps(change);
  }

  @Override
  public Optional<HandsOutOnce> handsOutOnce() {
    return Optional.of(this);
  }

  @Override
  public List<String> told() {
    return List.of("auth_token", "client_cert", "client_private_key", "orchestrator_host", PORT);
  }

  @Override
  public List<String> numbers() {
    return List.of(PORT);
  }

  @Override
  public String expiry() {
    return "";
  }

  /// Without its secrets nobody connects it.
  @Override
  public boolean isInUse(Live live) {
    return !List.of("", "NOT_CONNECTED").contains(live.fields().text("status"));
  }

  @Override
  public String users(Live live) {
    String users =
        Stream.of(
                counted(live, "connector_count", "connection"),
                counted(live, "destination_count", "destination"))
            .filter(count -> !count.isEmpty())
            .collect(Collectors.joining(" and "));
    return users.isEmpty() ? "" : users + " use it";
  }

  private static String counted(Live live, String member, String what) {
    int count =
        live.fields().get(member) instanceof Value.Num number ? number.number().intValue() : 0;
    return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
  }

  /// The list says everything that is not told once.
  private static KindReader reader(Account account) {
    return new PlainReader(
        account.api(AttachmentsApi.class)::proxyAgents, ProxyAgentDefinition::live);
  }

  /// A region is asked for as `group_region` and read as `region`.
  private static Live live(Value.Mapping agent) {
    String name = agent.text(NAME);
    Value.Mapping fields = agent.with(REGION, agent.get("region"));
    return new Live(SLUG, new RemoteId(agent.text("id")), name, name, fields, true);
  }

  private KindWriter writer(Account account) {
    ProxyAgentsApi api = account.api(ProxyAgentsApi.class);
    var calls =
        HandoutCalls.withoutUpdate(
            body -> withId(api.create(body)),
            (id, said) -> api.regenerateSecrets(id),
            api::delete,
            true);
    return new HandoutWriter(this, this, reader(account), calls);
  }

  private static Value.Mapping withId(Value.Mapping created) {
    return created.with("id", created.get("agent_id"));
  }
}
