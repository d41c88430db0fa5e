package dev.ftctl.kind.setuptest;

import dev.ftctl.kind.Writes;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Runs the setup tests of one live object as often as it helps, and approves the keys that they
/// meet and the manifest pins, each once.
public final class SetupTesting {

  /// How a manifest says that a person enters the credentials.
  public static final String BY_HAND = "setup: by-hand";

  private static final List<String> TRUST = List.of("trust_certificates", "trust_fingerprints");

  private final SetupTestCalls calls;
  private final Value.Mapping body;
  private final TrustedKeys trusted;

  public SetupTesting(SetupTestCalls calls, Resource wanted) {
    this.calls = calls;
    this.body = trusting(Value.Mapping.EMPTY, wanted);
    this.trusted = TrustedKeys.of(wanted);
  }

  /// The body of a write that runs setup tests, with what the manifest says of trusting unseen
  /// keys. Silence is the API's own default, which is no trust.
  public static Value.Mapping trusting(Value.Mapping body, Resource wanted) {
    Value.Mapping trusting = body;
    for (String flag : TRUST) {
      if (wanted.spec().get(flag) instanceof Value.Bool said) {
        trusting = trusting.with(flag, said);
      }
    }
    return trusting;
  }

  /// Runs the tests, and again as long as they meet another key that is pinned.
  ///
  /// @return the last answer
  public Value.Mapping run() {
    Value.Mapping answer;
    do {
      answer = test();
    } while (approve(answer));
    return answer;
  }

  /// Runs the tests; when some fail, [#again].
  ///
  /// @return the last answer
  public Value.Mapping runTwice() {
    return again(test());
  }

  /// Takes an answer that tells of tests. When some failed, approves what they met and runs them
  /// once more, since they may fail the first time and pass the second (fivetran-quirks Q65). Where
  /// nobody has entered credentials, a second time finds none either.
  ///
  /// @return the last answer
  public Value.Mapping again(Value.Mapping answer) {
    if (TestResults.failures(answer).isEmpty()) {
      return answer;
    }
    boolean isKeyApproved = approve(answer);
    return TestResults.lackCredentials(answer) && !isKeyApproved ? answer : run();
  }

  private Value.Mapping test() {
    return Writes.repeat(() -> calls.test(body));
  }

  private boolean approve(Value.Mapping answer) {
    return trusted.approve(
        answer, (list, approval) -> Writes.repeat(() -> calls.approve(list, approval)));
  }
}
