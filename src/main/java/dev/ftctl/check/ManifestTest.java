package dev.ftctl.check;

import dev.ftctl.model.problem.SourceLocation;
import java.time.Instant;
import java.util.Optional;

/// One test of a file of tests.
///
/// @param name unique in its file
/// @param place of the test
/// @param given the account that it begins with
/// @param wanted the manifests that are planned against it
/// @param asked what the plan is asked besides
/// @param now the time that rules about time look at; empty for the time of the run
/// @param expected what the plan has to come to
public record ManifestTest(
    String name,
    SourceLocation place,
    Given given,
    Reading wanted,
    Asked asked,
    Optional<Instant> now,
    Expected expected) {

  /// How it ends where its plan came to this.
  public TestOutcome outcome(Came came) {
    return new TestOutcome(this, new Comparison(expected, came).differences());
  }

  /// The file that it stands in, as it is shown.
  public String file() {
    return place.file();
  }
}
