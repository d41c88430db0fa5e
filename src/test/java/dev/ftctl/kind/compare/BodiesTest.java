package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.kind.Samples;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent, and above all what is not.
final class BodiesTest {

  private static final Set<String> MERGED = Set.of("config");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: 'n', note: 'a'} | {name: 'n', note: 'a'}",
        "{group: 'ref:group/prod'} | {group_id: 'calm_reef'}",
        "{trust: true, id: 'pin', groups: {'group/prod': 'R'}} | {}",
        "{birth: 'x', mode: 'TwoWay'} | {mode: 'TwoWay', birth: 'x'}",
        "{note: null, paused: null} | {note: null}",
        "{config: {public_key: 'k', port: 1, unheard_of: [1]}} | {config: {port: 1, unheard_of:"
            + " [1]}}",
        "{config: {tokens: [{name: 'a', value: null}, {name: 'b', value: 'secret:B'}]}}"
            + "| {config: {tokens: [{name: 'b', value: 'secret:B'}]}}",
        "{secret: 'secret:S'} | {secret: 'secret:S'}"
      })
  void createsWithAllThatTheManifestSays(String wanted, String body) {
    var sent = Bodies.create(Samples.TABLE, Values.mapping(wanted), Samples.ids());

    assertThat(sent).isEqualTo(Values.mapping(body));
  }

  @ParameterizedTest(name = "{0} over {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{note: 'a', paused: true} | {note: 'b', paused: true} | {note: 'a'}",
        "{note: null} | {note: 'b'} | {note: null}",
        "{group: 'ref:group/prod'} | {group_id: 'wild_oak'} | {group_id: 'calm_reef'}",
        "{config: {port: 1, host: 'h'}} | {config: {port: 2, host: 'h', tls: true}} | {config:"
            + " {port: 1}}",
        "{config: {tables: ['a']}} | {config: {tables: ['b']}} | {config: {tables: ['a']}}",
        "{config: {storage: {bucket: 'x'}}}"
            + "| {config: {port: 1, storage: {bucket: 'y', prefix: 'p', made: 'm', other: null}}}"
            + "| {config: {storage: {prefix: 'p', bucket: 'x'}}}",
        "{whole: {a: 'x'}} | {whole: {a: 'y', b: 'z'}} | {whole: {a: 'x', b: 'z'}}",
        "{whole: {a: null}} | {whole: {a: 'y', b: 'z'}} | {whole: {b: 'z', a: null}}",
        "{config: {reports: [{name: 'a', columns: ['x']}]}}"
            + "| {config: {reports: [{name: 'a', columns: ['y'], kept: 1}, {name: 'b'}]}}"
            + "| {config: {reports: [{name: 'a', columns: ['x'], kept: 1}]}}",
        "{config: {reports: [{name: 'a', token: 'secret:T'}]}} | {config: {reports: [{name: 'b',"
            + " token: '******'}]}}| {config: {reports: [{name: 'a', token: 'secret:T'}]}}",
        "{config: {storage: null}} | {config: {storage: {bucket: 'y'}}} | {config: {storage:"
            + " null}}",
        "{config: {free: {a: 1}}} | {config: {free: {a: 2, b: 3}}} | {config: {free: {a: 1, b:"
            + " 3}}}",
        "{config: {host: 'x', password: 'secret:P'}} | {config: {host: 'y', password: '******'}}"
            + "| {config: {host: 'x', password: 'secret:P'}}",
        "{whole: {a: 'x', key: 'secret:K'}} | {whole: {a: 'y', key: '******'}}"
            + "| {whole: {a: 'x', key: 'secret:K'}}",
        "{config: {tokens: [{name: 'b', value: 'secret:B'}]}}| {config: {tokens: [{name: 'a',"
            + " value: '***', made: 'm'}, {name: 'b', value: '***'}]}}| {config: {tokens: [{name:"
            + " 'b', value: 'secret:B'}, {name: 'a', value: null}]}}",
        "{config: {tokens: []}} | {config: {tokens: [{name: 'a', value: '***'}]}}"
            + "| {config: {tokens: [{name: 'a', value: null}]}}",
        "{config: {tokens: null}} | {config: {tokens: [{name: 'a', value: '***'}]}}"
            + "| {config: {tokens: [{name: 'a', value: null}]}}",
        "{config: {tokens: [{name: 'c', value: null}]}} | {config: {tokens: [{name: 'a', value:"
            + " '***'}]}}| {config: {tokens: [{name: 'a', value: null}]}}",
        "{config: {tokens: []}} | {config: {tokens: []}} | {}",
        "{note: 'same'} | {note: 'same'} | {}"
      })
  void patchesWithOnlyWhatChanged(String wanted, String live, String body) {
    Value.Mapping desired = Values.mapping(wanted);
    Value.Mapping there = Values.mapping(live);
    var changes =
        Comparison.between(Samples.TABLE, desired, there, Samples.ids(), MERGED, "").changes();

    var sent = Bodies.patch(Samples.TABLE, changes, desired, there, Samples.ids(), MERGED);

    assertThat(sent).isEqualTo(Values.mapping(body));
  }

  /// They are calls of their own.
  @Test
  void patchesNoMemberships() {
    var wanted = Values.mapping("{groups: {'group/prod': 'R'}, note: 'a'}");
    var joined =
        FieldChange.of(
            FieldPath.of("groups", "prod"), Value.ABSENT, Value.text("R"), FieldChange.Effect.ADD);

    var sent =
        Bodies.patch(
            Samples.TABLE, List.of(joined), wanted, Value.Mapping.EMPTY, Samples.ids(), MERGED);

    assertThat(sent).isEqualTo(Value.Mapping.EMPTY);
  }

  @Test
  void refusesAReferenceThatHasNoIdYet() {
    var wanted = Values.mapping("{group: 'ref:group/later'}");

    assertThatThrownBy(() -> Bodies.create(Samples.TABLE, wanted, Samples.ids()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("group/later");
  }
}
