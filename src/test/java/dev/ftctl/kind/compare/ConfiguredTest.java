package dev.ftctl.kind.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Samples;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By what a saved plan sees that somebody else changed an object.
final class ConfiguredTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{note: 'a', group_id: 'g'} | {group_id: 'g', note: 'a'}",
        "{note: null} | {note: null}",
        "{status: 'ok', created_at: 'now'} | {}",
        "{trust: true, auth: {token: 'x'}} | {}",
        "{secret: '******'} | {secret: '******'}",
        "{config: {host: 'h', public_key: 'k', unheard_of: 1}} | {config: {host: 'h'}}",
        "{config: {storage: {bucket: 'b', made: 'm'}}} | {config: {storage: {bucket: 'b'}}}",
        "{config: {free: {a: {b: [2, 1]}}}} | {config: {free: {a: {b: [2, 1]}}}}",
        "{config: {tables: ['b', 'a']}} | {config: {tables: ['a', 'b']}}",
        "{config: {reports: [{name: 'b', made: 1}, {name: 'a', columns: ['y', 'x']}]}}"
            + "| {config: {reports: [{name: 'a', columns: ['x', 'y']}, {name: 'b'}]}}",
        "{config: {reports: 'none'}} | {config: {reports: 'none'}}"
      })
  void isWhatSomebodyMaySetInAnOrderOfItsOwn(String live, String configured) {
    assertThat(Configured.of(Samples.TABLE, Values.mapping(live)))
        .isEqualTo(Values.mapping(configured));
  }

  @Test
  void isNoTreeThatGrowsWithTheSource() {
    FieldTable table = FieldTable.of(Field.text("policy"), Field.tree("schemas"));

    Value.Mapping configured =
        Configured.of(table, Values.mapping("{policy: 'p', schemas: {s: {enabled: true}}}"));

    assertThat(configured.entries().keySet()).containsExactly("policy");
  }
}
