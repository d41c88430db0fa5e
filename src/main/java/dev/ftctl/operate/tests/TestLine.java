package dev.ftctl.operate.tests;

import dev.ftctl.model.value.Value;
import java.util.List;

/// How one test ended.
///
/// @param title what was tested: `Connecting to SSH tunnel`
/// @param status `PASSED`, `SKIPPED`, `WARNING`, `FAILED`, or what the API says else
/// @param message may be empty
public record TestLine(String title, String status, String message) {

  /// All tests of an answer, in their order.
  public static List<TestLine> all(Value.Mapping answer) {
    List<Value> tests =
        answer.get("setup_tests") instanceof Value.Items items ? items.items() : List.of();
    return tests.stream()
        .filter(Value.Mapping.class::isInstance)
        .map(test -> of((Value.Mapping) test))
        .toList();
  }

  private static TestLine of(Value.Mapping test) {
    String said = test.text("status");
    int prefix = said.lastIndexOf('_') + 1;
    return new TestLine(test.text("title"), said.substring(prefix), test.text("message"));
  }

  public boolean isFailed() {
    return status.equals("FAILED");
  }
}
