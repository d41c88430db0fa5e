package dev.ftctl.crash;

import java.util.Optional;

/// What an account holds, and what an apply makes of it.
///
/// @param before applied without a disturbance; empty for an account that is new
record Scenario(String name, Optional<Company> before, Company wanted) {

  /// The company of the examples, from nothing.
  static final Scenario EXAMPLES = new Scenario("examples", Optional.empty(), Company.EXAMPLES);

  @Override
  public String toString() {
    return name;
  }
}
