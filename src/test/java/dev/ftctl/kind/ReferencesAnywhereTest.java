package dev.ftctl.kind;

import static dev.ftctl.testing.Values.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Configured;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Parcels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// References in lists, in objects and in lists of objects: found, compared and sent like those of
/// fields.
final class ReferencesAnywhereTest {

  private static final String EVERYWHERE =
      """
      {name: 'p',
       connectors: ['ref:connector/orders@eu', 'ref:connector/orders@us'],
       after: ['ref:parcel/a'],
       route: {depot: 'ref:group/eu', source: 'ref:connector/crm@eu', weight: 3,
               detour: {over: ['ref:parcel/b']}},
       stops: [{place: 'x', guard: 'ref:user/ana', with: ['ref:parcel/c']}, {place: 'y'}]}
      """;

  private final Ids ids = new Ids();

  ReferencesAnywhereTest() {
    know("connector/orders@eu", "oe");
    know("connector/orders@us", "ou");
    know("connector/crm@eu", "ce");
    know("group/eu", "ge");
    know("user/ana", "ua");
    List.of("a", "b", "c").forEach(name -> know("parcel/" + name, "p" + name));
  }

  @Test
  void areFoundAtEveryDepth() {
    Resource parcel = parcel(EVERYWHERE);

    assertThat(References.of(parcel, definition()))
        .extracting(found -> found.target().toString())
        .containsExactly(
            "connector/orders@eu",
            "connector/orders@us",
            "parcel/a",
            "group/eu",
            "connector/crm@eu",
            "parcel/b",
            "user/ana",
            "parcel/c");
  }

  @Test
  void ofALiveObjectAreFoundByTheirIds() {
    Value.Mapping fields =
        mapping(
            "{connector_ids: ['ou', 'nobody'], route: {depot_id: 'ge', detour: {over_ids: ['pa']}},"
                + " stops: [{place: 'x', guard_id: 'ua', with_ids: ['pa']}]}");

    assertThat(References.of(live(fields), Parcels.TABLE, ids))
        .extracting(Address::toString)
        .containsExactly("connector/orders@us", "group/eu", "parcel/a", "user/ana");
  }

  @Test
  void areSentAsIds() {
    Value.Mapping body = Bodies.create(Parcels.TABLE, mapping(EVERYWHERE), ids);

    assertThat(body)
        .isEqualTo(
            mapping(
                "{name: 'p', connector_ids: ['oe', 'ou'], after_ids: ['pa'],"
                    + " route: {depot_id: 'ge', source_id: 'ce', weight: 3,"
                    + " detour: {over_ids: ['pb']}},"
                    + " stops: [{place: 'x', guard_id: 'ua', with_ids: ['pc']}, {place: 'y'}]}"));
  }

  @Test
  void areNeverSentBeforeTheirTargetIsThere() {
    ids.remove(address("parcel/b"));

    assertThatThrownBy(() -> Bodies.create(Parcels.TABLE, mapping(EVERYWHERE), ids))
        .hasMessage("no id yet of [parcel/b]");
  }

