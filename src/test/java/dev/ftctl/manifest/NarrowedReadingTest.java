package dev.ftctl.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Action;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan of a part leaves the rest of the manifests unread: that is what keeps a pull request's
/// plan short in a large project.
class NarrowedReadingTest {

  private static final String MANIFESTS =
      """
      {kind: Group, metadata: {name: eu}, spec: {}}
      ---
      {kind: Group, metadata: {name: us}, spec: {}}
      ---
      {kind: Destination, metadata: {name: store}, spec: {group: eu, service: snowflake, region: AWS_EU_WEST_1, time_zone_offset: "0",
        config: {host: a.example.com, port: 443, database: D, auth: PASSWORD, user: U, password: "${env:P:-harmless}"}}}
      ---
      {kind: Connector, metadata: {name: orders}, spec: {groups: [eu], service: postgres, paused: true,
        config: {schema_prefix: orders, host: a.example.com, port: 5432, database: d, user: u, password: "${env:P:-harmless}", update_method: XMIN}}}
      ---
      {kind: Connector, metadata: {name: shop}, spec: {groups: [us], service: postgres, paused: true,
        config: {schema_prefix: shop, host: a.example.com, port: 5432, database: d, user: u, password: "${env:P:-harmless}", update_method: XMIN}}}
      ---
      {kind: User, metadata: {name: ana@example.com}, spec: {given_name: Ana, family_name: A, role: Account Reviewer}}
      ---
      {kind: Team, metadata: {name: ops}, spec: {role: Account Reviewer, users: {ana@example.com: Team Member}}}
      ---
      {kind: Webhook, metadata: {name: events}, spec: {url: "https://hooks.example.com/a", events: [sync_end], active: true}}
      """;

  private static final Lab THERE = new Lab();
  private static final Lab EMPTY = new Lab();

  @BeforeAll
  static void apply() {
    THERE.apply(desired().resources().toArray(Resource[]::new));
  }

  @AfterAll
  static void close() {
    THERE.close();
    EMPTY.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group/eu",
        "connector/orders@eu",
        "user/ana@example.com",
        "team/ops",
        "webhook/events"
      })
  void ofOneResource(String address) {
    assertThat(plan(THERE, address).count(Action.NONE)).isOne();
    assertThat(plan(EMPTY, address).count(Action.CREATE)).isOne();
  }

  private static Plan plan(Lab lab, String address) {
    var request = PlanRequest.of(new DesiredSource.Read(onlyPartlyRead(address)));
    return new Walk(Wanted.KINDS)
        .plan(request, wanted -> lab.account(false), ReadingObserver.NONE)
        .plan();
  }

  private static Desired onlyPartlyRead(String address) {
    Desired all = desired();
    var resources =
        new ReadLater(
            all.resources(),
            Set.of(),
            () -> {
              throw new AssertionError("all of the manifests are read for " + address);
            });
    Set<Address> asked =
        all.resources().stream()
            .map(Resource::address)
            .filter(one -> one.toString().equals(address))
            .collect(Collectors.toSet());
    return new Desired(
        all.project(),
        resources,
        asked,
        Set.of(),
        Set.of(),
        List.of(),
        all.sources(),
        all.files(),
        all.digest());
  }

  private static Desired desired() {
    var tree = new MemoryTree(Map.of("manifests/all.yaml", MANIFESTS.getBytes(UTF_8)));
    return Manifests.read(
        ReadRequest.plain(tree, List.of(), new Redaction(), Instant.EPOCH), Wanted.KINDS);
  }
}
