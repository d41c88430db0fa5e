package dev.ftctl.kind;

import dev.ftctl.model.Address;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Problem;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The pure part of a kind: what its manifests may say, how it is found in the account, what
/// differs, in which steps that is mended.
public interface KindDefinition {

  /// As manifests write it: `SchemaSettings`.
  String name();

  /// As addresses write it: `schema-settings`.
  String slug();

  /// The fields of `spec`, for the `service` that the spec names where the fields depend on it.
  FieldTable fields(Value.Mapping spec);

  /// The services that the catalogue knows for `spec.service`, where [#fields] depends on it; empty
  /// where it doesn't.
  default SortedSet<String> services() {
    return new TreeSet<>();
  }

  /// Where the kind stands in plans and among the lists: things before what stands on them.
  int order();

  /// The field of `spec` that defaults to `metadata.name` (`name`, `email`); empty when there is
  /// none.
  default String namedBy() {
    return "";
  }

  /// What no table can say, checked offline.
  default List<Problem> check(Resource wanted) {
    return List.of();
  }

  /// The natural key in the account, equal to [Live#identity] of the object it means. Empty when
  /// something that it stands on does not exist yet, so that neither can this.
  Optional<String> identity(Resource wanted, Ids ids);

  /// The natural key that the object had before, when the document says `moved_from`.
  default Optional<String> formerIdentity(Resource wanted, Ids ids) {
    return Optional.empty();
  }

  /// Why this object is never deleted, whatever asks for it; empty when it may be.
  default Optional<String> indispensable(Live live) {
    return Optional.empty();
  }

  /// Whether an object with these fields is one of a sort of which a run must leave one: an
  /// administrator of the account.
  default boolean oneMustStay(Value.Mapping fields) {
    return false;
  }

  /// The live object marked as one that has to stay what [#oneMustStay] asks for.
  default Live keptAsItIs(Live live) {
    return live;
  }

  /// Whether what `moved_from` names stays where it is, since the API can't move it: the object is
  /// made anew beside it.
  default boolean movesByCopy() {
    return false;
  }

  /// The findings with what is to become of the object that `moved_from` names, for a kind that
  /// moves by copy.
  ///
  /// @param isNew whether the new object has to be created
  default Findings besideFormer(Findings findings, Resource wanted, Live former, boolean isNew) {
    return findings;
  }

  /// What differs. Pure: reads nothing.
  Findings compare(Resource wanted, Live live, Ids ids, Intent intent);

  /// What a creation will set, and what speaks against it (a connector that does not say `paused`).
  Findings creation(Resource wanted, Ids ids);

  /// Whether a live object that no manifest describes may be what a creation would make a second
  /// time, as far as a list tells; then its details are read for [#isLookalike].
  default boolean mayBeLookalike(Resource wanted, Live other, Ids ids) {
    return false;
  }

  /// Whether it seems to be: a creation beside it is the risk `duplicate`.
  default boolean isLookalike(Resource wanted, Live other, Ids ids) {
    return false;
  }

  /// The kind that this one is a part of, read and written with its owner; empty for everything
  /// that has an id of its own.
  default Optional<String> partOf() {
    return Optional.empty();
  }

  /// The address of a live object that no manifest describes.
  default Address liveAddress(Live live, Ids ids) {
    return Address.of(slug(), live.label());
  }

  /// What a live object stands on, so that it is deleted before them and they never without it.
  default List<Address> liveReferences(Live live, Ids ids) {
    return List.of();
  }

  /// Whether `--prune` may ever delete objects of this kind.
  default boolean isPrunable() {
    return true;
  }

  /// Slugs of kinds whose resources in the same group come first, though nothing refers to them (a
  /// destination before its connections).
  default List<String> follows() {
    return List.of();
  }

  /// The schemas, tables and columns that a resource decides about, as it will leave them; `live`
  /// is empty where nothing is known of the account.
  default List<SourceElement> elements(Resource wanted, Value.Mapping live) {
    return List.of();
  }

  /// The steps of a change, in order; none for a change that needs nothing. Most kinds have one,
  /// named like the action.
  default List<Step> steps(Change change, Intent intent) {
    return change.action() == Action.NONE && !change.findings().followUp()
        ? List.of()
        : List.of(new Step(change, change.action().word(), false).sending(Sending.plain(change)));
  }
}
