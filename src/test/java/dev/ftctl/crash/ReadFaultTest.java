package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A list that can't be read is not an empty one: on an account that holds the company already,
/// apply creates nothing because of it.
@TestInstance(Lifecycle.PER_CLASS)
class ReadFaultTest {

  private static final List<String> LIES =
      List.of(
          "{\"status\": 404}",
          "{\"status\": 403}",
          "{\"html\": \"<html>a proxy's page</html>\"}",
          "{\"body\": {}}",
          "{\"body\": []}",
          "{\"body\": {\"code\": \"Success\", \"data\": {}}}");

  /// What may pass: tried again for seconds, so that a plain build leaves it at one.
  private static final List<String> PASSING_TROUBLE =
      List.of("{\"status\": 503}", "{\"tornBody\": true}", "{\"drop\": \"before\"}");

  private Simulator simulator;

  @BeforeAll
  void applyTheCompany() throws IOException {
    simulator = Simulator.start();
    Ended ended = Company.EXAMPLES.apply(simulator.url(), 8);
    assertThat(ended.code()).as(ended.text()).isZero();
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  static Stream<String> faults() {
    Stream<String> lies =
        Stream.of("groups", "destinations", "connections", "users", "teams", "webhooks")
            .flatMap(list -> LIES.stream().map(lie -> fault(list, lie)));
    Stream<String> trouble =
        PASSING_TROUBLE.stream()
            .limit(Scale.of(1, PASSING_TROUBLE.size()))
            .map(fault -> fault("connections", fault));
    return Stream.concat(lies, trouble);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void unreadableListStopsApplyBeforeItWrites(String fault) {
    simulator.forgetRequests();
    simulator.faults(fault);

    Ended ended = Company.EXAMPLES.apply(simulator.url(), 8);

    assertThat(ended.code()).as(ended.text()).isIn(1, 69, 77);
    assertThat(simulator.requests()).allMatch(call -> call.startsWith("GET "));
  }

  private static String fault(String list, String then) {
    return "{\"match\": {\"path\": \"/v1/" + list + "$\"}, \"then\": " + then + "}";
  }
}