  @Test
  void areTheSameInAnotherOrder() {
    Value.Mapping wanted = mapping(EVERYWHERE);
    Value.Mapping live =
        Bodies.create(Parcels.TABLE, wanted, ids)
            .with("connector_ids", mapping("{x: ['ou', 'oe']}").get("x"));

    Comparison comparison = Comparison.between(Parcels.TABLE, wanted, live, ids);

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.unchanged()).isEqualTo(10);
  }

  @Test
  void emptyListMeansWhatNothingMeans() {
    assertThat(changes("{after: []}", "{after_ids: null}")).isEmpty();
    assertThat(changes("{after: null}", "{after_ids: []}")).isEmpty();
    assertThat(changes("{after: []}", "{after_ids: ['pa']}"))
        .containsExactly("after: [a] → [] CLEAR");
  }

  @Test
  void unknownIdShowsAsIdBesideNames() {
    assertThat(changes("{after: ['ref:parcel/b']}", "{after_ids: ['pa', 'iris_oak']}"))
        .containsExactly("after: [a, \"iris_oak\"] → [b] SET");
  }

  @Test
  void whatIsNotThereYetIsADifference() {
    assertThat(changes("{after: ['ref:parcel/a', 'ref:parcel/new']}", "{after_ids: ['pa']}"))
        .containsExactly("after: [a] → [a, new] SET");
  }

  @Test
  void insideObjectsShowTheFieldThatDiffers() {
    String live =
        "{route: {depot_id: 'nobody', source_id: 'ce', detour: {over_ids: ['pa', 'pb']}}}";

    assertThat(
            changes(
                "{route: {depot: 'ref:group/eu', source: 'ref:connector/crm@eu',"
                    + " detour: {over: ['ref:parcel/c']}}}",
                live))
        .containsExactly("route.depot: \"nobody\" → eu SET", "route.detour.over: [a, b] → [c] SET");
  }

  @Test
  void insideItemsShowTheFieldThatDiffers() {
    assertThat(
            changes(
                "{stops: [{place: 'x', with: ['ref:parcel/a']}, {place: 'new', guard:"
                    + " 'ref:user/ana'}]}",
                "{stops: [{place: 'x', with_ids: ['pb']}, {place: 'old', with_ids: ['pc', 'q']}]}"))
        .containsExactly(
            "stops.x.with: [b] → [a] SET",
            "stops.new: (not set) → {place: \"new\", guard: ana} ADD",
            "stops.old: {place: \"old\", with_ids: [c, \"q\"]} → (not set) REMOVE");
  }

  @Test
  void itemsWithoutAKeyAreFoundByWhatTheyReferTo() {
    String wanted =
        "{loose: [{place: 'x', guard: 'ref:user/ana'}, {place: 'x', with: ['ref:parcel/a']}]}";

    assertThat(
            changes(
                wanted, "{loose: [{place: 'x', with_ids: ['pa']}, {place: 'x', guard_id: 'ua'}]}"))
        .isEmpty();
    assertThat(changes(wanted, "{loose: [{place: 'x', with_ids: ['pb']}]}"))
        .containsExactly(
            "loose: [{place: \"x\", with_ids: [b]}] → [{place: \"x\", guard: ana},"
                + " {place: \"x\", with: [a]}] SET");
  }

  /// It is made anew, so that its present id is nobody's afterwards.
  @Test
  void whatIsReplacedIsReferredToAnew() {
    ids.markReplaced(address("parcel/a"));

    assertThat(changes("{after: ['ref:parcel/a', 'ref:parcel/b']}", "{after_ids: ['pa', 'pb']}"))
        .containsExactly("after: [a (old), b] → [a (new), b] SET");
  }

  @Test
  void patchSendsAnObjectWholeWithIds() {
    Value.Mapping wanted = mapping("{route: {depot: 'ref:group/eu', detour: {over: []}}}");
    Value.Mapping live =
        mapping(
            "{route: {depot_id: 'old', weight: 3, source_id: 'ce', detour: {over_ids: ['pa']}}}");
    List<FieldChange> changes = Comparison.between(Parcels.TABLE, wanted, live, ids).changes();

    Value.Mapping body = Bodies.patch(Parcels.TABLE, changes, wanted, live, ids);

    assertThat(body)
        .isEqualTo(
            mapping(
                "{route: {source_id: 'ce', weight: 3, depot_id: 'ge', detour: {over_ids: []}}}"));
  }

  @Test
  void patchSendsOnlyWhatChangedOfAnObjectThatTheApiMerges() {
    Value.Mapping wanted =
        mapping("{route: {depot: 'ref:group/eu', source: 'ref:connector/crm@eu'}}");
    Value.Mapping live = mapping("{route: {depot_id: 'ge', source_id: 'old'}}");
    Set<String> merged = Set.of("route");
    List<FieldChange> changes =
        Comparison.between(Parcels.TABLE, wanted, live, ids, merged, "").changes();

    Value.Mapping body = Bodies.patch(Parcels.TABLE, changes, wanted, live, ids, merged);

    assertThat(body).isEqualTo(mapping("{route: {source_id: 'ce'}}"));
  }

  @Test
  void creationNamesWhatItRefersTo() {
    assertThat(Comparison.creation(Parcels.TABLE, mapping(EVERYWHERE)).changes())
        .extracting(change -> change.path() + " " + change.to())
        .contains(
            "connectors [orders@eu, orders@us]",
            "route.depot eu",
            "route.detour.over [b]",
            "stops [{place: \"x\", guard: ana, with: [c]}, {place: \"y\"}]");
  }

  @Test
  void identityMayHoldTheIdOfWhatANestedObjectRefersTo() {
    Resource parcel = parcel(EVERYWHERE);

    assertThat(definition().identity(parcel, ids)).contains("ge p");
    assertThat(definition().identity(parcel, new Ids())).isEmpty();
  }

  @Test
  void identityMayHoldTheIdsOfAList() {
    Value connectors = mapping(EVERYWHERE).get("connectors");

    assertThat(ids.idsOf(connectors).map(Set::copyOf)).contains(Set.of("oe", "ou"));
    assertThat(ids.idsOf(Value.ABSENT)).isEmpty();
    ids.remove(address("connector/orders@us"));
    assertThat(ids.idsOf(connectors)).isEmpty();
  }

  /// The account would know the item by an id, and the manifest by a name.
  @Test
  void noReferenceTellsItemsApart() {
    FieldTable table = FieldTable.of(Field.ref("guard", "guard_id", "user"));

    assertThatThrownBy(() -> new Shape.ItemsOf(table, List.of("guard"), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void configuredListsAreInAnOrderOfTheirOwn() {
    assertThat(
            Configured.of(
                Parcels.TABLE, mapping("{after_ids: ['pb', 'pa'], route: {depot_id: 'ge'}}")))
        .isEqualTo(mapping("{after_ids: ['pa', 'pb'], route: {depot_id: 'ge'}}"));
  }

  private List<String> changes(String wanted, String live) {
    return Comparison.between(Parcels.TABLE, mapping(wanted), mapping(live), ids).changes().stream()
        .map(change ->
            change.path() + ": " + change.from() + " → " + change.to() + " " + change.effect())
        .toList();
  }

  private void know(String address, String id) {
    ids.put(address(address), new RemoteId(id));
  }

  private static Address address(String text) {
    return Address.parse(text, slug -> slug.equals("connector")).orElseThrow();
  }

  private static KindDefinition definition() {
    return Parcels.KINDS.ofSlug("parcel").definition();
  }

  private static Resource parcel(String spec) {
    return new Resource(
        Address.of("parcel", "p"),
        Metadata.named("p"),
        mapping(spec),
        SourceLocation.of("m.yaml", 1, 1));
  }

  private static Live live(Value.Mapping fields) {
    return new Live("parcel", new RemoteId("pp"), "ge p", "p", fields, true);
  }
}
