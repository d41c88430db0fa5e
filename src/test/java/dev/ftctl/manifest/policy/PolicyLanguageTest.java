package dev.ftctl.manifest.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What expressions see, what is refused, and what can't be told.
final class PolicyLanguageTest {

  /// A Friday in Madrid and still Thursday in New York.
  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  private static final PolicyLanguage LANGUAGE = new PolicyLanguage();

  private static final Value.Mapping SPEC =
      Value.Mapping.of(
          Map.of(
              "sync_frequency", Value.number(15),
              "share", new Value.Num(new BigDecimal("0.5"), Origin.LIVE),
              "paused", Value.bool(true),
              "schedule", Value.nothing(),
              "group", new Value.Reference(Address.of("group", "finance"), Origin.LIVE),
              "events", Value.items(List.of(Value.text("sync_end"))),
              "config",
                  Value.Mapping.of(Map.of("host", Value.text("db.internal"), "password", secret())),
              "10-x", Value.text("odd name")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind == \"Connector\"",
        "spec.sync_frequency >= 15 && spec.sync_frequency in [15, 30]",
        "spec.share < 1",
        "spec.paused",
        "spec.schedule == null",
        "has(spec.schedule) && !has(spec.schema)",
        "spec.group == \"finance\"",
        "spec.events.exists(event, event.startsWith(\"sync\"))",
        "spec.config.host.matches(\"^db[.]\")",
        "spec[\"10-x\"].size() == 8",
        "labels.team == \"shop\" && !(\"tier\" in labels)",
        "spec.config.password == \"(secret)\""
      })
  void seesTheValuesOfAResource(String text) throws BrokenExpression {
    assertThat(ask(Subject.RESOURCE, text)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void readsTheTimeInTheZoneThatIsSaid() throws BrokenExpression {
    assertThat(ask(Subject.CHANGE, "now.getDayOfWeek(\"Europe/Madrid\") == 5"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(ask(Subject.CHANGE, "now.getDayOfWeek(\"America/New_York\") == 5"))
        .isEqualTo(Verdict.FAILS);
  }

  @Test
  void saysFalseForWhatDoesNotHold() throws BrokenExpression {
    assertThat(ask(Subject.RESOURCE, "spec.sync_frequency > 15")).isEqualTo(Verdict.FAILS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kidn == \"x\" | 1 | 0 | undeclared reference to 'kidn'",
        "kind == | 1 | 7 | mismatched input",
        "kind | 1 | 0 | expected type 'bool' but found 'string'",
        "kind > 3 | 1 | 5 | no matching overload",
        "kind.matches(\"[\") | 1 | 13 | missing closing ]",
        "kind.matches(\"(?=x)\") | 1 | 13 | invalid or unsupported Perl syntax",
        "hashed | 1 | 0 | undeclared reference to 'hashed'",
        "now == now | 1 | 0 | undeclared reference to 'now'"
      })
  void refusesWhatIsNoExpressionWithItsPlace(String text, int line, int column, String message) {
    assertThatThrownBy(() -> LANGUAGE.compile(Subject.RESOURCE, text))
        .isInstanceOfSatisfying(
            BrokenExpression.class,
            broken -> {
              assertThat(broken.line()).isEqualTo(line);
              assertThat(broken.column()).isEqualTo(column);
              assertThat(broken.getMessage()).contains(message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"getDayOfWeek", "getHours", "getFullYear", "getDate", "getMinutes"})
  void refusesATimeWithoutAZone(String function) {
    assertThatThrownBy(() -> LANGUAGE.compile(Subject.CHANGE, "now." + function + "() == 5"))
        .isInstanceOf(BrokenExpression.class)
        .hasMessageContaining("no matching overload for '" + function + "'");
  }

  @Test
  void cannotTellWhatAMissingFieldSays() throws BrokenExpression {
    Verdict verdict = ask(Subject.RESOURCE, "spec.config.port > 1024");

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Undecided(
                "there is no 'spec.config.port'", "ask with has(spec.config.port) first"));
  }

  @Test
  void cannotTellWhatTypesDoNotAllow() throws BrokenExpression {
    assertThat(ask(Subject.RESOURCE, "spec.config.host > 3")).isInstanceOf(Verdict.Undecided.class);
    assertThat(ask(Subject.RESOURCE, "spec.sync_frequency.minutes == 3"))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(ask(Subject.CHANGE, "now.getHours(\"Nowhere/City\") == 5"))
        .isInstanceOf(Verdict.Undecided.class);
  }

  /// What can't be read may be confidential.
  @Test
  void tellsNoValueOfAManifest() throws BrokenExpression {
    assertThat(ask(Subject.RESOURCE, "int(spec.config.host) > 3"))
        .isEqualTo(Verdict.Undecided.of("a value or a time zone can't be read"));
    assertThat(ask(Subject.RESOURCE, "spec[spec.config.host] == 3").toString())
        .doesNotContain("db.internal");
  }

  private static Verdict ask(Subject subject, String text) throws BrokenExpression {
    Value.Mapping facts =
        Value.Mapping.of(
            Map.of(
                "kind", Value.text("Connector"),
                "labels", Value.Mapping.of(Map.of("team", Value.text("shop"))),
                "spec", SPEC));
    return LANGUAGE.compile(subject, text).of(facts, NOW);
  }

  private static Value secret() {
    var source =
        new SecretSource() {
          @Override
          public String name() {
            return "env:PASSWORD";
          }

          @Override
          public Optional<String> reveal() {
            throw new AssertionError("a policy reveals a secret");
          }
        };
    return new Value.Secret(source, Origin.LIVE);
  }
}
