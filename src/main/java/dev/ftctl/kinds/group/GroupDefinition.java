package dev.ftctl.kinds.group;

import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainReader;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.plain.SameLetters;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A group is its name (fivetran-quirks 2.2), which a PATCH changes in place.
public final class GroupDefinition implements KindDefinition, Moves, Namesakes, SameLetters {

  private static final FieldTable FIELDS =
      FieldTable.of(text("name").required().identity().notClearable()).ownedBy("spec of Group");

  /// Groups.
  public static Kind kind() {
    var definition = new GroupDefinition();
    return new Kind(definition, GroupDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "Group";
  }

  @Override
  public String slug() {
    return Group.SLUG;
  }

  @Override
  public List<String> overview() {
    return List.of("created_at");
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
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  @Override
  public Optional<Lookalikes> lookalikes() {
    return Optional.of(this);
  }

  /// A destination, connections, webhooks. Whom a group lets in doesn't count: its maker always is
  /// among them.
  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    String id = one.id().value();
    return listed.stream().anyMatch(other -> other.fields().text("group_id").equals(id));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    Findings findings =
        Comparison.between(FIELDS, spec, live.fields(), ids).findings(wanted.address());
    return Renames.found(findings, "name", spec.get("name"), live);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(FIELDS, wanted);
  }

  /// The list says everything.
  private static KindReader reader(Account account) {
    return new PlainReader(AccountCollection.of(account, "groups")::list, GroupDefinition::live);
  }

  private static Live live(Value.Mapping group) {
    String name = group.text("name");
    return new Live(Group.SLUG, new RemoteId(group.text("id")), name, name, group, true);
  }

  private KindWriter writer(Account account) {
    GroupsApi api = account.api(GroupsApi.class);
    var calls = new PlainCalls(api::create, api::update, api::delete);
    return new PlainWriter(this, reader(account), calls).sharing(account);
  }
}
