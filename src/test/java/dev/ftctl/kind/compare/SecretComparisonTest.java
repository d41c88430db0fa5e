package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Samples;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a comparison says of secrets: they are never compared and never shown, and sent only where
/// they have to be.
final class SecretComparisonTest {

  @ParameterizedTest(name = "live {0}")
  @CsvSource(
      delimiter = '|',
      value = {"{secret: '******'}", "{secret: null}"})
  void neverComparesSecrets(String live) {
    var wanted = Values.mapping("{secret: 'secret:HOOK'}");

    var comparison = Comparison.between(Samples.TABLE, wanted, Values.mapping(live), Samples.ids());

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.secretsNotCompared()).isEqualTo(1);
  }

  @Test
  void sendsSecretThatTheAccountLacks() {
    var wanted = Values.mapping("{secret: 'secret:HOOK', config: {password: 'secret:PW'}}");

    var comparison =
        Comparison.between(Samples.TABLE, wanted, Values.mapping("{config: {}}"), Samples.ids());

    assertThat(comparison.changes())
        .extracting(change -> change.path() + " " + change.effect() + " " + change.note())
        .containsExactly(
            "secret SECRET not set in the account",
            "config.password SECRET not set in the account");
    assertThat(comparison.secretsNotCompared()).isZero();
  }

  @Test
  void countsWriteOnlySecrets() {
    var wanted = Values.mapping("{auth: {token: 'secret:T'}}");

    var comparison = Comparison.between(Samples.TABLE, wanted, Values.mapping("{}"), Samples.ids());

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.secretsNotCompared()).isEqualTo(1);
  }

  @Test
  void sendsAllSecretsWithAChangeOfALoginField() {
    var wanted =
        Values.mapping(
            "{secret: 'secret:S', auth: {token: 'secret:T'}, config: {host: 'new', password:"
                + " 'secret:P'}}");
    var live = Values.mapping("{secret: '******', config: {host: 'old', password: '******'}}");

    var comparison =
        Comparison.between(Samples.TABLE, wanted, live, Samples.ids(), Set.of("config"), "");

    assertThat(comparison.changes())
        .extracting(change -> change.path() + ": " + change.note())
        .containsExactly(
            "config.host: ",
            "secret: sent with the change of config.host",
            "auth.token: sent with the change of config.host",
            "config.password: sent with the change of config.host");
    assertThat(comparison.secretsNotCompared()).isZero();
  }

  @Test
  void sendsAllSecretsWhenAsked() {
    var wanted =
        Values.mapping("{secret: 'secret:S', config: {reports: [{name: 'a', token: 'secret:T'}]}}");
    var live =
        Values.mapping("{secret: '******', config: {reports: [{name: 'a', token: '******'}]}}");

    var comparison =
        Comparison.between(
            Samples.TABLE,
            wanted,
            live,
            Samples.ids(),
            Set.of("config"),
            "asked by --rotate-secrets");

    assertThat(comparison.changes())
        .extracting(change -> change.path() + ": " + change.note())
        .containsExactly(
            "secret: asked by --rotate-secrets",
            "config.reports.a.token: asked by --rotate-secrets");
  }

  @Test
  void sendsNoSecretWithTheChangeOfAnotherField() {
    var wanted =
        Values.mapping("{note: 'new', secret: 'secret:S', config: {unheard_of: 1, port: 2}}");
    var live = Values.mapping("{note: 'old', secret: '******', config: {port: 1}}");

    var comparison =
        Comparison.between(Samples.TABLE, wanted, live, Samples.ids(), Set.of("config"), "");

    assertThat(comparison.changes())
        .extracting(change -> change.path().toString())
        .containsExactly("note", "config.port", "config.unheard_of");
  }

  @Test
  void sendsSecretsAlongWithTheObjectThatHoldsThem() {
    var wanted = Values.mapping("{whole: {a: 'new', key: 'secret:K'}}");
    var live = Values.mapping("{whole: {a: 'old', key: '******'}}");

    var comparison = Comparison.between(Samples.TABLE, wanted, live, Samples.ids());

    assertThat(comparison.changes())
        .extracting(change -> change.path() + " " + change.effect() + " " + change.note())
        .containsExactly("whole.a SET ", "whole.key SECRET sent with the change of whole");
    assertThat(comparison.secretsNotCompared()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "***", "******", "********", "****************"})
  void refusesToSendAMaskThatNoManifestReplaces(String mask) {
    var wanted = Values.mapping("{config: {storage: {bucket: 'new'}}}");
    var live = Values.mapping("{config: {storage: {bucket: 'old', key: '" + mask + "'}}}");

    var comparison =
        Comparison.between(Samples.TABLE, wanted, live, Samples.ids(), Set.of("config"), "");

    assertThat(comparison.problems())
        .extracting(Problem::rule, Problem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "masked-secret",
                "config.storage is sent whole, and config.storage.key is a secret that the account"
                    + " holds and does not tell"));
  }

  @Test
  void needsNoSecretBesideAMergedField() {
    var wanted = Values.mapping("{config: {host: 'new'}}");
    var live = Values.mapping("{config: {host: 'old', password: '******'}}");

    var comparison =
        Comparison.between(Samples.TABLE, wanted, live, Samples.ids(), Set.of("config"), "");

    assertThat(comparison.problems()).isEmpty();
  }

  /// Written literally, it is a secret by its field alone.
  @Test
  void neverShowsASecretOfACreation() {
    var wanted = Values.mapping("{config: {storage: {bucket: 'b', key: 'hunter22'}}}");

    var comparison = Comparison.creation(Samples.TABLE, wanted);

    assertThat(comparison.changes())
        .extracting(ComparisonTest::told)
        .containsExactly(
            "config.storage.bucket: (not set) → \"b\" SET",
            "config.storage.key:  → (secret) sent SECRET");
  }

  @Test
  void neverShowsASecret() {
    var wanted = Values.mapping("{config: {reports: [{name: 'a', token: 'secret:T'}]}}");

    var comparison = Comparison.between(Samples.TABLE, wanted, Values.mapping("{}"), Samples.ids());

    assertThat(comparison.changes().toString()).doesNotContain("text of T");
    assertThat(comparison.changes()).extracting(FieldChange::effect).isEqualTo(List.of(Effect.ADD));
  }
}
