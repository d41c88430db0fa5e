package dev.ftctl.kinds.systemkey;

import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.SystemKeysApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.HandoutCalls;
import dev.ftctl.kind.plain.HandoutWriter;
import dev.ftctl.kind.plain.ToldSecrets;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A system key is its name, of which the account may have two (fivetran-quirks 2.19). When it
/// expires is said at its creation and at each rotation, and compared with nothing.
public final class SystemKeyDefinition implements KindDefinition, Moves, HandsOutOnce {

  private static final String SLUG = "system-key";
  private static final String NAME = "name";
  private static final String KEY = "key";
  private static final String EXPIRY = "expired_at";
  private static final String USED = "last_used_at";

  private static final FieldTable FIELDS =
      FieldTable.of(
              text(NAME).required().with(Trait.IDENTITY).names().notClearable(),
              oneOf(
                      KeyRules.PERIOD,
                      "ONE_WEEK",
                      "ONE_MONTH",
                      "THREE_MONTHS",
                      "SIX_MONTHS",
                      KeyRules.INFINITE)
                  .createOnly(),
              KeyPermissions.field())
          .ownedBy("spec of SystemKey");

  /// System keys.
  public static Kind kind() {
    var definition = new SystemKeyDefinition();
    return new Kind(definition, SystemKeyDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "SystemKey";
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
    return List.of(EXPIRY, USED);
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group", "destination", "connector");
  }

  @Override
  public boolean holdsWhatItStandsOn() {
    return false;
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return KeyRules.check(wanted);
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text(NAME));
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
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = KeyPermissions.whole(Initial.left(wanted));
    Findings found =
        Comparison.between(FIELDS, spec, live.fields(), ids).findings(wanted.address());
    Findings risky =
        found.hasChanges()
            ? new KeyRisks(ids)
                .between(
                    worded(found, wanted, live, ids),
                    KeyPermissions.of(live.fields()),
                    KeyPermissions.of(spec))
            : found;
    Findings renamed = Renames.found(risky, NAME, spec.get(NAME), live);
    return ToldSecrets.found(renamed, wanted, live, intent, this);
  }

  /// The set as people read it, and as the document says it.
  private static Findings worded(Findings found, Resource wanted, Live live, Ids ids) {
    return found.withFields(
        found.fields().stream()
            .map(change ->
                change.path().equals(FieldPath.of(KeyPermissions.FIELD))
                    ? change.worded(
                        KeyPermissions.shown(KeyPermissions.of(live.fields()), ids),
                        KeyPermissions.shown(KeyPermissions.of(wanted.spec()), ids))
                    : change)
            .toList());
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    Findings findings = Creation.of(FIELDS, wanted, KeyPermissions.FIELD);
    return new KeyRisks(ids).between(findings, List.of(), KeyPermissions.of(wanted.spec()));
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
    return List.of(KEY, "secret");
  }

  @Override
  public String expiry() {
    return EXPIRY;
  }

  /// That it was used says nothing of the last secret, since one may have been made anew.
  @Override
  public boolean isInUse(Live live) {
    return false;
  }

  @Override
  public String users(Live live) {
    String used = live.fields().text(USED);
    return used.isEmpty() ? "" : "it was last used on " + used.replaceFirst("T.*", "");
  }

  private static KindReader reader(Account account) {
    return new Reader(account.api(SystemKeysApi.class));
  }

  private KindWriter writer(Account account) {
    SystemKeysApi api = account.api(SystemKeysApi.class);
    var calls =
        new HandoutCalls(
            body -> named(api.create(KeyPermissions.sent(body))),
            (id, body) -> api.update(id, KeyPermissions.sent(body)),
            (id, said) -> named(api.rotate(id, period(said))),
            api::delete,
            false);
    return new HandoutWriter(this, this, reader(account), calls);
  }

  /// Some examples of the API call the key `key_value` (fivetran-quirks 2.19).
  private static Value.Mapping named(Value.Mapping told) {
    return told.get(KEY).isBlank() ? told.with(KEY, told.get("key_value")) : told;
  }

  private static Value.Mapping period(Value.Mapping said) {
    Value period = said.get(KeyRules.PERIOD);
    return period.isBlank()
        ? Value.Mapping.EMPTY
        : Value.Mapping.EMPTY.with(KeyRules.PERIOD, period);
  }

  /// The list has no permissions.
  private record Reader(SystemKeysApi api) implements KindReader {

    @Override
    public List<Live> list() {
      return Pages.all(api::list).stream().map(Reader::live).toList();
    }

    @Override
    public Live details(Live light, Interest interest) {
      return live(api.details(light.id().value()));
    }

    private static Live live(Value.Mapping key) {
      String name = key.text(NAME);
      return new Live(
          SLUG, new RemoteId(key.text("id")), name, name, KeyPermissions.told(key), true);
    }
  }
}
