package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Parcels;
import dev.ftctl.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// References in lists, in objects and in lists of objects: bound, checked and told at their
/// places.
final class ReferencesAnywhereTest {

  private static final String OTHERS =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [eu, us], paused: true, config: {schema_prefix: o}}
      ---
      kind: Connector
      metadata: {name: crm}
      spec: {service: postgres, groups: [eu], paused: true, config: {schema_prefix: c}}
      ---
      kind: Connector
      metadata: {name: gone, absent: true}
      spec: {service: postgres, groups: [eu], config: {schema_prefix: g}}
      """;

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void describeGroupsAndConnectors() {
    folder = new Folder(root).kinds(Parcels.KINDS).file("manifests/others.yaml", OTHERS);
  }

  @Test
  void ofAListAreBoundEachWithItsPlace() {
    parcel("p", "connectors: [orders@us, crm@eu]");

    var connectors = (Value.Items) spec("p").get("connectors");

    assertThat(names(connectors)).containsExactly("connector/orders@us", "connector/crm@eu");
    assertThat(connectors.items())
        .extracting(one -> one.origin().place().toString())
        .containsExactly("manifests/p.yaml:4:16", "manifests/p.yaml:4:27");
  }

  @Test
  void ofAListWithoutAGroupAreAllInstances() {
    parcel("p", "connectors: [orders, crm]");

    assertThat(names(spec("p").get("connectors")))
        .containsExactly("connector/orders@eu", "connector/orders@us", "connector/crm@eu");
  }

  @Test
  void namedTwiceAreInAListOnce() {
    parcel("p", "connectors: [orders@us, orders, orders@us]");

    assertThat(names(spec("p").get("connectors")))
        .containsExactly("connector/orders@us", "connector/orders@eu");
  }

  @Test
  void ofAListMayBeAddressesAsPlansPrintThem() {
    parcel("p", "connectors: [connector/orders@us, connector/crm]", "after: [parcel/q, parcel/r]");
    parcel("q", "after: []");
    parcel("parcel/r", "after: []");

    assertThat(names(spec("p").get("connectors")))
        .containsExactly("connector/orders@us", "connector/crm@eu");
    assertThat(names(spec("p").get("after"))).containsExactly("parcel/q", "parcel/parcel%2Fr");
  }

  @Test
  void ofAListDoNotExpandTheDocument() {
    parcel("p", "connectors: [orders]");

    assertThat(folder.addresses()).filteredOn(one -> one.startsWith("parcel/")).hasSize(1);
  }

  @Test
  void insideObjectsDoNotExpandTheDocumentEither() {
    parcel("p", "route: {depot: eu, source: orders@us}");

    assertThat(folder.addresses()).contains("parcel/p");
    assertThat(spec("p").at(FieldPath.of("route", "source")))
        .isEqualTo(reference("connector/orders@us"));
  }

  @Test
  void insideObjectsMeanTheOneInstanceThereIs() {
    parcel("p", "route: {source: crm}");

    assertThat(spec("p").at(FieldPath.of("route", "source")))
        .isEqualTo(reference("connector/crm@eu"));
  }

  @Test
  void insideObjectsDoNotMeanSeveral() {
    parcel("p", "route: {source: orders}");

    assertThat(folder.errors())
        .containsExactly(
            "manifests/p.yaml:4:19: ambiguous-reference: the connector 'orders' has 2 instances");
  }

  @Test
  void inListsOfObjectsAreBound() {
    parcel("p", "stops: [{place: x, with: [q]}, {place: y, guard: ana}]");
    parcel("q", "after: []");
    folder.file(
        "manifests/ana.yaml", "kind: User\nmetadata: {name: ana}\nspec: {email: a@b.example}");

    assertThat(spec("p").get("stops"))
        .isEqualTo(
            Value.items(
                List.of(
                    Value.Mapping.EMPTY
                        .with("place", Value.text("x"))
                        .with("with", Value.items(List.of(reference("parcel/q")))),
                    Value.Mapping.EMPTY
                        .with("place", Value.text("y"))
                        .with("guard", reference("user/ana")))));
  }

  @Test
  void mayComeFromVariables() {
    folder.file(
        "ftctl.yaml",
        "variables: {some: [orders@us, crm@eu], group: us}\nmanifests: [manifests]\n");
    parcel("p", "connectors: \"${var:some}\"", "route: {source: \"orders@${var:group}\"}");

    assertThat(names(spec("p").get("connectors")))
        .containsExactly("connector/orders@us", "connector/crm@eu");
    assertThat(spec("p").at(FieldPath.of("route", "source")))
        .isEqualTo(reference("connector/orders@us"));
  }

  @Test
  void thatMeanNothingAreToldWhereTheyStand() {
    parcel(
        "p",
        "connectors: [order, crm@uss, orders@ue, nobody@eu]",
        "route: {depot: uk, detour: {over: [q]}}");

    assertThat(folder.errors())
        .containsExactly(
            "manifests/p.yaml:4:16: undescribed-reference: no manifest describes the connector"
                + " 'order'",
            "manifests/p.yaml:4:23: unknown-instance: the connector 'crm' has no instance in the"
                + " group 'uss'",
            "manifests/p.yaml:4:32: unknown-instance: the connector 'orders' has no instance in the"
                + " group 'ue'");
    folder.file("manifests/p.yaml", "");
    parcel("p", "route: {depot: uk, detour: {over: [q]}}");
    assertThat(folder.warnings())
        .containsExactly(
            "manifests/p.yaml:4:18: undescribed-reference: no manifest describes the group 'uk';"
                + " the account must have it",
            "manifests/p.yaml:4:38: undescribed-reference: no manifest describes the parcel 'q';"
                + " the account must have it");
  }

  @Test
  void toWhatIsToBeAbsentAreRefused() {
    parcel("p", "connectors: [gone]", "route: {source: gone@eu}");

    assertThat(folder.errors())
        .containsExactly(
            "manifests/p.yaml:4:16: absent-reference: the connector 'gone@eu' is to be absent",
            "manifests/p.yaml:5:19: absent-reference: the connector 'gone@eu' is to be absent");
  }

  @Test
  void ofWrongTypesAreToldWhereTheyStand() {
    parcel("p", "connectors: orders", "after: [null, [q], ' q']", "route: {depot: [eu]}");

    assertThat(folder.errors())
        .containsExactly(
            "manifests/p.yaml:4:15: wrong-type: 'connectors' takes a list, not text",
            "manifests/p.yaml:5:11: wrong-type: 'after' takes the name of a parcel, not null",
            "manifests/p.yaml:5:17: wrong-type: 'after' takes the name of a parcel, not a list",
            "manifests/p.yaml:5:22: bad-name: a name begins or ends with a blank",
            "manifests/p.yaml:6:18: wrong-type: 'depot' takes the name of a group, not a list");
  }

  @Test
  void bringWhatTheyMeanIntoANarrowedRun() {
    parcel("p", "stops: [{place: x, with: [q]}]");
    parcel("q", "connectors: [crm]");
    parcel("r", "after: []");

    assertThat(folder.targets("parcel/p").read().narrowed())
        .extracting(Address::toString)
        .containsExactlyInAnyOrder("parcel/p", "parcel/q", "connector/crm@eu", "group/eu");
  }

  @Test
  void areNamesInExpandedManifests() {
    parcel("p", "connectors: [orders]", "stops: [{place: x, with: [q]}]", "route: {depot: eu}");

    String text =
        Expanded.of(folder.targets("parcel/p").read(), Parcels.KINDS).stream()
            .filter(one -> one.resource().address().kind().equals("parcel"))
            .map(one -> YamlWriter.of(one.manifest()))
            .findFirst()
            .orElseThrow();

    assertThat(text)
        .contains("orders@eu", "orders@us", "depot: eu", "- q")
        .doesNotContain("connector/");
  }

  @Test
  void inACircleAreToldWithEveryPlace() {
    parcel("a", "after: [free, b]");
    parcel("b", "route: {detour: {over: [c]}}");
    parcel("c", "stops: [{place: x, with: [free]}, {place: y, with: [a]}]");
    parcel("free", "after: []");

    assertThat(folder.problems())
        .filteredOn(Problem::isError)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place()).hasToString("manifests/a.yaml:4:17");
          assertThat(problem.message())
              .isEqualTo("references go in a circle: parcel/a → parcel/b → parcel/c → parcel/a");
          assertThat(problem.fix())
              .isEqualTo(
                  "remove one of them: manifests/a.yaml:4, manifests/b.yaml:4, manifests/c.yaml:4");
        });
  }

  @Test
  void inACircleAmongWhatIsToBeAbsentAreNoFault() {
    folder.file(
        "manifests/p.yaml",
        """
        kind: Parcel
        metadata: {name: a, absent: true}
        spec: {after: [b]}
        ---
        kind: Parcel
        metadata: {name: b, absent: true}
        spec: {after: [a]}
        """);

    assertThat(folder.errors()).isEmpty();
  }

  private void parcel(String name, String... fields) {
    folder.file(
        "manifests/" + name.replace('/', '_') + ".yaml",
        "kind: Parcel\nmetadata: {name: " + name + "}\nspec:\n  " + String.join("\n  ", fields));
  }

  private Value.Mapping spec(String parcel) {
    return folder.resource("parcel/" + parcel).spec();
  }

  private static List<String> names(Value list) {
    return ((Value.Items) list)
        .items().stream().map(one -> ((Value.Reference) one).target().toString()).toList();
  }

  private static Value reference(String address) {
    Address target = Address.parse(address, slug -> slug.equals("connector")).orElseThrow();
    return new Value.Reference(target, Origin.LIVE);
  }
}
