package dev.ftctl.kinds.team;

import static dev.ftctl.kind.table.Field.role;
import static dev.ftctl.kind.table.Field.roles;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.TeamsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.AccessCalls;
import dev.ftctl.kind.access.MembershipWrites;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.plain.SameLetters;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A team is its name (fivetran-quirks 2.8), which a PATCH changes in place.
public final class TeamDefinition implements KindDefinition, Moves, Namesakes, SameLetters {

  private static final FieldTable FIELDS =
      FieldTable.of(
              text("name").required().identity().notClearable(),
              text("description"),
              role(Access.ROLE, RoleScope.ACCOUNT),
              Access.mode(),
              roles("users", "user", false, RoleScope.TEAM),
              roles("groups", "group", false, RoleScope.DESTINATION),
              roles("connectors", "connector", true, RoleScope.CONNECTOR))
          .ownedBy("spec of Team");

  /// What manifests call a block of memberships, and what paths do.
  private static final Map<String, String> BLOCKS =
      Map.of("users", "users", "groups", "groups", "connectors", "connections");

  /// Teams.
  public static Kind kind() {
    var definition = new TeamDefinition();
    return new Kind(definition, TeamDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "Team";
  }

  @Override
  public String slug() {
    return "team";
  }

  @Override
  public List<String> overview() {
    return List.of("role", "description");
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  @Override
  public String namedBy() {
    return "name";
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text("name"));
  }

  @Override
  public Optional<Moves> moves() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> formerIdentity(Resource wanted, Ids ids) {
    return Renames.from(wanted);
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    long memberships = MembershipWrites.calls(FIELDS, change.findings().fields());
    return KindDefinition.super.steps(change, intent).stream()
        .map(step -> step.sending(Calls.requests(1 + memberships)))
        .toList();
  }

  @Override
  public Optional<Lookalikes> lookalikes() {
    return Optional.of(this);
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  /// Members, or access to a group or connection.
  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return BLOCKS.keySet().stream()
        .anyMatch(block -> !one.fields().mapping(block).entries().isEmpty());
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    Findings fields =
        Comparison.between(FIELDS, spec, live.fields(), ids).findings(wanted.address());
    Findings renamed = Renames.found(fields, "name", spec.get("name"), live);
    return Access.compare(renamed, FIELDS, spec, live, ids);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Access.creation(Creation.of(FIELDS, wanted), FIELDS, wanted.spec());
  }

  private static KindReader reader(Account account) {
    return new TeamReader(AccountCollection.of(account, "teams"), access(account), account);
  }

  private static AccessCalls access(Account account) {
    return new AccessCalls(
        account, "teams", BLOCKS, id -> account.api(TeamsApi.class).removeRole(id));
  }

  private KindWriter writer(Account account) {
    TeamsApi api = account.api(TeamsApi.class);
    var plain =
        new PlainWriter(
            this,
            reader(account),
            new PlainCalls(api::create, api::update, api::delete),
            change -> !Access.takesRole(change),
            (id, changes, ids) -> access(account).write(FIELDS, id, changes, ids));
    return plain.sharing(account);
  }
}
