package dev.ftctl.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Interest;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who is who, without an account: lists as an account would answer them.
class MatchingTest {

  private static final Resource PROD = group("prod");

  private static final Resource ORDERS = connector("orders", Map.of());

  private static final Resource SETTINGS =
      Wanted.of("schema-settings/orders@prod", Map.of("connector", "orders@prod"));

  @Test
  void resourceMeansTheObjectOfItsIdentity() {
    Matching matching = matching(of(PROD, ORDERS), live(PROD, "g1"), connection("c1", "orders"));

    assertThat(found(matching)).containsExactly("group/prod=g1", "connector/orders@prod=c1");
    assertThat(matching.ids().find(ORDERS.address())).contains(new RemoteId("c1"));
    assertThat(matching.unmanaged()).isEmpty();
    assertThat(matching.created()).isEmpty();
  }

  @Test
  void pinnedIdBeatsTheIdentity() {
    Resource pinned = connector("orders", Map.of("id", "c2"));

    Matching matching =
        matching(
            of(PROD, pinned),
            live(PROD, "g1"),
            connection("c1", "orders"),
            connection("c2", "other"));

    assertThat(found(matching)).contains("connector/orders@prod=c2");
    assertThat(matching.unmanaged()).extracting(Live::label).containsExactly("orders");
  }

  @Test
  void pinnedIdThatNothingHasIsAProblem() {
    Resource pinned = connector("orders", Map.of("id", "c9"));

    Matching matching = matching(of(PROD, pinned), live(PROD, "g1"), connection("c1", "orders"));

    assertThat(matching.problems()).extracting(Problem::rule).containsExactly("unknown-id");
    assertThat(found(matching)).containsExactly("group/prod=g1");
  }

  @Test
  void namesakesThatBothHoldSomethingAreAProblemAndNeitherIsIt() {
    Matching matching =
        matching(of(PROD), live(PROD, "g1"), live(PROD, "g2"), in("g1", "c1"), in("g2", "c2"));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly("the account has 2 objects of this identity: prod (id g1), prod (id g2)");
    assertThat(matching.found()).isEmpty();
    assertThat(matching.extras()).isEmpty();
    assertThat(matching.unmanaged()).hasSize(4);
  }

  @Test
  void ofNamesakesTheOnlyOneThatHoldsSomethingCounts() {
    Matching matching =
        matching(of(PROD), made("g1", "01"), made("g2", "02"), made("g3", "03"), in("g2", "c1"));

    assertThat(matching.problems()).isEmpty();
    assertThat(found(matching)).containsExactly("group/prod=g2");
    assertThat(extras(matching)).containsExactly("g1", "g3");
    assertThat(matching.unmanaged()).extracting(Live::kind).containsExactly("connector");
    assertThat(matching.ids().find(PROD.address())).contains(new RemoteId("g2"));
  }

  @Test
  void ofEmptyNamesakesTheOldestCounts() {
    Matching matching = matching(of(PROD), made("g1", "03"), made("g2", "02"), made("g3", "02"));

    assertThat(found(matching)).containsExactly("group/prod=g2");
    assertThat(extras(matching)).containsExactly("g1", "g3");
  }

  @Test
  void ofNamesakesWithoutAnAgeTheLowestIdCounts() {
    Matching matching = matching(of(PROD), live(PROD, "g2"), live(PROD, "g1"), live(PROD, "g3"));

    assertThat(found(matching)).containsExactly("group/prod=g1");
    assertThat(extras(matching)).containsExactly("g2", "g3");
  }

  @Test
  void pinnedObjectKeepsItsNameBesideItsNamesakes() {
    Resource pinned = Wanted.of("group/prod", Map.of("name", "prod", "id", "g1"));

    Matching matching = matching(of(pinned), live(PROD, "g1"), live(PROD, "g2"));

    assertThat(found(matching)).containsExactly("group/prod=g1");
    assertThat(matching.ids().find(PROD.address())).contains(new RemoteId("g1"));
  }

