package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Samples;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.testing.Values;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// fivetran-quirks 3.5, Q1–Q8, Q32–Q35.
final class ComparisonTest {

  @ParameterizedTest(name = "{0} ≡ {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{note: 'a'}                              | {note: 'a'}",
        "{note: ''}                               | {note: null}",
        "{note: null}                             | {}",
        "{note: ''}                               | {}",
        "{note: '1'}                              | {note: 1}",
        "{paused: true}                           | {paused: 'true'}",
        "{paused: false}                          | {paused: 'FALSE'}",
        "{mode: 'TwoWay'}                         | {mode: 'TWO_WAY'}",
        "{mode: 'ONE_WAY'}                        | {mode: 'one_way'}",
        "{frequency: 60}                          | {frequency: '60'}",
        "{group: 'ref:group/prod'}                | {group_id: 'calm_reef'}",
        "{name: 'new'}                            | {name: 'old'}",
        "{trust: true}                            | {}",
        "{birth: 'x'}                             | {birth: 'y'}",
        "{config: {port: 443}}                    | {config: {port: '443'}}",
        "{config: {port: 443}}                    | {config: {port: 443.0}}",
        "{config: {ratio: 0.50}}                  | {config: {ratio: '0.5'}}",
        "{config: {tls: true}}                    | {config: {tls: 'true', host: 'other'}}",
        "{config: {tables: ['a', 'b']}}           | {config: {tables: ['b', 'a']}}",
        "{config: {tables: []}}                   | {config: {}}",
        "{config: {tables: null}}                 | {config: {tables: []}}",
        "{config: {ids: [1, 2]}}                  | {config: {ids: ['2', '1']}}",
        "{config: {public_key: 'mine'}}           | {config: {public_key: 'theirs'}}",
        "{config: {storage: {}}}                  | {config: {storage: {bucket: 'b'}}}",
        "{config: {storage: {bucket: 'b'}}}       | {config: {storage: {bucket: 'b', prefix:"
            + " 'p'}}}",
        "{config: {free: {a: 1, b: [2, 'x']}}}    | {config: {free: {a: '1', b: ['x', 2], c: 3}}}",
        "{config: {tables: ['a']}}                | {config: {tables: 'a'}}",
        "{config: {free: {a: [{b: 1, c: null}]}}} | {config: {free: {a: [{b: '1.0', d: 2}]}}}",
        "{config: {free: {a: ['1.0', [2], null]}}} | {config: {free: {a: [{}, 1, ['2']]}}}",
        "{config: {unheard_of: 'x'}}              | {config: {unheard_of: 'x'}}",
        "{config: {reports: [{name: 'a', columns: ['x', 'y']}]}}"
            + "| {config: {reports: [{name: 'a', table: null, columns: ['y', 'x']}]}}",
        "{config: {reports: [{name: 'a'}, {name: 'b'}]}} | {config: {reports: [{name: 'b'}, {name:"
            + " 'a'}]}}",
        "{config: {reports: [{table: 'a'}]}}      | {config: {reports: [{table: 'a', name: 'n'}]}}",
        "{config: {reports: [{columns: ['x']}]}}  | {config: {reports: [{columns: ['x'], name:"
            + " 'n'}]}}",
        "{}                                       | {note: 'default', config: {host: 'h'}}",
        "{note: 'in clear'}                       | {note: '*'}",
        "{config: {free: {token: 'abc'}}}         | {config: {free: {token: '***'}}}",
        "{config: {newer: 'abc'}}                 | {config: {newer: '************'}}",
        "{config: {tables: ['a', 'b']}}           | {config: {tables: ['********', '********']}}",
        "{config: {tables: ['a', 'b']}}           | {config: {tables: ['****', 'a']}}",
        "{config: {free: {a: ['x', {b: 'y'}]}}}   | {config: {free: {a: [{b: '**'}, '********']}}}",
        "{config: {connection_type: 'SshTunnel'}} | {config: {connection_type: 'SSH_TUNNEL'}}",
        "{config: {free: {sync_mode: 'AllAccounts'}}} | {config: {free: {sync_mode:"
            + " 'ALL_ACCOUNTS'}}}",
        "{config: {free: {a: [{auth_method: 'O_AUTH'}]}}} | {config: {free: {a: [{auth_method:"
            + " 'OAuth'}]}}}",
        "{groups: {'group/prod': 'R'}}            | {}"
      })
  void findsNothingWhereBothMeanTheSame(String wanted, String live) {
    var comparison =
        Comparison.between(
            Samples.TABLE, Values.mapping(wanted), Values.mapping(live), Samples.ids());

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} ≠ {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{note: 'a'} | {note: 'b'} | note: \"b\" → \"a\" SET",
        "{note: 'a'} | {} | note: (not set) → \"a\" SET",
        "{note: null} | {note: 'b'} | note: \"b\" → null CLEAR",
        "{config: {tables: ['a', 'c']}} | {config: {tables: ['****', 'b']}} | config.tables:"
            + " [\"****\", \"b\"] → [\"a\", \"c\"] SET",
        "{config: {tables: ['a']}} | {config: {tables: ['****', '****']}} | config.tables:"
            + " [\"****\", \"****\"] → [\"a\"] SET",
        "{config: {free: {user: 'AbC'}}} | {config: {free: {user: 'AB_C'}}} | config.free.user:"
            + " \"AB_C\" → \"AbC\" SET",
        "{paused: true} | {paused: 'false'} | paused: false → true SET",
        "{frequency: 5} | {frequency: '60'} | frequency: 60 → 5 SET",
        "{mode: 'ONE_WAY'} | {mode: 'TwoWay'} | mode: \"TwoWay\" → \"ONE_WAY\" SET",
        "{group: 'ref:group/prod'} | {group_id: 'wild_oak'} | group: dev → prod SET",
        "{group: 'ref:group/prod'} | {group_id: 'strange'} | group: \"strange\" → prod SET",
        "{group: 'ref:group/later'} | {group_id: 'wild_oak'} | group: dev → later SET",
        "{service: 's3'} | {service: 'gcs'} | service: \"gcs\" → \"s3\" REPLACE",
        "{config: {timeframe: 'A'}} | {config: {timeframe: 'B'}} | config.timeframe: \"B\" → \"A\""
            + " REPLACE",
        "{config: {port: 5432}} | {config: {port: '443'}} | config.port: 443 → 5432 SET",
        "{config: {tables: ['a']}} | {config: {tables: ['a', 'b']}} | config.tables: [\"a\", \"b\"]"
            + " → [\"a\"] SET",
        "{config: {tables: ['a', 'a']}} | {config: {tables: ['a']}} | config.tables: [\"a\"] →"
            + " [\"a\", \"a\"] SET",
        "{config: {storage: {bucket: 'x'}}} | {config: {storage: {bucket: 'y'}}}"
            + "| config.storage.bucket: \"y\" → \"x\" SET",
        "{config: {storage: null}} | {config: {storage: {bucket: 'y'}}}"
            + "| config.storage: {bucket: \"y\"} → null CLEAR",
        "{config: {reports: [{name: 'a', columns: ['x']}]}} | {config: {reports: [{name: 'a',"
            + " columns: ['y']}]}}| config.reports.a.columns: [\"y\"] → [\"x\"] SET",
        "{config: {reports: [{name: 'a'}]}} | {config: {}} | config.reports.a: (not set) → {name:"
            + " \"a\"} ADD",
        "{config: {reports: [{name: 'a'}]}} | {config: {reports: [{name: 'a'}, {name: 'b'}]}}"
            + "| config.reports.b: {name: \"b\"} → (not set) REMOVE",
        "{config: {reports: [{columns: ['x']}]}} | {config: {reports: [{columns: ['z']}]}}"
            + "| config.reports: [{columns: [\"z\"]}] → [{columns: [\"x\"]}] SET",
        "{config: {free: {a: {b: 1}}}} | {config: {free: {a: {b: 2}}}} | config.free.a.b: 2 → 1"
            + " SET",
        "{config: {free: {a: [{b: 1}]}}} | {config: {free: {a: [{b: 2}]}}} | config.free.a: [{b:"
            + " 2}] → [{b: 1}] SET",
        "{config: {free: {a: [{b: 1}]}}} | {config: {free: {a: [{b: null}]}}} | config.free.a: [{b:"
            + " null}] → [{b: 1}] SET",
        "{config: {free: {a: [1, null]}}} | {config: {free: {a: [1, 2]}}} | config.free.a: [1, 2] →"
            + " [1, null] SET",
        "{config: {free: {a: [1]}}} | {config: {free: {a: [1, 2]}}} | config.free.a: [1, 2] → [1]"
            + " SET",
        "{config: {free: {a: [1, 2]}}} | {config: {free: {a: [1]}}} | config.free.a: [1] → [1, 2]"
            + " SET",
        "{config: {free: {a: ['1.0']}}} | {config: {free: {a: ['1']}}} | config.free.a: [\"1\"] →"
            + " [\"1.0\"] SET",
        "{config: {free: {a: [['x']]}}} | {config: {free: {a: [{b: 'x'}]}}} | config.free.a: [{b:"
            + " \"x\"}] → [[\"x\"]] SET",
        "{config: {free: {a: [{b: 'x'}]}}} | {config: {free: {a: [['x']]}}} | config.free.a:"
            + " [[\"x\"]] → [{b: \"x\"}] SET",
        "{config: {tokens: []}} | {config: {tokens: [{name: 'a', value: '***'}]}} |"
            + " config.tokens.a: {name: \"a\", value: \"***\"} → (not set) REMOVE",
        "{config: {tokens: null}} | {config: {tokens: [{name: 'a', value: '***'}]}}"
            + "| config.tokens.a: {name: \"a\", value: \"***\"} → (not set) REMOVE",
        "{config: {tokens: [{name: 'a', value: null}]}} | {config: {tokens: [{name: 'a', value:"
            + " '***'}]}} | config.tokens.a: {name: \"a\", value: \"***\"} → (not set) REMOVE",
        "{secret: null} | {secret: '******'} | secret: (secret) → null CLEAR"
      })
  void findsWhatDiffers(String wanted, String live, String change) {
    var comparison =
        Comparison.between(
            Samples.TABLE, Values.mapping(wanted), Values.mapping(live), Samples.ids());

    assertThat(comparison.changes()).extracting(ComparisonTest::told).containsExactly(change);
  }

  @Test
  void countsLeavesThatNeedNothing() {
    var wanted =
        Values.mapping("{note: 'a', paused: true, config: {host: 'h', port: 1, tables: ['x']}}");
    var live =
        Values.mapping("{note: 'b', paused: true, config: {host: 'h', port: 1, tables: ['x']}}");

    var comparison = Comparison.between(Samples.TABLE, wanted, live, Samples.ids());

    assertThat(comparison.unchanged()).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{group: 'ref:group/prod'} | {group_id: 'calm_reef'} | 1 | 0",
        "{secret: null} | {secret: null} | 1 | 0",
        "{secret: 'secret:S', config: {password: 'secret:P'}} | {secret: '******', config:"
            + " {password: '******'}} | 0 | 2",
        "{config: {reports: [{columns: ['x'], token: 'secret:A'}, {columns: ['y'], token:"
            + " 'secret:B'}]}}"
            + "| {config: {reports: [{columns: ['y'], token: '******'}, {columns: ['x'], token:"
            + " '******'}]}} | 1 | 2",
        "{secret: 'secret:S', whole: {a: 'new', key: 'secret:K'}}"
            + "| {secret: '******', whole: {a: 'old', key: '******'}} | 0 | 1"
      })
  void countsWhatNeedsNothingAndWhatCannotBeCompared(
      String wanted, String live, int unchanged, int secretsNotCompared) {
    var comparison =
        Comparison.between(
            Samples.TABLE, Values.mapping(wanted), Values.mapping(live), Samples.ids());

    assertThat(comparison.unchanged()).isEqualTo(unchanged);
    assertThat(comparison.secretsNotCompared()).isEqualTo(secretsNotCompared);
  }

  @Test
  void countsTheItemsThatHaveNoKey() {
    var wanted = Values.mapping("{config: {reports: [{columns: ['x'], token: 'secret:T'}]}}");
    var live = Values.mapping("{config: {reports: [{columns: ['x'], token: '******'}]}}");

    var comparison =
        Comparison.between(
            Samples.TABLE,
            wanted,
            live,
            Samples.ids(),
            Set.of("config"),
            "asked by --rotate-secrets");

    assertThat(comparison.changes())
        .extracting(change -> change.path().toString())
        .containsExactly("config.reports.1.token");
  }

  @Test
  void neverSendsWhatTheServerMakes() {
    var wanted = Values.mapping("{secret: 'secret:S', config: {public_key: 'secret:K'}}");
    var live = Values.mapping("{secret: '******', config: {public_key: '******'}}");

    var comparison =
        Comparison.between(
            Samples.TABLE,
            wanted,
            live,
            Samples.ids(),
            Set.of("config"),
            "asked by --rotate-secrets");

    assertThat(comparison.changes())
        .extracting(change -> change.path().toString())
        .containsExactly("secret");
  }

  @Test
  void takesThePinForNoField() {
    var comparison =
        Comparison.between(
            Samples.TABLE, Values.mapping("{id: 'x'}"), Values.mapping("{}"), Samples.ids());

    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void listsEveryLeafOfACreation() {
    var wanted =
        Values.mapping(
            "{group: 'ref:group/prod', trust: true, note: null, config: {port: 1, password:"
                + " 'secret:P'}}");

    var comparison = Comparison.creation(Samples.TABLE, wanted);

    assertThat(comparison.changes())
        .extracting(ComparisonTest::told)
        .containsExactly(
            "group: (not set) → prod SET",
            "config.port: (not set) → 1 SET",
            "config.password:  → (secret) sent SECRET");
  }

  static String told(FieldChange change) {
    return change.path() + ": " + change.from() + " → " + change.to() + " " + change.effect();
  }
}
