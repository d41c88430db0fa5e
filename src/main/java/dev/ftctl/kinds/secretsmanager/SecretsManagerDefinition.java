package dev.ftctl.kinds.secretsmanager;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.SecretsManagersApi;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.Variants;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A secrets manager is its name, which the account has once (fivetran-quirks 2.20). Only its
/// config can change, which is sent whole.
public final class SecretsManagerDefinition implements KindDefinition, Facets.Outputs, Variants {

  static final String TYPE = "type";
  static final String HYBRID = "is_hybrid_deployment";

  private static final String SLUG = "secrets-manager";
  private static final String NAME = "name";

  private static final FieldTable COMMON =
      FieldTable.of(
              text(NAME).required().identity().notClearable(),
              oneOf(TYPE, ManagerConfig.names().toArray(String[]::new))
                  .required()
                  .immutable()
                  .names(),
              bool(HYBRID).immutable())
          .ownedBy("spec of SecretsManager");

  /// Secrets managers.
  public static Kind kind() {
    var definition = new SecretsManagerDefinition();
    return new Kind(definition, SecretsManagerDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "SecretsManager";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return COMMON.with(ManagerConfig.field(spec.text(TYPE)));
  }

  @Override
  public Optional<Variants> variants() {
    return Optional.of(this);
  }

  @Override
  public String variesBy() {
    return TYPE;
  }

  @Override
  public Optional<Outputs> outputs() {
    return Optional.of(this);
  }

  /// By which a role of AWS knows the account.
  @Override
  public SequencedMap<String, String> told(Live live) {
    SequencedMap<String, String> told = new LinkedHashMap<>();
    String id = live.fields().mapping(ManagerConfig.FIELD).text("external_id");
    if (!id.isEmpty()) {
      told.put("external_id", id);
    }
    return told;
  }

  @Override
  public String namedBy() {
    return NAME;
  }

  @Override
  public List<String> lead() {
    return List.of(TYPE);
  }

  @Override
  public List<String> overview() {
    return List.of(TYPE, HYBRID);
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
    var problems = new ArrayList<>(Renames.refused(wanted, "a secrets manager can't be renamed"));
    problems.addAll(ManagerConfig.missing(wanted));
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text(NAME));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    String rotation = intent.rotation().apply(wanted.address());
    return Comparison.between(fields(spec), spec, kept(spec, live), ids, Set.of(), rotation)
        .findings(wanted.address());
  }

  /// Of a manager of another type nothing is kept.
  private static Value.Mapping kept(Value.Mapping spec, Live live) {
    boolean isSame = ManagerConfig.isSame(spec.text(TYPE), live.fields().text(TYPE));
    return isSame ? live.fields() : live.fields().without(ManagerConfig.FIELD);
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(fields(wanted.spec()), wanted, TYPE, ManagerConfig.FIELD);
  }

  private static KindReader reader(Account account) {
    return new Reader(account.api(SecretsManagersApi.class));
  }

  private KindWriter writer(Account account) {
    SecretsManagersApi api = account.api(SecretsManagersApi.class);
    var calls = new PlainCalls(api::create, api::update, api::delete);
    return new PlainWriter(this, reader(account), calls);
  }

  /// The list has no `config`.
  private record Reader(SecretsManagersApi api) implements KindReader {

    @Override
    public List<Live> list() {
      return Pages.all(api::list).stream().map(Reader::live).toList();
    }

    @Override
    public Live details(Live light, Interest interest) {
      return live(api.details(light.id().value()));
    }

    private static Live live(Value.Mapping manager) {
      String name = manager.text(NAME);
      return new Live(SLUG, new RemoteId(manager.text("id")), name, name, manager, true);
    }
  }
}
