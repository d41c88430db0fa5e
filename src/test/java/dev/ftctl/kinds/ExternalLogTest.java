package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.StepResult;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExternalLogTest {

  private static final String DATADOG =
      "{group: 'ref:group/prod', service: 'datadog_log', enabled: %s, config: {region: '%s',"
          + " api_key: 'secret:KEY'}}";

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
    Resource log = log("true", "US1");
    assertThat(bench.create(log)).isEqualTo(StepResult.DONE);
    assertThat(bench.read(log).id()).isEqualTo(bench.ids().find(group()).orElseThrow());
    assertThat(bench.differences(log)).isEmpty();
    assertThat(bench.compare(log).secretsNotCompared()).isEqualTo(1);

    Resource moved = log("true", "EU");
    assertThat(bench.differences(moved)).containsExactly("config.region: \"US1\" → \"EU\"");
    assertThat(bench.update(moved)).isEqualTo(StepResult.DONE);
    assertThat(bench.differences(moved)).isEmpty();

    bench.delete(moved);
    assertThat(bench.find(moved)).isEmpty();
  }

  @Test
  void isNotTestedWhileItIsOff() {
    Resource off = log("false", "EU");

    assertThat(bench.create(off)).isEqualTo(StepResult.DONE);
    assertThat(bench.compare(off).followUp()).isFalse();
  }

  @Test
  void isUnfinishedWhileItsTestsFail() {
    Resource loki = loki("unreachable.example.com");

    assertThat(bench.create(loki)).isInstanceOf(StepResult.Unfinished.class);
    assertThat(bench.compare(loki).followUp()).isTrue();
  }

  /// Also beside what changes.
  @Test
  void isToldWhileItsTestsFailWhateverChanges() {
    bench.create(loki("unreachable.example.com"));

    assertThat(bench.compare(loki("unreachable.example.org")).notes())
        .containsExactly("incomplete: its setup tests do not pass");
  }

  private static Resource loki(String host) {
    return Bench.wanted(
        "external-log/prod",
        "{group: 'ref:group/prod', service: 'grafana_loki', config: {loki_url: 'https://"
            + host
            + "', access_token: 'secret:KEY'}}");
  }

  private static Resource log(String enabled, String region) {
    return Bench.wanted("external-log/prod", DATADOG.formatted(enabled, region));
  }

  private static Address group() {
    return Address.of("group", "prod");
  }
}
