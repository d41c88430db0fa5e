package dev.ftctl.kinds.privatelink;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.PrivateLinksApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;

/// A private link is its name, which nothing changes (fivetran-quirks 2.16); only its config can be
/// changed, and is sent whole.
public final class PrivateLinkDefinition
    implements KindDefinition, Namesakes, Facets.Outputs, Facets.Settles {

  static final String SLUG = "private-link";

  private static final String NAME = LinkFields.NAME;
  private static final int LONGEST_NAME = 23;

  private final LinkFields fields;

  private PrivateLinkDefinition(LinkFields fields) {
    this.fields = fields;
  }

  /// Private links.
  public static Kind kind(Catalog catalog) {
    var definition = new PrivateLinkDefinition(new LinkFields(catalog));
    return new Kind(definition, PrivateLinkDefinition::reader, definition::writer);
  }

  @Override
  public String name() {
    return "PrivateLink";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return fields.of(spec.text(LinkFields.SERVICE));
  }

  @Override
  public SortedSet<String> services() {
    return fields.services();
  }

  @Override
  public String namedBy() {
    return NAME;
  }

  @Override
  public List<String> lead() {
    return List.of(LinkFields.SERVICE, LinkFields.REGION);
  }

  @Override
  public List<String> overview() {
    return List.of(LinkFields.SERVICE, LinkFields.REGION, "state");
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
    var problems = new ArrayList<>(Renames.refused(wanted, "a private link can't be renamed"));
    problems.addAll(fields.missing(wanted));
    fields.elsewhere(wanted).ifPresent(problems::add);
    String name = wanted.spec().text(NAME);
    if (name.length() > LONGEST_NAME || !name.matches("\\w*")) {
      problems.add(
          Problem.warning(
              wanted.spec().placeOf(NAME),
              "link-name",
              wanted.address().toString(),
              "Fivetran documents names of letters, digits and `_`, at most "
                  + LONGEST_NAME
                  + " of them",
              "give it another name before it is made: none can be renamed"));
    }
    return problems;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return Optional.of(wanted.spec().text(NAME));
  }

  @Override
  public Optional<Namesakes> namesakes() {
    return Optional.of(this);
  }

  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return listed.stream()
        .anyMatch(other -> other.fields().text("private_link_id").equals(one.id().value()));
  }

  /// Only a person can tell: what one leads to, the other may not.
  @Override
  public Optional<Live> counting(List<Live> namesakes, Collection<Live> listed) {
    return Optional.empty();
  }

  @Override
  public Optional<Settles> settles() {
    return Optional.of(this);
  }

  @Override
  public boolean isSettled(Live live) {
    return LinkState.of(live.fields()).isOk();
  }

  @Override
  public Optional<Outputs> outputs() {
    return Optional.of(this);
  }

  /// How far it is, and where the other side's network meets it.
  @Override
  public SequencedMap<String, String> told(Live live) {
    SequencedMap<String, String> told = new LinkedHashMap<>();
    for (String name : List.of("state", "state_summary", "host")) {
      String text = live.fields().text(name).strip();
      if (!text.isEmpty()) {
        told.put(name, text);
      }
    }
    return told;
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    Value.Mapping there = live.fields();
    boolean isSame = fields.isSame(spec.text(LinkFields.SERVICE), there.text(LinkFields.SERVICE));
    boolean isUntold = isSame && isUntold(there) && !spec.get(LinkFields.CONFIG).isAbsent();
    Findings findings =
        Comparison.between(
                fields(spec),
                isUntold ? spec.without(LinkFields.CONFIG) : spec,
                isSame ? there : there.without(LinkFields.CONFIG),
                ids)
            .findings(wanted.address());
    if (isUntold) {
      findings =
          findings.leavingOpen("Fivetran does not tell its config, so that nobody compared it");
    }
    LinkState state = LinkState.of(there);
    if (state.hasFailed()) {
      return findings.leavingOpen(state + "; what stands on it can't work");
    }
    if (!state.isKnown()) {
      return findings.leavingOpen(state + ", a state that nobody knows here");
    }
    return state.isOk() ? findings : findings.noting(state + ": not ready yet");
  }

  /// Whether an answer leaves out what every service has.
  private static boolean isUntold(Value.Mapping link) {
    return link.mapping(LinkFields.CONFIG).entries().isEmpty();
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(
        fields(wanted.spec()), wanted, LinkFields.SERVICE, LinkFields.REGION, LinkFields.CONFIG);
  }

  /// Each looks at the account before it writes.
  @Override
  public List<Step> steps(Change change, Intent intent) {
    boolean creates = change instanceof Change.Create || change instanceof Change.Replace;
    return KindDefinition.super.steps(change, intent).stream()
        .map(step ->
            step.sending(
                Step.plain(change)
                    .plus(Calls.requests(1))
                    .with(CallSort.PRIVATE_LINK_CREATION, creates ? 1 : 0)))
        .toList();
  }

  private static KindReader reader(Account account) {
    return new Reader(account.api(PrivateLinksApi.class));
  }

  private KindWriter writer(Account account) {
    return new LinkWriter(this, account.api(PrivateLinksApi.class), reader(account), account);
  }

  /// The list says everything; where it leaves the config out, it is asked for. What is marked for
  /// deletion counts as gone.
  private record Reader(PrivateLinksApi api) implements KindReader {

    @Override
    public List<Live> list() {
      return Pages.all(api::list).stream()
          .filter(link -> !LinkState.of(link).isGoing())
          .map(Reader::live)
          .toList();
    }

    @Override
    public Live details(Live light, Interest interest) {
      return isUntold(light.fields()) ? there(api.details(light.id().value())) : light;
    }

    /// Marked for deletion since the list was read, it is gone as any other.
    private static Live there(Value.Mapping link) {
      if (LinkState.of(link).isGoing()) {
        String path = "/v1/private-links/" + link.text("id");
        throw new ApiException(
            new ApiFailure("GET", path, 404, "", "it is marked for deletion", false));
      }
      return live(link);
    }

    private static Live live(Value.Mapping link) {
      String name = link.text(NAME);
      return new Live(SLUG, new RemoteId(link.text("id")), name, name, link, true);
    }
  }
}
