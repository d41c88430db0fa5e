package dev.ftctl.kinds.apikey;

import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.ref;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.ApiKeysApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Guarded;
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
import dev.ftctl.kind.facet.Entitled;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.HandoutCalls;
import dev.ftctl.kind.plain.HandoutWriter;
import dev.ftctl.kind.plain.ToldSecrets;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An API key is its service account, which has one at most (fivetran-quirks 2.7). How long it
/// lasts is said when it is made and when it is rotated, and read as a time.
public final class ApiKeyDefinition implements KindDefinition, HandsOutOnce, Entitled, Guarded {

  static final String SLUG = "api-key";
  static final String USER_ID = "user_id";

  private static final String USER = "user";

  private static final FieldTable FIELDS =
      FieldTable.of(
              ref(USER, USER_ID, USER).required().identity(),
              integer(KeyPeriods.LASTS).createOnly(),
              integer(KeyPeriods.OVERLAP).createOnly())
          .ownedBy("spec of ApiKey");

  /// API keys.
  public static Kind kind() {
    var definition = new ApiKeyDefinition();
    return new Kind(definition, ApiKeyDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "ApiKey";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  /// Users that have one.
  @Override
  public Listing listing() {
    return Listing.ELSEWHERE;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    var problems = new ArrayList<>(Renames.refused(wanted, "a key stays with its account"));
    problems.addAll(KeyPeriods.check(wanted));
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return ids.idOf(wanted.spec().get(USER));
  }

  /// A rotation that only the time asks for waits for somebody who may; others are not held back.
  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Findings findings =
        Comparison.between(FIELDS, Initial.left(wanted), live.fields(), ids)
            .findings(wanted.address());
    Findings told = ToldSecrets.found(findings, wanted, live, intent, this);
    boolean isAnew =
        told.hasChanges() || told.followUp() && !ToldSecrets.isKept(wanted.address(), live, intent);
    if (!isAnew || Asker.mayRotate(live)) {
      return told;
    }
    boolean isAsked = !intent.renewal().apply(wanted.address()).isEmpty();
    return isAsked || told.followUp()
        ? Asker.refused(told, wanted, live)
        : findings.leavingOpen(
            told.fields().getFirst().note()
                + ": left alone, since "
                + Asker.why(live)
                + "; apply with a person's key");
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
  public Address liveAddress(Live live, Ids ids) {
    return ids.nameOf(USER, live.id().value())
        .map(user -> Address.of(SLUG, user.name()))
        .orElseGet(() -> live.address(live.label()));
  }

  @Override
  public Set<String> standsOn() {
    return Set.of(USER);
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return ids.nameOf(USER, live.id().value()).stream().toList();
  }

  @Override
  public Optional<Entitled> entitled() {
    return Optional.of(this);
  }

  @Override
  public Optional<Problem> refusal(Resource wanted, Found around) {
    return around
        .named(wanted.spec().get(USER))
        .filter(user -> !user.text("user_type").equals("SERVICE_ACCOUNT"))
        .map(person ->
            Problem.error(
                wanted.spec().placeOf(USER),
                "not-entitled",
                wanted.address().toString(),
                "its user is a person, and Fivetran makes such keys for service accounts alone",
                "name a user with `user_type: SERVICE_ACCOUNT`"));
  }

  @Override
  public Optional<HandsOutOnce> handsOutOnce() {
    return Optional.of(this);
  }

  @Override
  public List<String> told() {
    return List.of("key_value", "secret");
  }

  @Override
  public String expiry() {
    return "expires_at";
  }

  /// Nothing tells whether somebody logs in with it.
  @Override
  public boolean isInUse(Live live) {
    return false;
  }

  @Override
  public String users(Live live) {
    return "";
  }

  @Override
  public String ending(Resource wanted) {
    int days = KeyPeriods.days(wanted, KeyPeriods.OVERLAP, 0);
    return days == 0
        ? "its old secret stops working at once"
        : "its old secret works for " + days + (days == 1 ? " day more" : " days more");
  }

  @Override
  public Optional<Guarded> guarded() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> indispensable(Live live) {
    return Asker.isOwn(live)
        ? Optional.of("left alone: " + live.label() + " has the key that runs ftctl")
        : Optional.empty();
  }

  @Override
  public boolean oneMustStay(Value.Mapping fields) {
    return false;
  }

  @Override
  public Live kept(Live live) {
    return live;
  }

  @Override
  public String endsWith(Live live) {
    return "whatever logs in with it is refused from then on";
  }

  @Override
  public boolean goesWith(String slug) {
    return slug.equals("user");
  }

  /// Other systems may run on what no manifest describes.
  @Override
  public boolean isPrunable() {
    return false;
  }

  private static KindReader reader(Account account) {
    return new ApiKeyReader(account.api(ApiKeysApi.class), account.api(UsersApi.class), account);
  }

  private KindWriter writer(Account account) {
    ApiKeysApi api = account.api(ApiKeysApi.class);
    var calls =
        HandoutCalls.withoutUpdate(
            body -> created(api, body),
            (id, said) -> api.rotate(id, said.without(USER_ID)),
            api::delete,
            true);
    return new ApiKeyWriter(new HandoutWriter(this, this, reader(account), calls), account);
  }

  /// What is made first has no old secret beside it.
  private static Value.Mapping created(ApiKeysApi api, Value.Mapping body) {
    String user = body.text(USER_ID);
    return api.create(user, body.without(USER_ID).without(KeyPeriods.OVERLAP))
        .with("id", Value.text(user));
  }
}
