package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.StepResult;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AccountLogTest {

  private static final String SPLUNK =
      "{service: 'splunkLog', enabled: true, config: {host: '%s', port: 8088, enable_ssl: true,"
          + " token: 'secret:TOKEN'}}";

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void livesFromCreationToDeletion() {
    Resource log = log("account", "splunk.example.com");
    assertThat(bench.find(log)).isEmpty();
    assertThat(bench.create(log)).isEqualTo(StepResult.DONE);
    assertThat(bench.differences(log)).isEmpty();

    Resource moved = log("account", "logs.example.com");
    assertThat(bench.differences(moved))
        .containsExactly(
            "config.host: \"splunk.example.com\" → \"logs.example.com\"",
            "config.token:  → (secret) sent");
    bench.update(moved);
    assertThat(bench.differences(moved)).isEmpty();

    bench.delete(moved);
    assertThat(bench.find(moved)).isEmpty();
  }

  /// Logs have no `setup: by-hand`, so nobody is told to write it.
  @Test
  void lackOfCredentialsIsTheManifestsMatter() {
    Resource bare = Bench.wanted("account-log/account", "{service: 'splunkLog', config: {}}");

    assertThat(bench.create(bare))
        .isEqualTo(
            new StepResult.Unfinished(
                "setup tests failed: Validating credentials: Credentials are missing"));
  }

  @Test
  void hasOneName() {
    Resource other = log("main", "splunk.example.com");

    assertThat(bench.kind(other).definition().check(other))
        .extracting(Problem::rule)
        .containsExactly("account-log-name");
  }

  private static Resource log(String name, String host) {
    return Bench.wanted("account-log/" + name, SPLUNK.formatted(host));
  }
}