  @Test
  void twoResourcesForOneObjectAreAProblemAndTheFirstKeepsIt() {
    Resource twin = connector("twin", Map.of("id", "c1"));

    Matching matching =
        matching(of(PROD, ORDERS, twin), live(PROD, "g1"), connection("c1", "orders"));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly(
            "this and connector/orders@prod in m.yaml:1 both describe the live object orders (id"
                + " c1)");
    assertThat(found(matching)).containsExactly("group/prod=g1", "connector/orders@prod=c1");
  }

  /// What only the account could tell to be one: offline each of two groups is its own.
  @Test
  void twoResourcesForOneObjectThatHasToBeMadeAreAProblem() {
    Matching matching = matching(of(PROD, Wanted.of("group/twin", Map.of("name", "prod"))));

    assertThat(matching.problems())
        .extracting(Problem::message)
        .containsExactly(
            "this and group/prod in m.yaml:1 both come to one object, which has to be created");
  }

  @Test
  void objectThatWasRenamedIsFoundByItsFormerName() {
    Matching matching = matching(of(from(group("prod"), "old")), live(group("old"), "g1"));

    assertThat(matching.found()).isEmpty();
    assertThat(matching.former().get(PROD.address()).live().id()).isEqualTo(new RemoteId("g1"));
    assertThat(matching.ids().find(PROD.address())).contains(new RemoteId("g1"));
    assertThat(matching.created()).isEmpty();
  }

  @Test
  void formerNameIsNothingOnceThereIsTheNewOne() {
    Matching matching =
        matching(
            of(from(group("prod"), "old")), live(group("old"), "g1"), live(group("prod"), "g2"));

    assertThat(found(matching)).containsExactly("group/prod=g2");
    assertThat(matching.former()).isEmpty();
    assertThat(matching.unmanaged()).extracting(Live::label).containsExactly("old");
  }

  @Test
  void formerObjectOfWhatIsCopiedStaysBesideTheNewOne() {
    Resource moved = from(ORDERS, "prod/sales");

    Matching matching =
        matching(
            of(PROD, moved),
            live(PROD, "g1"),
            connection("c1", "orders"),
            connection("c2", "sales"));

    assertThat(found(matching)).contains("connector/orders@prod=c1");
    assertThat(matching.former().get(moved.address()).live().id()).isEqualTo(new RemoteId("c2"));
    assertThat(matching.unmanaged()).extracting(Live::label).containsExactly("sales");
  }

  @Test
  void formerObjectOfWhatIsCopiedMayBeAnotherResources() {
    Resource moved = from(ORDERS, "prod/sales");
    Resource sales = connector("sales", Map.of());

    Matching matching =
        matching(of(PROD, moved, sales), live(PROD, "g1"), connection("c2", "sales"));

    assertThat(found(matching)).contains("connector/sales@prod=c2");
    assertThat(matching.former()).containsOnlyKeys(moved.address());
    assertThat(matching.problems()).isEmpty();
  }

  @Test
  void severalFormerObjectsAreNone() {
    Matching matching =
        matching(
            of(from(group("prod"), "old")), live(group("old"), "g1"), live(group("old"), "g2"));

    assertThat(matching.former()).isEmpty();
    assertThat(matching.created()).hasSize(1);
  }

  @Test
  void partIsLookedForWithItsOwnerWhetherOrNotItIsThere() {
    Matching matching =
        matching(of(PROD, ORDERS, SETTINGS), live(PROD, "g1"), connection("c1", "orders"));

    assertThat(found(matching)).contains("schema-settings/orders@prod=c1");
  }

  @Test
  void partOfAnOwnerThatIsNotThereIsCreated() {
    Matching matching = matching(of(PROD, ORDERS, SETTINGS), live(PROD, "g1"));

    assertThat(matching.created()).containsExactly(ORDERS, SETTINGS);
  }

