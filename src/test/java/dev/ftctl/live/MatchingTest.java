package dev.ftctl.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Interest;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who is who, without an account: lists as an account would answer them.
class MatchingTest {

  static final Resource PROD = group("prod");

  static final Resource ORDERS = connector("orders", Map.of());

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

  static Matching matching(ReadScope scope, Live... objects) {
    var lists = new LinkedHashMap<String, List<Live>>();
    for (Live object : objects) {
      lists.merge(object.kind(), List.of(object), MatchingTest::joined);
    }
    return Matching.of(Wanted.KINDS, lists, scope);
  }

  static List<Live> joined(List<Live> some, List<Live> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  static List<String> found(Matching matching) {
    return matching.found().values().stream()
        .map(match -> match.wanted().address() + "=" + match.live().id())
        .toList();
  }

  static ReadScope of(Resource... wanted) {
    return ReadScope.of(List.of(wanted));
  }

  static Resource group(String name) {
    return Wanted.of("group/" + name, Map.of("name", name));
  }

  static Resource connector(String schema, Map<String, String> more) {
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

  static Live live(Resource group, String id) {
    String name = group.spec().text("name");
    return new Live("group", new RemoteId(id), name, name, group.spec(), true);
  }

  static Live connection(String id, String schema) {
    return new Live(
        "connector",
        new RemoteId(id),
        "g1/" + schema,
        schema,
        Wanted.mapping(Map.of("id", id, "group_id", "g1", "schema", schema)),
        true);
  }
}
