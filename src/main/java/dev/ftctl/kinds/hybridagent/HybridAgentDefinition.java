package dev.ftctl.kinds.hybridagent;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.AttachmentsApi;
import dev.ftctl.fivetran.api.HybridAgentsApi;
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
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A hybrid deployment agent is its display name in its group, of which there may be two
/// (fivetran-quirks 2.18). No call changes one; its login is made anew.
public final class HybridAgentDefinition implements KindDefinition, HandsOutOnce {

  static final String AUTH = "auth_type";

  private static final String SLUG = "hybrid-agent";
  private static final String NAME = "display_name";
  private static final String TERMS = "accept_terms";

  private static final FieldTable FIELDS =
      FieldTable.of(
              ref("group", "group_id", "group").required().identity().immutable(),
              text(NAME).required().identity().notClearable(),
              oneOf("env_type", "DOCKER", "PODMAN", "KUBERNETES", "SNOWPARK").immutable(),
              oneOf(AUTH, "AUTO", "MANUAL").writeOnly(),
              bool(TERMS).writeOnly())
          .ownedBy("spec of HybridAgent");

  /// Hybrid deployment agents.
  public static Kind kind() {
    var definition = new HybridAgentDefinition();
    return new Kind(definition, HybridAgentDefinition::reader, definition::writer);
  }

  @Override
  public String lostByReplacing() {
    return "new secrets";
  }

  @Override
  public String name() {
    return "HybridAgent";
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
  public List<String> lead() {
    return List.of("group");
  }

  @Override
  public List<String> overview() {
    return List.of("group_id", "deployment_type", "online");
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
    return Renames.refused(wanted, "another display_name or group is another agent");
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return ids.nameOf("group", live.fields().text("group_id")).stream().toList();
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return wanted.spec().get("group") instanceof Value.Reference group
        ? ids.find(group.target()).map(RemoteId::value).map(id -> key(id, wanted.spec().text(NAME)))
        : Optional.empty();
  }

  private static String key(String group, String name) {
    return group + " " + name;
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Findings findings =
        Comparison.between(FIELDS, Initial.left(wanted), live.fields(), ids)
            .findings(wanted.address());
    return findings.replaces()
        ? consenting(findings, wanted)
        : ToldSecrets.found(findings, wanted, live, intent, this);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return consenting(Creation.of(FIELDS, wanted, "env_type"), wanted);
  }

  private static Findings consenting(Findings findings, Resource wanted) {
    boolean isAccepted = wanted.spec().get(TERMS) instanceof Value.Bool said && said.flag();
    return isAccepted
        ? findings
        : findings.failing(
            Problem.error(
                wanted.place(),
                "terms-not-accepted",
                wanted.address().toString(),
                "is to be created, and nobody accepted the licence of the agent's software",
                "read Fivetran's On-Prem Software License Addendum, and write accept_terms: true in"
                    + " this document"));
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return ToldSecrets.steps(change);
  }

  @Override
  public Optional<HandsOutOnce> handsOutOnce() {
    return Optional.of(this);
  }

  /// A token, or the files of `auth_type: MANUAL`.
  @Override
  public List<String> told() {
    return AgentLogin.NAMES;
  }

  /// All that its type of login needs. Where no document says the type, either will do.
  @Override
  public List<String> missing(Resource wanted, Value.Mapping answer) {
    List<String> token = missing(AgentLogin.AUTO, answer);
    List<String> files = missing(AgentLogin.MANUAL, answer);
    return switch (wanted.spec().text(AUTH)) {
      case "AUTO" -> token;
      case "MANUAL" -> files;
      default -> token.isEmpty() || files.equals(AgentLogin.MANUAL) ? token : files;
    };
  }

  @Override
  public String expiry() {
    return "";
  }

  /// Without its login it does not go online.
  @Override
  public boolean isInUse(Live live) {
    return live.fields().get("online") instanceof Value.Bool online && online.flag();
  }

  @Override
  public String users(Live live) {
    int count = Shape.elements(live.fields().get("usage")).size();
    return count == 0 ? "" : count == 1 ? "1 connection uses it" : count + " connections use it";
  }

  /// The list says everything that is not told once.
  private static KindReader reader(Account account) {
    return new PlainReader(
        account.api(AttachmentsApi.class)::hybridAgents, HybridAgentDefinition::live);
  }

  /// Its environment is asked for as `env_type` and read as `deployment_type`.
  private static Live live(Value.Mapping agent) {
    String name = agent.text(NAME);
    Value.Mapping fields = agent.with("env_type", agent.get("deployment_type"));
    String identity = key(agent.text("group_id"), name);
    return new Live(SLUG, new RemoteId(agent.text("id")), identity, name, fields, true);
  }

  private KindWriter writer(Account account) {
    HybridAgentsApi api = account.api(HybridAgentsApi.class);
    var calls =
        HandoutCalls.withoutUpdate(
            body -> AgentLogin.told(api.create(body)),
            (id, said) -> AgentLogin.told(api.authorizeAgain(id, login(said))),
            api::delete,
            false);
    return new HandoutWriter(this, this, reader(account), calls);
  }

  private static Value.Mapping login(Value.Mapping said) {
    Value type = said.get(AUTH);
    return type.isBlank() ? Value.Mapping.EMPTY : Value.Mapping.EMPTY.with(AUTH, type);
  }
}