  @Test
  void droppedResourceMeansOnlyWhatNoOtherOneDescribes() {
    ReadScope scope = of(PROD, ORDERS).dropping(List.of(connector("sales", Map.of()), ORDERS));

    Matching matching =
        matching(scope, live(PROD, "g1"), connection("c1", "orders"), connection("c2", "sales"));

    assertThat(matching.dropped().keySet())
        .extracting(Object::toString)
        .containsExactly("connector/sales@prod");
    assertThat(matching.unmanaged()).isEmpty();
    assertThat(matching.problems()).isEmpty();
  }

  @Test
  void droppedResourceOfWhichThereAreSeveralObjectsMeansNone() {
    Matching matching = matching(of().dropping(List.of(PROD)), live(PROD, "g1"), live(PROD, "g2"));

    assertThat(matching.dropped()).isEmpty();
    assertThat(matching.unmanaged()).hasSize(2);
  }

  @Test
  void resourceThatIsToBeAbsentIsNotCreated() {
    assertThat(matching(of(Wanted.absent(PROD))).created()).isEmpty();
  }

  @Test
  void unmanagedObjectIsKnownByItsOwnName() {
    Matching matching = matching(of(), live(PROD, "g1"), connection("c1", "orders"));

    assertThat(matching.ids().find(ORDERS.address())).contains(new RemoteId("c1"));
    assertThat(matching.unmanaged()).extracting(Live::kind).containsExactly("group", "connector");
  }

  @Test
  void exploredPartsAreThoseOfOwnersWithoutADescribedOne() {
    ReadScope scope = of(PROD, ORDERS, SETTINGS).exploring("schema-settings", new Interest.Whole());

    Matching matching =
        matching(scope, live(PROD, "g1"), connection("c1", "orders"), connection("c2", "sales"));

    assertThat(matching.unmanaged())
        .extracting(other -> other.kind() + " " + other.id() + " " + other.label())
        .containsExactly("connector c2 sales", "schema-settings c2 sales");
  }

  private static Matching matching(ReadScope scope, Live... objects) {
    var lists = new LinkedHashMap<String, List<Live>>();
    for (Live object : objects) {
      lists.merge(object.kind(), List.of(object), MatchingTest::joined);
    }
    return Matching.of(Wanted.KINDS, lists, scope);
  }

  private static List<Live> joined(List<Live> some, List<Live> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<String> extras(Matching matching) {
    return matching.extras().getOrDefault(PROD.address(), List.of()).stream()
        .map(live -> live.id().value())
        .toList();
  }

  /// A group of the same name, made in that second.
  private static Live made(String id, String second) {
    return live(PROD, id)
        .withFields(
            PROD.spec().with("created_at", Value.text("2026-05-05T10:00:" + second + ".5Z")));
  }

  private static Live in(String group, String id) {
    return connection(id, "shop")
        .withFields(connection(id, "shop").fields().with("group_id", Value.text(group)));
  }

  private static List<String> found(Matching matching) {
    return matching.found().values().stream()
        .map(match -> match.wanted().address() + "=" + match.live().id())
        .toList();
  }

  private static ReadScope of(Resource... wanted) {
    return ReadScope.of(List.of(wanted));
  }

  private static Resource group(String name) {
    return Wanted.of("group/" + name, Map.of("name", name));
  }

  private static Resource connector(String schema, Map<String, String> more) {
    var spec = new LinkedHashMap<String, Object>(more);
    spec.put("service", "postgres");
    spec.put("group", "prod");
    spec.put("config", Map.of("schema_prefix", schema));
    return Wanted.of("connector/" + schema + "@prod", spec);
  }

  private static Resource from(Resource resource, String before) {
    Metadata named = resource.metadata();
    var metadata =
        new Metadata(named.name(), Map.of(), false, false, false, List.of(), 0, before, List.of());
    return new Resource(resource.address(), metadata, resource.spec(), resource.place());
  }

  private static Live live(Resource group, String id) {
    String name = group.spec().text("name");
    return new Live("group", new RemoteId(id), name, name, group.spec(), true);
  }

  private static Live connection(String id, String schema) {
    return new Live(
        "connector",
        new RemoteId(id),
        "g1/" + schema,
        schema,
        Wanted.mapping(Map.of("id", id, "group_id", "g1", "schema", schema)),
        true);
  }
}
