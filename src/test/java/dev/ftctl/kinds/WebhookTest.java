package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Intent;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookTest {

  private static final String PAGER =
      "{%s url: 'https://hooks.example.com/t0ken', events: ['sync_end', 'sync_start'], active:"
          + " true, secret: 'secret:HOOK'}";

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

  @ParameterizedTest
  @ValueSource(strings = {"", "group: 'ref:group/prod',"})
  void livesFromCreationToDeletion(String scope) {
    Resource pager = Bench.wanted("webhook/pager", PAGER.formatted(scope));
    bench.create(pager);
    assertThat(bench.differences(pager)).isEmpty();
    assertThat(bench.compare(pager).secretsNotCompared()).isEqualTo(1);

    bench.delete(pager);

    assertThat(bench.find(pager)).isEmpty();
  }

  @Test
  void isNotTheSameInAnotherScope() {
    bench.create(Bench.wanted("webhook/pager", PAGER.formatted("")));

    assertThat(
            bench.find(Bench.wanted("webhook/pager", PAGER.formatted("group: 'ref:group/prod',"))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://Hooks.EXAMPLE.com/t0ken, true",
    "HTTPS://hooks.example.com/t0ken, true",
    "https://hooks.example.com:443/t0ken, true",
    "https://hooks.example.com:4430/t0ken, false",
    "https://hooks.example.com/T0ken, false",
    "https://hooks.example.com/t0ken?x, false",
  })
  void isTheSameHoweverItsHostIsSpelled(String url, boolean isTheSame) {
    bench.create(Bench.wanted("webhook/pager", PAGER.formatted("")));
    Resource spelled = Bench.wanted("webhook/pager", "{url: '%s', active: true}".formatted(url));

    assertThat(bench.find(spelled).isPresent()).isEqualTo(isTheSame);
    if (isTheSame) {
      assertThat(bench.differences(spelled)).isEmpty();
    }
  }

  @Test
  void movesToAnotherUrlAndShowsOnlyHosts() {
    bench.create(Bench.wanted("webhook/pager", PAGER.formatted("")));
    Resource moved =
        Bench.moved(
            Bench.wanted("webhook/pager", "{url: 'https://new.example.com/s3cret'}"),
            "https://hooks.example.com/t0ken");
    assertThat(bench.differences(moved))
        .containsExactly("url: https://hooks.example.com/… → https://new.example.com/…");
    bench.forgetRequests();

    bench.update(moved);

    assertThat(bench.writes()).singleElement().asString().startsWith("PATCH /v1/webhooks/");
    assertThat(bench.differences(moved)).isEmpty();
  }

  @Test
  void isLabelledByHostAndId() {
    Resource pager = Bench.wanted("webhook/pager", PAGER.formatted(""));
    bench.create(pager);

    var live = bench.read(pager);

    assertThat(live.label()).isEqualTo("hooks.example.com~" + live.id());
  }

  @Test
  void sendsItsSecretWhenAsked() {
    Resource pager = Bench.wanted("webhook/pager", PAGER.formatted(""));
    bench.create(pager);
    var rotating =
        new Intent(
            address -> "asked by --rotate-secrets", address -> false, Intent.SetupTests.AUTO);

    var findings =
        bench.kind(pager).definition().compare(pager, bench.read(pager), bench.ids(), rotating);

    assertThat(findings.fields())
        .extracting(change -> change.path() + ": " + change.to())
        .containsExactly("secret: (secret) sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hooks.example.com/x", "hooks.example.com", "https://"})
  void refusesAnythingButHttps(String url) {
    Resource plain = Bench.wanted("webhook/pager", "{url: '" + url + "', events: ['sync_end']}");

    var problems = bench.kind(plain).definition().check(plain);

    assertThat(problems).extracting(Problem::rule).containsExactly("insecure-url");
  }
}
