package dev.ftctl.kinds.connector;

import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs setup tests and tells what they mean. They may fail at first and pass when run once more
/// (fivetran-api Q65).
final class SetupTesting {

  private static final Set<String> BAD = Set.of("FAILED", "JOB_FAILED");

  private final ConnectorApi api;

  SetupTesting(ConnectorApi api) {
    this.api = api;
  }

  StepResult run(String id, Resource wanted) {
    return run(id, wanted, false);
  }

  StepResult run(String id, Resource wanted, boolean waitsForPerson) {
    return judge(id, test(id, wanted), wanted, waitsForPerson);
  }

  /// Judges an answer that holds test results; runs the tests once more when some failed.
  StepResult judge(String id, Value.Mapping answer, Resource wanted, boolean waitsForPerson) {
    Value.Mapping last = failures(answer).isEmpty() ? answer : test(id, wanted);
    List<String> failures = failures(last);
    if (Activation.isConnected(last) && failures.isEmpty()) {
      return StepResult.DONE;
    }
    if (waitsForPerson) {
      return new StepResult.Waiting("authorise it in Fivetran; until then it stays as it is");
    }
    return failures.isEmpty()
        ? StepResult.DONE
        : new StepResult.Unfinished("setup tests failed: " + String.join("; ", failures));
  }

  /// The body with what the manifest says about trusting certificates and fingerprints, which goes
  /// only with a test.
  static Value.Mapping trust(Value.Mapping body, Resource wanted, boolean tests) {
    Value.Mapping trusting = body;
    for (String flag : List.of("trust_certificates", "trust_fingerprints")) {
      if (tests && wanted.spec().get(flag) instanceof Value.Bool said) {
        trusting = trusting.with(flag, said);
      }
    }
    return trusting;
  }

  private Value.Mapping test(String id, Resource wanted) {
    Value.Mapping body = trust(Value.Mapping.of(Map.of()), wanted, true);
    return Writes.repeat(() -> api.test(id, body));
  }

  private static List<String> failures(Value.Mapping answer) {
    return answer.get("setup_tests") instanceof Value.Items tests
        ? tests.items().stream()
            .filter(Value.Mapping.class::isInstance)
            .map(Value.Mapping.class::cast)
            .filter(test -> BAD.contains(test.text("status")))
            .map(test -> test.text("title") + " (" + test.text("message") + ")")
            .toList()
        : List.of();
  }
}
