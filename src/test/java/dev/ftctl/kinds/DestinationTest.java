package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DestinationTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void makeTheGroup() {
    bench.create(Bench.wanted("group/prod", "{name: 'prod'}"));
    bench.forgetRequests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void livesFromCreationToDeletion() {
    Resource prod = snowflake(443, "RAW");
    assertThat(bench.create(prod)).isEqualTo(StepResult.DONE);
    assertThat(bench.compare(prod)).returns(1, Findings::secretsNotCompared);
    assertThat(bench.differences(prod)).isEmpty();
    assertThat(bench.compare(prod).followUp()).isFalse();

    bench.delete(prod);

    assertThat(bench.find(prod)).isEmpty();
  }

  @Test
  void patchesOnlyTheRegion() {
    bench.create(snowflake(443, "RAW"));
    Resource moved =
        Bench.wanted(
            "destination/prod",
            "{group: 'ref:group/prod', service: 'snowflake', region: 'AWS_EU_WEST_1'}");
    bench.forgetRequests();

    bench.update(moved);

    assertThat(bench.writes())
        .singleElement()
        .asString()
        .startsWith("PATCH /v1/destinations/")
        .endsWith(" {\"region\":\"AWS_EU_WEST_1\"}");
    assertThat(bench.differences(moved)).isEmpty();
  }

  @Test
  void testsWhatItLogsInWith() {
    bench.create(snowflake(443, "RAW"));
    Resource other = snowflake(444, "RAW");
    assertThat(bench.compare(other).fields())
        .extracting(FieldChange::note)
        .first()
        .asString()
        .contains("setup tests will run");
    bench.forgetRequests();

    bench.update(other);

    assertThat(bench.writes())
        .singleElement()
        .asString()
        .contains("\"port\":444", "\"run_setup_tests\":true")
        .doesNotContain("database", "text of PW");
  }

  @Test
  void isReplacedWhenTheServiceChanges() {
    bench.create(snowflake(443, "RAW"));
    Resource postgres =
        Bench.wanted(
            "destination/prod", "{group: 'ref:group/prod', service: 'postgres_warehouse'}");

    assertThat(bench.compare(postgres).fields())
        .extracting(FieldChange::effect)
        .containsExactly(Effect.REPLACE);
  }

  @Test
  void refusesToBeCreatedWithoutTimeZone() {
    Resource bare =
        Bench.wanted("destination/prod", "{group: 'ref:group/prod', service: 'snowflake'}");

    var findings = bench.kind(bare).definition().creation(bare, bench.ids());

    assertThat(findings.problems())
        .extracting(Problem::message)
        .containsExactly("is to be created, and says no time_zone_offset");
  }

  @Test
  void testsAgainWhatIsIncomplete() {
    Resource prod = snowflake(443, "RAW");
    var intent = new Intent(address -> "", address -> false, Intent.SetupTests.NEVER);
    var definition = bench.kind(prod).definition();
    var creation = new Change.Create(prod, definition.creation(prod, bench.ids()));
    bench
        .kind(prod)
        .writer(bench.account())
        .run(definition.steps(creation, intent).getFirst(), bench.ids(), intent);

    var findings = bench.compare(prod);

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.followUp()).isTrue();
    var keep = new Change.Keep(prod, bench.read(prod), findings);
    assertThat(definition.steps(keep, Intent.PLAIN))
        .extracting(Step::name)
        .containsExactly(StepName.TEST);
  }

  @Test
  void isUnfinishedWhenItsTestsFail() {
    Resource unreachable =
        Bench.wanted(
            "destination/prod",
            """
            {group: 'ref:group/prod', service: 'snowflake', time_zone_offset: '0',
             config: {host: 'unreachable.example.com', port: 443, database: 'RAW', auth: 'PASSWORD',
                      user: 'LOADER', password: 'secret:PW'}}
            """);

    StepResult result = bench.create(unreachable);

    assertThat(result)
        .isInstanceOfSatisfying(
            StepResult.Unfinished.class,
            unfinished -> assertThat(unfinished.why()).startsWith("setup tests failed: "));
    assertThat(bench.compare(unreachable).followUp()).isTrue();
  }

  private static Resource snowflake(int port, String database) {
    return Bench.wanted(
        "destination/prod",
        """
        {group: 'ref:group/prod', service: 'snowflake', region: 'GCP_US_EAST4', time_zone_offset: '-5',
         config: {host: 'acme.snowflakecomputing.com', port: %d, database: '%s', auth: 'PASSWORD',
                  user: 'LOADER', password: 'secret:PW'}}
        """
            .formatted(port, database));
  }
}
