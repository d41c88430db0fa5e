package dev.ftctl.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.cli.process.Console;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.RefusedException;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `FTCTL_QUOTAS` may say.
final class QuotaSettingTest {

  @Test
  void withoutItTheUsualQuotasHold() {
    assertThat(of("")).isEqualTo(Quotas.PAID);
    assertThat(of("none")).isEqualTo(Quotas.NONE);
  }

  @Test
  void namesQuotasWithTheirWindows() {
    assertThat(of("requests=500/1h, setup_tests=5/30s").all())
        .containsExactly(
            new Quota(CallSort.REQUEST, 500, Duration.ofHours(1)),
            new Quota(CallSort.SETUP_TEST, 5, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connections=20/1m|there is no quota 'connections'",
        "setup_tests=20|not written like",
        "setup_tests=0/1m|not written like",
        "setup_tests=5/0s|its time is zero",
        "setup_tests=5/1w|is no duration",
        "many|not written like",
      })
  void tellsWhatItCanNotRead(String said, String expected) {
    assertThatThrownBy(() -> of(said))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(expected);
  }

  private static Quotas of(String said) {
    var console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            new BufferedReader(new StringReader("")),
            Map.of("FTCTL_QUOTAS", said),
            Path.of(""),
            Console.Terminals.NONE);
    return QuotaSetting.of(console, Quotas.PAID);
  }
}
