package dev.ftctl.kinds.logs;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
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
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The log service of the account: the only one of its kind (fivetran-quirks 2.11), so it has one
/// name too.
public final class AccountLogDefinition implements KindDefinition {

  private static final String SLUG = "account-log";
  private static final String NAME = "account";

  private final LogFields fields;

  private AccountLogDefinition(LogFields fields) {
    this.fields = fields;
  }

  /// The account's log service.
  public static Kind kind(Catalog catalog) {
    var definition = new AccountLogDefinition(new LogFields(catalog, "spec of AccountLog"));
    return new Kind(
        definition,
        AccountLogDefinition::reader,
        account ->
            new TestedWriter(
                definition, new TestedLogs(new LogCalls.OfAccount(account.api(LogsApi.class)))));
  }

  @Override
  public String lostByReplacing() {
    return "events in between are lost";
  }

  @Override
  public String name() {
    return "AccountLog";
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
    return List.of("service", "enabled");
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
    var problems = new ArrayList<>(Renames.refused(wanted, "an account has one log service"));
    if (!wanted.metadata().name().equals(NAME)) {
      problems.add(
          Problem.error(
              wanted.place(),
              "account-log-name",
              wanted.address().toString(),
              "an account has one log service, and its name is `" + NAME + "`",
              "write `name: " + NAME + "`"));
    }
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(NAME);
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

  /// One call tells everything; 404 is none.
  private static KindReader reader(Account account) {
    LogsApi api = account.api(LogsApi.class);
    return new KindReader() {
      @Override
      public List<Live> list() {
        try {
          return List.of(live(api.detailsOfAccount()));
        } catch (ApiException missing) {
          if (missing.failure().isNotFound()) {
            return List.of();
          }
          throw missing;
        }
      }

      @Override
      public Live details(Live light, Interest interest) {
        return light;
      }
    };
  }

  private static Live live(Value.Mapping log) {
    return new Live(SLUG, new RemoteId(log.text("id")), NAME, NAME, log, true);
  }
}
