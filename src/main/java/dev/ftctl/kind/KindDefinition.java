package dev.ftctl.kind;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The pure part of a kind: what its manifests may say, how it is found in the account, what
/// differs, in which steps that is mended. This is what every kind has, or several; what is the
/// matter of one kind is a facet.
public interface KindDefinition extends Facets {

  /// As manifests write it: `SchemaSettings`.
  String name();

  /// All that manifests may call it: its name, then its aliases.
  default List<String> names() {
    return Stream.concat(Stream.of(name()), aliased().stream().flatMap(it -> it.aliases().stream()))
        .toList();
  }

  /// As addresses write it: `schema-settings`.
  String slug();

  /// The fields of `spec`, for the `service` that the spec names where the fields depend on it, or
  /// what it says in the field of [dev.ftctl.kind.facet.Variants].
  FieldTable fields(Value.Mapping spec);

  /// The services that the catalogue knows for `spec.service`, where [#fields] depends on it; empty
  /// where it doesn't.
  default SortedSet<String> services() {
    return new TreeSet<>();
  }

  /// The field of `spec` that defaults to `metadata.name` (`name`, `email`) where the table
  /// requires it; empty when there is none.
  default String namedBy() {
    return "";
  }

  /// The fields that tell most about a document, which therefore stand at its head; in their order.
  default List<String> lead() {
    return List.of();
  }

  /// The fields of a listed object that tell most about it at a glance, with dots, in their order.
  default List<String> overview() {
    return List.of();
  }

  /// Whether its objects reach another system, so that somebody has to set them up and
  /// `metadata.setup` says who.
  default boolean isSetUp() {
    return false;
  }

  /// Whether its objects bring data, of which `metadata.freshness` says how old they may become:
  /// those that go with a destination do.
  default boolean bringsData() {
    return follows().filter(Follows::isOfData).isPresent();
  }

  /// When a kind's list is read, and what it tells.
  enum Listing {
    /// In any case.
    ANYWAY,
    /// Only where something asks for it: a document of the kind, or whoever wants to see what no
    /// document describes. So a kind costs those nothing that don't use it.
    ON_DEMAND,
    /// The same; and it is another kind's, which only tells that there are some, so that a key
    /// which may not see them is told so at the details of each.
    ELSEWHERE
  }

  default Listing listing() {
    return Listing.ANYWAY;
  }

  default boolean isListedOnDemand() {
    return listing() != Listing.ANYWAY;
  }

  default boolean isListedElsewhere() {
    return listing() == Listing.ELSEWHERE;
  }

  /// Whether to make an object anew is to delete it first, which is refused as long as others refer
  /// to it. A name that the API takes once only leaves no other way.
  default boolean isReplacedOnlyUnused() {
    return false;
  }

  /// What is lost with an object that is made anew, beside the object: `full historical re-sync`.
  default String lostByReplacing() {
    return "";
  }

  /// What no table can say, checked offline.
  ///
  /// @param wanted as it is written, in whichever words the kind takes
  default List<Problem> check(Resource wanted) {
    return List.of();
  }

  /// The natural key in the account, equal to [Live#identity] of the object it means. Empty when
  /// something that it stands on does not exist yet, so that neither can this.
  Optional<String> identity(Resource wanted, Ids ids);

  /// What differs. Pure: reads nothing.
  Findings compare(Resource wanted, Live live, Ids ids, Intent intent);

  /// What a creation will set, and what speaks against it (a connector that does not say `paused`).
  Findings creation(Resource wanted, Ids ids);

  /// The address of a live object that no manifest describes.
  default Address liveAddress(Live live, Ids ids) {
    return Address.of(slug(), live.label());
  }

  /// Slugs of the kinds whose ids its identities and addresses are made of; its own is none of
  /// them.
  default Set<String> standsOn() {
    return Set.of();
  }

  /// Whether what it stands on stays as long as it is there. What filters name, and what only
  /// belongs to something, holds nothing.
  default boolean holdsWhatItStandsOn() {
    return true;
  }

  /// What a live object stands on, so that it is deleted before them and they never without it.
  default List<Address> liveReferences(Live live, Ids ids) {
    return List.of();
  }

  /// The steps of a change, in order; none for a change that needs nothing. Most kinds have one,
  /// named like the action.
  default List<Step> steps(Change change, Intent intent) {
    return change.action() == Action.NONE && !change.findings().followUp()
        ? List.of()
        : List.of(
            new Step(change, StepName.of(change.action()), false).sending(Step.plain(change)));
  }
}
