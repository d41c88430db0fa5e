package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.StepResult;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsManagerTest {

  private static final String VAULT =
      "type: 'HASHICORP_VAULT', config: {vault_address: '%s', role_id: 'loader', secret_id:"
          + " 'secret:KEY', namespace: 'data'}";

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void livesFromCreationToDeletion() {
    Resource vault = manager(VAULT.formatted("https://one.example.com"));
    assertThat(bench.create(vault)).isEqualTo(StepResult.DONE);
    assertThat(bench.differences(vault)).isEmpty();
    assertThat(bench.compare(vault).secretsNotCompared()).isEqualTo(1);

    Resource moved = manager(VAULT.formatted("https://two.example.com"));
    assertThat(bench.differences(moved))
        .containsExactly(
            "config.vault_address: \"https://one.example.com\" → \"https://two.example.com\"",
            "config.secret_id:  → (secret) sent");
    assertThat(bench.update(moved)).isEqualTo(StepResult.DONE);
    assertThat(bench.differences(moved)).isEmpty();

    bench.delete(moved);
    assertThat(bench.find(moved)).isEmpty();
  }

  /// What Fivetran made itself is neither compared nor sent.
  @Test
  void keepsWhatFivetranMade() {
    Resource one = manager("type: 'AWS_SECRET_MANAGER', config: {role_arn: 'arn:1'}");
    bench.create(one);
    String made = bench.read(one).fields().mapping("config").text("external_id");
    assertThat(made).isNotEmpty();
    assertThat(bench.differences(one)).isEmpty();

    bench.update(manager("type: 'AWS_SECRET_MANAGER', config: {role_arn: 'arn:2'}"));

    assertThat(bench.writes()).hasSize(2).last().asString().doesNotContain("external_id");
    assertThat(bench.read(one).fields().mapping("config").text("external_id")).isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: 'AZURE_KEY_VAULT', config: {vault_url: 'u'} | tenant_id",
        "type: 'AZURE_KEY_VAULT', is_hybrid_deployment: true, config: {vault_url: 'u'} | ''",
        "type: 'HASHICORP_VAULT', config: {vault_address: 'a', role_id: 'r'} | secret_id",
        "type: 'HASHICORP_VAULT', is_hybrid_deployment: true, config: {vault_address: 'a'} | ''",
        "type: 'aws secret manager', config: {role_arn: ''} | role_arn",
        "type: 'NEW_MANAGER', config: {} | ''",
        "type: 'AWS_SECRET_MANAGER' | ''",
      })
  void missesWhatItsTypeNeeds(String spec, String missing) {
    Resource wanted = manager(spec);

    assertThat(bench.kind(wanted).definition().check(wanted))
        .extracting(Problem::message)
        .allMatch(message -> message.startsWith("'" + missing + "' is missing in config"))
        .hasSize(missing.isEmpty() ? 0 : 1);
  }

  private static Resource manager(String spec) {
    return Bench.wanted("secrets-manager/vault", "{name: 'vault', " + spec + "}");
  }
}
