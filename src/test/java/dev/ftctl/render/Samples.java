package dev.ftctl.render;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Part;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Plans made by hand.
public final class Samples {
  static final Plan.Header HEADER =
      new Plan.Header("acme_prod", "acc_1", "", 31, 198, Part.WHOLE, "0f0f");

  private Samples() {}

  /// One of everything that a plan can hold.
  public static Plan everything() {
    var changes = new ArrayList<PlannedChange>();
    changes.add(create("group", "finance", Findings.NONE));
    changes.add(create("connector", "gsheets@finance", Findings.of(created())));
    changes.add(ordersDb());
    changes.add(schemaSettings());
    IntStream.range(0, 12).forEach(i -> changes.add(stripe("group_" + (char) ('a' + i))));
    changes.add(keep("connector", "stripe@zulu", Findings.NONE));
    changes.add(replaced());
    changes.add(moved());
    changes.add(keep("connector", "waits@finance", Findings.NONE.followedUp()));
    changes.add(keep("schema-settings", "waits@finance", noted()));
    changes.add(planned(new Change.Gone(resource("team", "gone"), Findings.NONE)));
    changes.add(deleted());
    var notice =
        Problem.error(
            SourceLocation.NONE, "max-deletes", "plan", "the plan holds 6 deletions", "raise it");
    return plan(
        changes,
        List.of(live("webhook", "other"), live("group", "mine").withFields(Value.Mapping.EMPTY)),
        List.of(notice));
  }

  public static Plan nothing() {
    return plan(List.of(keep("group", "finance", Findings.NONE)), List.of(), List.of());
  }

  public static Plan plan(
      List<PlannedChange> changes, List<Live> unmanaged, List<Problem> notices) {
    return new Plan(
        HEADER, changes, Map.of(), unmanaged, List.of(), notices, new Ids(), Intent.PLAIN);
  }

  public static PlannedChange create(String kind, String label, Findings findings) {
    return planned(new Change.Create(resource(kind, label), findings));
  }

  static PlannedChange keep(String kind, String label, Findings findings) {
    return planned(new Change.Keep(resource(kind, label), live(kind, label), findings));
  }

  public static PlannedChange update(String kind, String label, Findings findings) {
    return planned(new Change.Update(resource(kind, label), live(kind, label), findings, false));
  }

  public static FieldChange set(String path, Value before, Value after) {
    return FieldChange.set(FieldPath.of(path.split("[.]", -1)), before, after);
  }

  static Value secret(String source) {
    return new Value.Secret(
        new SecretSource() {
          @Override
          public String name() {
            return source;
          }

          @Override
          public Optional<String> reveal() {
            return Optional.of("hunter2-hunter2");
          }
        },
        Origin.LIVE);
  }

  public static PlannedChange planned(Change change, PlannedChange.Block... blocks) {
    List<Step> steps =
        change.action() == Action.NONE
            ? List.of()
            : List.of(new Step(change, StepName.of(change.action()), false).sending(calls(change)));
    return new PlannedChange(change, steps, List.of(blocks));
  }

  private static Calls calls(Change change) {
    boolean isConnector = change.address().kind().equals("connector");
    boolean tests =
        change.findings().fields().stream()
            .anyMatch(field -> field.note().contains("setup tests will run"));
    return Calls.requests(1)
        .with(CallSort.CONNECTION_CREATION, isConnector && change instanceof Change.Create ? 1 : 0)
        .withSetupTests(tests ? 1 : 0);
  }

  public static Resource resource(String kind, String label) {
    return new Resource(
        address(kind, label),
        Metadata.named(label),
        Value.Mapping.EMPTY,
        SourceLocation.of("manifests/" + address(kind, label).name() + ".yaml", 3, 1));
  }

  public static Live live(String kind, String label) {
    return new Live(kind, new RemoteId("id_" + label), label, label, Value.Mapping.EMPTY, true);
  }

  private static Address address(String kind, String label) {
    return Address.parse(kind + "/" + label, slug -> !slug.equals("user")).orElseThrow();
  }

  private static List<FieldChange> created() {
    return List.of(
        set("service", Value.ABSENT, Value.text("google_sheets")),
        set("config.sheet_id", Value.ABSENT, Value.text("1a\u001b[2J")));
  }

  private static PlannedChange ordersDb() {
    var fields =
        List.of(
            set("sync_frequency", Value.number(60), Value.number(15)),
            set("config.host", Value.text("db-1.internal"), Value.text("db-2.internal"))
                .noting("setup tests will run"),
            set("config.always_encrypted", Value.bool(true), new Value.Null(Origin.LIVE)),
            set(
                "config.query",
                Value.text("select a\nfrom t\nwhere x\n"),
                Value.text("select a\nfrom t\nwhere y\n")),
            set(
                "config.user",
                Value.text("old"),
                new Value.Text("ci-user", new Origin(SourceLocation.NONE, "env:DB_USER"))),
            FieldChange.secret(
                FieldPath.of("config", "password"),
                secret("env:ORDERS_PASSWORD"),
                "asked by --rotate-secrets"));
    return update(
        "connector",
        "orders_db@analytics_eu",
        new Findings(fields, 11, 0, List.of(), List.of(), List.of(), false));
  }

  private static PlannedChange schemaSettings() {
    var members =
        FieldChange.of(
            FieldPath.of("memberships", "user/ana@example.com"),
            Value.ABSENT,
            Value.text("Reader"),
            Effect.ADD);
    var gone =
        FieldChange.of(
            FieldPath.of("memberships", "user/bob@example.com"),
            Value.text("Reader"),
            Value.ABSENT,
            Effect.REMOVE);
    var fields =
        List.of(
            set("public.users.ssn", Value.bool(true), Value.bool(false))
                .worded("enabled", "excluded"),
            set("public.users.email", Value.bool(false), Value.bool(true))
                .worded("plain", "hashed")
                .noting("re-sync of 1 table"),
            members,
            gone);
    return update("schema-settings", "orders_db@analytics_eu", Findings.of(fields));
  }

  private static PlannedChange stripe(String group) {
    return update(
        "connector",
        "stripe@" + group,
        Findings.of(List.of(set("sync_frequency", Value.number(360), Value.number(60)))));
  }

  private static PlannedChange replaced() {
    var service =
        FieldChange.of(
                FieldPath.of("service"),
                Value.text("google_ads"),
                Value.text("tiktok_ads"),
                Effect.REPLACE)
            .noting("forces replacement: full historical re-sync");
    var findings =
        Findings.of(List.of(service)).risking(new RiskFinding(Risk.REPLACE, "the service changes"));
    var change =
        new Change.Replace(
            resource("connector", "ads@analytics_prod"), live("connector", "ads"), findings);
    return planned(
        change,
        new PlannedChange.Block(
            "replace is not allowed",
            "allow it with --allow replace:connector/ads@analytics_prod"));
  }

  private static PlannedChange moved() {
    var name = set("name", Value.text("fin"), Value.text("finance_eu"));
    return planned(
        new Change.Update(
            resource("group", "finance_eu"),
            live("group", "fin"),
            Findings.of(List.of(name)),
            true));
  }

  private static Findings noted() {
    return Findings.NONE.noting("pending discovery: public.audit_log");
  }

  private static PlannedChange deleted() {
    var place = SourceLocation.of("manifests/old.yaml", 9, 1);
    return planned(
        new Change.Delete(
            Address.of("webhook", "old-pager"),
            live("webhook", "old"),
            place,
            "absent: true",
            Findings.NONE));
  }

  static Stream<Action> actions() {
    return Stream.of(Action.values());
  }
}
