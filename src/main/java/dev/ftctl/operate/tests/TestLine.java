package dev.ftctl.operate.tests;

import dev.ftctl.model.value.Value;

/// How one test ended.
///
/// @param title what was tested: `Connecting to SSH tunnel`
/// @param status `PASSED`, `SKIPPED`, `WARNING`, `FAILED`, or what the API says else
/// @param message may be empty
public record TestLine(String title, String status, String message) {

  static TestLine of(Value.Mapping test) {
    String said = test.text("status");
    int prefix = said.lastIndexOf('_') + 1;
    return new TestLine(test.text("title"), said.substring(prefix), test.text("message"));
  }

  boolean isFailed() {
    return status.equals("FAILED");
  }
}
