package dev.ftctl.kinds.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a connection that is not connected.
class StandingTest {

  @Test
  void tellsWhatFivetranAsksFor() {
    assertThat(
            told(
                "{failed_at: '2026-11-20T10:00:00Z', status: {setup_state: 'broken', tasks: [{code:"
                    + " 'reconnect', message: 'Reconnect the source'}], warnings: [{code:"
                    + " 'slow_source'}, {}]}}"))
        .isEqualTo("broken: Reconnect the source; slow_source (last failed 2026-11-20T10:00:00Z)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broken | broken: it can't reach its source; Fivetran's own page of it says more",
        "incomplete | incomplete: its setup tests have not passed yet",
        "new_state | new_state",
        "'' | its setup state is not told",
      })
  void saysWhatTheStateMeansWhereFivetranSaysNothing(String state, String told) {
    assertThat(told("{status: {setup_state: '" + state + "', tasks: null}}")).isEqualTo(told);
  }

  private static String told(String fields) {
    return Standing.of(ConnectorReader.live(Values.mapping(fields)));
  }
}
