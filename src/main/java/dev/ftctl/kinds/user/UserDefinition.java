package dev.ftctl.kinds.user;

import static dev.ftctl.kind.table.Field.choice;
import static dev.ftctl.kind.table.Field.role;
import static dev.ftctl.kind.table.Field.roles;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Guarded;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.AccessCalls;
import dev.ftctl.kind.access.MembershipWrites;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.Entitled;
import dev.ftctl.kind.facet.Variants;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A user is an e-mail address, ignoring case (fivetran-quirks 2.7); creating one invites a person.
/// A service account may do without one.
public final class UserDefinition implements KindDefinition, Guarded, Variants, Facets.Exported {

  static final String EMAIL = "email";

  private static final FieldTable PEOPLE = table(text(EMAIL).required());

  private static final FieldTable SERVICE_ACCOUNTS = table(text(EMAIL));

  /// What manifests call a block of memberships, and what paths do.
  private static final Map<String, String> BLOCKS =
      Map.of("groups", "groups", "connectors", "connections");

  /// Users.
  public static Kind kind() {
    var definition = new UserDefinition();
    return new Kind(definition, UserDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "User";
  }

  @Override
  public String slug() {
    return "user";
  }

  @Override
  public List<String> overview() {
    return List.of("role", "given_name", "family_name", "active");
  }

  private static FieldTable table(Field email) {
    return FieldTable.of(
            email.identity().notClearable(),
            text("given_name").notClearable(),
            text("family_name").notClearable(),
            choice(ServiceAccounts.TYPE, ServiceAccounts.PERSON, ServiceAccounts.SERVICE_ACCOUNT)
                .createOnly()
                .names(),
            role(Access.ROLE, RoleScope.ACCOUNT),
            text("phone"),
            text("picture"),
            Access.mode(),
            roles("groups", "group", false, RoleScope.DESTINATION),
            roles("connectors", "connector", true, RoleScope.CONNECTOR))
        .ownedBy("spec of User");
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return ServiceAccounts.is(spec) ? SERVICE_ACCOUNTS : PEOPLE;
  }

  @Override
  public Optional<Variants> variants() {
    return Optional.of(this);
  }

  @Override
  public String variesBy() {
    return ServiceAccounts.TYPE;
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping defaults(Value.Mapping fields) {
    return Value.Mapping.EMPTY.with(ServiceAccounts.TYPE, Value.text(ServiceAccounts.PERSON));
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(ServiceAccounts.FACET);
  }

  @Override
  public Optional<Lookalikes> lookalikes() {
    return Optional.of(ServiceAccounts.FACET);
  }

  @Override
  public Optional<Entitled> entitled() {
    return Optional.of(ServiceAccounts.FACET);
  }

  @Override
  public String namedBy() {
    return EMAIL;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return ServiceAccounts.is(wanted.spec())
        ? ServiceAccounts.check(wanted)
        : Stream.concat(
                Renames.refused(wanted, "an e-mail address can't change in Fivetran").stream(),
                ServiceAccounts.unlikely(wanted).stream())
            .toList();
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(key(wanted.spec()));
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    long memberships = MembershipWrites.calls(PEOPLE, change.findings().fields());
    return KindDefinition.super.steps(change, intent).stream()
        .map(step -> step.sending(sent(change, memberships)))
        .toList();
  }

  private static Calls sent(Change change, long memberships) {
    return Calls.requests(1 + memberships)
        .with(CallSort.USER_CREATION, change instanceof Change.Create ? 1 : 0);
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    Findings fields =
        Comparison.between(PEOPLE, spec, live.fields(), ids).findings(wanted.address());
    return Access.compare(ServiceAccounts.typed(fields, wanted, live), PEOPLE, spec, live, ids);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Access.creation(
        Creation.of(PEOPLE, wanted, "given_name", "family_name"), PEOPLE, wanted.spec());
  }

  @Override
  public Optional<Guarded> guarded() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> indispensable(Live live) {
    return Access.lockOut(live);
  }

  @Override
  public boolean oneMustStay(Value.Mapping fields) {
    return Access.isAdministrator(fields);
  }

  @Override
  public Live kept(Live live) {
    return live.withFields(live.fields().with(Access.LAST, Value.bool(true)));
  }

  @Override
  public String endsWith(Live live) {
    return ServiceAccounts.hasKey(live) ? "its API key ends with it" : "";
  }

  @Override
  public boolean isPrunable() {
    return false;
  }

  /// By the e-mail in any case, else by what the service account is called; empty where it is
  /// called nothing.
  static String key(Value.Mapping user) {
    String email = user.text(EMAIL).strip().toLowerCase(Locale.ROOT);
    return email.isEmpty() ? ServiceAccounts.key(user) : email;
  }

  private static KindReader reader(Account account) {
    return new UserReader(AccountCollection.of(account, "users"), access(account), account);
  }

  private static AccessCalls access(Account account) {
    return new AccessCalls(
        account, "users", BLOCKS, id -> account.api(UsersApi.class).removeRole(id));
  }

  private KindWriter writer(Account account) {
    UsersApi api = account.api(UsersApi.class);
    PlainWriter plain =
        new PlainWriter(
            this,
            reader(account),
            new PlainCalls(api::create, api::update, api::delete),
            change -> !Access.takesRole(change),
            (id, changes, ids) -> access(account).write(PEOPLE, id, changes, ids));
    return new UserWriter(plain.sharing(account), account);
  }
}
