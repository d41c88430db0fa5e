package dev.ftctl.kinds.logs;

import static dev.ftctl.kind.table.Field.ref;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.LogsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.TestedWriter;
import dev.ftctl.kind.table.FieldTable;
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
import java.util.SortedSet;

/// The log service of a group is that group: one each, of the same id (fivetran-quirks 2.11).
public final class ExternalLogDefinition implements KindDefinition {

  private static final String SLUG = "external-log";

  private final LogFields fields;

  private ExternalLogDefinition(LogFields fields) {
    this.fields = fields;
  }

  /// Log services of groups.
  public static Kind kind(Catalog catalog) {
    var definition =
        new ExternalLogDefinition(
            new LogFields(
                catalog,
                "spec of ExternalLog",
                ref("group", "group_id", "group").required().identity().immutable()));
    return new Kind(
        definition,
        ExternalLogDefinition::reader,
        account ->
            new TestedWriter(
                definition, new TestedLogs(new LogCalls.OfGroups(account.api(LogsApi.class)))));
  }

  @Override
  public String lostByReplacing() {
    return "events in between are lost";
  }

  @Override
  public String name() {
    return "ExternalLog";
  }

  @Override
  public String slug() {
    return SLUG;
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
    return List.of("group", "service", "enabled");
  }

  @Override
  public List<String> overview() {
    return List.of("service", "enabled", "status.setup_state");
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return Renames.refused(wanted, "a log service can't leave its group");
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return wanted.spec().get("group") instanceof Value.Reference group
        ? ids.find(group.target()).map(RemoteId::value)
        : Optional.empty();
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    return LogComparison.of(fields, wanted, live, ids, intent);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(fields(wanted.spec()), wanted, "service");
  }

  @Override
  public List<Step> steps(Change change, Intent intent) {
    return LogTesting.steps(change, intent);
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return ids.nameOf("group", live.id().value()).stream().toList();
  }

  /// One that no manifest describes goes by the name of its group.
  @Override
  public Address liveAddress(Live live, Ids ids) {
    String name = ids.nameOf("group", live.id().value()).map(Address::name).orElse(live.label());
    return Address.of(SLUG, name);
  }

  /// The list has no `config`.
  private static KindReader reader(Account account) {
    LogsApi api = account.api(LogsApi.class);
    return new KindReader() {
      @Override
      public List<Live> list() {
        return Pages.all(api::list).stream().map(ExternalLogDefinition::live).toList();
      }

      @Override
      public Live details(Live light, Interest interest) {
        return live(api.details(light.id().value()));
      }
    };
  }

  private static Live live(Value.Mapping log) {
    String id = log.text("id");
    return new Live(SLUG, new RemoteId(id), id, id, log.with("group_id", log.get("id")), true);
  }
}
