package dev.ftctl.kind.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is due by time: exactly what ends within `rotate_before` of the run is made anew, and what
/// ends soon is told.
class ToldSecretsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  /// A kind that says in `until` when what was told ends.
  private static final HandsOutOnce KEYS =
      new HandsOutOnce() {
        @Override
        public List<String> told() {
          return List.of("secret");
        }

        @Override
        public boolean isInUse(Live live) {
          return false;
        }

        @Override
        public String expiry() {
          return "until";
        }

        @Override
        public String users(Live live) {
          return "3 connections use it";
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-12-15T00:00:00.000Z|14|expires on 2026-12-15, and `rotate_before` is 14d|-",
        "2026-12-15T00:00:00.001Z|14|-|-",
        "2026-12-15T00:00:00Z|0|-|expires on 2026-12-15",
        "2026-11-30T23:59:59Z|0|-|expired on 2026-11-30",
        "2026-11-30T23:59:59Z|1|expired on 2026-11-30, and `rotate_before` is 1d|-",
        "2026-12-14T00:00:00+02:00|7|-|expires on 2026-12-13",
        "no time|14|-|Fivetran tells 'no time' as the end of its secret, which is no time, so that"
            + " `rotate_before` makes none anew: --rotate-secrets=key/ci does, and what is made"
            + " then ends as the manifest says",
        "''|14|-|Fivetran tells no end of its secret, so that `rotate_before` makes none anew:"
            + " --rotate-secrets=key/ci does, and what is made then ends as the manifest says"
      })
  void goesByTheLiveExpiry(String until, int days, String why, String note) {
    Findings findings = found(until, days, NOW);

    assertThat(findings.fields()).hasSize(why == null ? 0 : 1);
    if (why != null) {
      assertThat(findings.fields().getFirst().note()).isEqualTo(why);
      assertThat(findings.risks().getFirst().why())
          .isEqualTo("its old credentials stop working; 3 connections use it");
    }
    assertThat(findings.notes()).hasSize(note == null ? 0 : 1);
    if (note != null) {
      assertThat(findings.notes().getFirst()).contains(note);
    }
  }

  /// Reading back and drift are of no moment.
  @ParameterizedTest
  @CsvSource({"2026-11-30T23:59:59Z, 14"})
  void nothingIsDueWithoutAMoment(String until, int days) {
    Findings findings = found(until, days, Instant.EPOCH);

    assertThat(findings).isEqualTo(Findings.NONE);
  }

  private static Findings found(String until, int days, Instant now) {
    Address address = Address.of("key", "ci");
    Metadata plain = Metadata.named("ci");
    var metadata =
        new Metadata(
            plain.name(),
            Map.of(),
            false,
            false,
            false,
            List.of(),
            0,
            "",
            List.of(),
            false,
            List.of(),
            Duration.ZERO,
            List.of(),
            "",
            Duration.ofDays(days));
    var wanted = new Resource(address, metadata, Value.Mapping.EMPTY, SourceLocation.NONE);
    Value.Mapping fields = Value.Mapping.EMPTY.with("until", Value.text(until));
    var live = new Live("key", new RemoteId("id"), "ci", "ci", fields, true);
    Intent plainly = Intent.PLAIN;
    var intent =
        new Intent(
            plainly.rotation(),
            plainly.reloads(),
            plainly.setupTests(),
            plainly.isOld(),
            plainly.lookups(),
            Handouts.NONE,
            plainly.renewal(),
            now);
    return ToldSecrets.found(Findings.NONE, wanted, live, intent, KEYS);
  }
}
