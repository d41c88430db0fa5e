package dev.ftctl.kinds.webhook;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.secret;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.WebhooksApi;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.TokenBearing;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainReader;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A webhook is its scope (the account or a group) and its url (fivetran-quirks 2.10); the scope
/// can't change.
public final class WebhookDefinition
    implements KindDefinition, Moves, Namesakes, Facets.Exported, TokenBearing {

  private static final String[] EVENTS = {
    "sync_start",
    "sync_end",
    "status",
    "dbt_run_start",
    "dbt_run_succeeded",
    "dbt_run_failed",
    "transformation_run_start",
    "transformation_run_succeeded",
    "transformation_run_failed",
    "transformation_start",
    "transformation_succeeded",
    "transformation_failed",
    "connection_successful",
    "connection_failure",
    "create_connector",
    "pause_connector",
    "resume_connector",
    "edit_connector",
    "delete_connector",
    "force_update_connector",
    "resync_connector",
    "resync_table"
  };

  private static final FieldTable FIELDS =
      FieldTable.of(
              ref("group", "group_id", "group").identity().immutable(),
              text("url").required().with(Trait.IDENTITY).notClearable(),
              set("events", EVENTS).notClearable(),
              bool("active"),
              secret("secret"))
          .dropping(
              Map.of(
                  "type",
                  "a webhook with `group` is of that group, one without of the account; take it"
                      + " out"))
          .ownedBy("spec of Webhook");

  /// Webhooks.
  public static Kind kind() {
    var definition = new WebhookDefinition();
    return new Kind(definition, WebhookDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "Webhook";
  }

  @Override
  public String slug() {
    return "webhook";
  }

  @Override
  public Optional<TokenBearing> bearsTokens() {
    return Optional.of(this);
  }

  @Override
  public Value.Mapping printable(Value.Mapping live) {
    return live.with("url", Value.text(WebhookUrl.shown(live.text("url"))));
  }

  @Override
  public Optional<Exported> exported() {
    return Optional.of(this);
  }

  /// Such urls carry tokens.
  @Override
  public boolean isConfidential(FieldPath path) {
    return path.equals(FieldPath.of("url"));
  }

  @Override
  public List<String> overview() {
    return List.of("type", "events", "active");
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    Value url = wanted.spec().get("url");
    return url.isBlank() || WebhookUrl.isSecure(url.asText())
        ? List.of()
        : List.of(
            Problem.error(
                wanted.spec().placeOf("url"),
                "insecure-url",
                wanted.address().toString(),
                "url is no https address, and Fivetran takes no other",
                "begin it with https://"));
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return scope(wanted, ids).map(scope -> key(scope, wanted.spec().text("url")));
  }

  @Override
  public Optional<Moves> moves() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> formerIdentity(Resource wanted, Ids ids) {
    return Renames.from(wanted).flatMap(url -> scope(wanted, ids).map(scope -> key(scope, url)));
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  /// Nothing hangs on a webhook.
  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return false;
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = sameUrl(Initial.left(wanted), live.fields());
    String rotation = intent.rotation().apply(wanted.address());
    Findings findings =
        Comparison.between(FIELDS, spec, live.fields(), ids, java.util.Set.of(), rotation)
            .findings(wanted.address());
    return withoutTokens(Renames.found(findings, "url", spec.get("url"), live));
  }

  /// A url that is spelled otherwise and means the same is no difference.
  private static Value.Mapping sameUrl(Value.Mapping spec, Value.Mapping live) {
    String canonical = WebhookUrl.canonical(live.text("url"));
    return WebhookUrl.canonical(spec.text("url")).equals(canonical)
        ? spec.with("url", live.get("url"))
        : spec;
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return withoutTokens(Creation.of(FIELDS, wanted, "events"));
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group");
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return ids.nameOf("group", live.fields().text("group_id")).stream().toList();
  }

  /// The list says everything but the secrets.
  private static KindReader reader(Account account) {
    return new PlainReader(
        AccountCollection.of(account, "webhooks")::list, WebhookDefinition::live);
  }

  private static Live live(Value.Mapping webhook) {
    String id = webhook.text("id");
    String url = webhook.text("url");
    String label = WebhookUrl.host(url).orElse("webhook") + "~" + id;
    return new Live(
        "webhook", new RemoteId(id), key(webhook.text("group_id"), url), label, webhook, true);
  }

  private KindWriter writer(Account account) {
    WebhooksApi api = account.api(WebhooksApi.class);
    var calls = new PlainCalls(body -> create(api, body), api::update, api::delete);
    return new PlainWriter(this, reader(account), calls).sharing(account);
  }

  /// The scope is said by the path, not by the body.
  private static Value.Mapping create(WebhooksApi api, Value.Mapping whole) {
    Value.Mapping body = whole.without("group_id");
    String group = whole.text("group_id");
    return group.isEmpty() ? api.createForAccount(body) : api.createForGroup(group, body);
  }

  /// The natural key: `scope` is the id of the group, empty for the account.
  private static String key(String scope, String url) {
    return scope + " " + WebhookUrl.canonical(url);
  }

  /// Empty while the group does not exist.
  private static Optional<String> scope(Resource wanted, Ids ids) {
    return wanted.spec().get("group") instanceof Value.Reference reference
        ? ids.find(reference.target()).map(RemoteId::value)
        : Optional.of("");
  }

  private static Findings withoutTokens(Findings findings) {
    return findings.withFields(
        findings.fields().stream().map(WebhookDefinition::withoutTokens).toList());
  }

  private static FieldChange withoutTokens(FieldChange change) {
    return change.path().equals(FieldPath.of("url"))
        ? change.worded(shown(change.before()), shown(change.after()))
        : change;
  }

  private static String shown(Value url) {
    boolean isPlain = url instanceof Value.Text text && !text.origin().printsAsSource();
    return isPlain ? WebhookUrl.shown(url.asText()) : url.display();
  }
}
