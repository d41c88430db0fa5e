package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.testing.HostileAnswer;
import dev.ftctl.testing.HostileServer;
import dev.ftctl.testing.Scale;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// How much of an answer is read: what is kept whole has the smaller bound, what is taken apart as
/// it comes the larger one.
final class LargeAnswersTest {

  @Test
  void skimmedAnswerMayBeLargerThanWhatIsKept() {
    try (var server = saying(7_000_000)) {
      var fixture = new Fixture(server.url(), true, Duration.ofMinutes(2));

      assertThat(fixture.api().skimmed("x").mapping("schemas").mapping("s").text("kept"))
          .isEqualTo("yes");
    }
  }

  @Test
  void sameAnswerIsRefusedWhereItWouldBeKept() {
    try (var server = saying(7_000_000)) {
      var fixture = new Fixture(server.url(), true, Duration.ofMinutes(2));

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().schemas("x"));

      assertThat(failure.message()).startsWith("the answer is larger than 64 MB");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void skimmedAnswerHasABoundToo() {
    Assumptions.assumeTrue(Scale.of(0, 1) == 1);
    try (var server = saying(110_000_000)) {
      var fixture = new Fixture(server.url(), true, Duration.ofMinutes(5));

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().skimmed("x"));

      assertThat(failure.message()).startsWith("the answer is larger than 1024 MB");
      assertThat(server.asked()).hasSize(1);
    }
  }

  /// @param notes of ten bytes each, which a skimmed answer drops
  private static HostileServer saying(int notes) {
    String body =
        "200 | {\"code\":\"Success\",\"data\":{\"schemas\":{\"s\":{\"kept\":\"yes\",\"tables\":{},"
            + "\"note\":[{{"
            + notes
            + " \"0123456\",}}0]}}}}";
    return new HostileServer(new HostileAnswer("large", "*", body, 0, 0, ""), Map.of());
  }
}
