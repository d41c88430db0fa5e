package dev.ftctl.kind.setuptest;

import dev.ftctl.model.value.Value;

/// The calls by which the setup tests of one live object are run.
public interface SetupTestCalls {

  /// Runs all tests.
  ///
  /// @return holds `setup_tests`
  Value.Mapping test(Value.Mapping body);

  /// Approves a key that a test met.
  ///
  /// @param list `certificates` or `fingerprints`
  Value.Mapping approve(String list, Value.Mapping body);
}
