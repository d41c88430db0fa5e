package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reader that judges our metrics.
class MetricsReaderTest {

  @Test
  void whatTheSpecificationAllowsIsRead() {
    var samples =
        MetricsReader.read(
            "# TYPE a_seconds gauge\n# UNIT a_seconds seconds\n# HELP a_seconds Words.\n"
                + "a_seconds{b=\"x\\\\y\\\"z\\n\",c=\"\"} -1.5e3\n# EOF\n");

    assertThat(samples).hasSize(1);
    assertThat(samples.getFirst().labels()).containsEntry("b", "x\\y\"z\n").containsEntry("c", "");
    assertThat(samples.getFirst().value()).isEqualTo(-1500);
  }

  /// A reader that takes everything would hold nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1\n",
        "# TYPE a gauge\na 1\n",
        "# TYPE a gauge\na{b=\"x\\y\"} 1\n# EOF\n",
        "# TYPE a gauge\na{b=\"x\",} 1\n# EOF\n",
        "# TYPE a gauge\na{b=\"x\",b=\"y\"} 1\n# EOF\n",
        "# TYPE a gauge\na{b=\"x\"} 1\na{b=\"x\"} 2\n# EOF\n",
        "# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n",
        "# TYPE a gauge\na 1\n# HELP a late\n# EOF\n",
        "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n",
        "# TYPE a gauge\nb 1\n# EOF\n",
        "# TYPE a gauge\na one\n# EOF\n",
        "# TYPE a gauge\n\na 1\n# EOF\n",
        "# TYPE a gauge\na 1\n# EOF\n# EOF\n",
      })
  void readerOfMetricsIsStrict(String text) {
    assertThatThrownBy(() -> MetricsReader.read(text)).isInstanceOf(AssertionError.class);
  }
}
