package dev.ftctl.kinds.connector;

import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Map;

/// Runs setup tests and tells what they mean. They may fail at first and pass when run once more
/// (fivetran-quirks Q65).
final class SetupTesting {

  private final ConnectionsApi api;
  private final CertificatesApi certificates;

  SetupTesting(ConnectionsApi api, CertificatesApi certificates) {
    this.api = api;
    this.certificates = certificates;
  }

  StepResult run(String id, Resource wanted) {
    return run(id, wanted, false);
  }

  StepResult run(String id, Resource wanted, boolean waitsForPerson) {
    return judge(id, test(id, wanted), wanted, waitsForPerson);
  }

  /// Judges an answer that holds test results. When some failed, approves what the manifest pins
  /// and runs them once more; and again as long as another pinned key comes to light.
  StepResult judge(String id, Value.Mapping answer, Resource wanted, boolean waitsForPerson) {
    var trusted = TrustedKeys.of(wanted);
    Value.Mapping last = answer;
    if (!TestResults.failures(last).isEmpty()) {
      approve(trusted, last, id);
      last = test(id, wanted);
      while (approve(trusted, last, id)) {
        last = test(id, wanted);
      }
    }
    StepResult result = TestResults.result(last);
    if (Activation.isConnected(last) && result.equals(StepResult.DONE)) {
      return StepResult.DONE;
    }
    return waitsForPerson
        ? new StepResult.Waiting("authorise it in Fivetran; until then it stays as it is")
        : result;
  }

  private boolean approve(TrustedKeys trusted, Value.Mapping answer, String id) {
    return trusted.approve(
        answer,
        (list, body) -> Writes.repeat(() -> certificates.approveForConnection(id, list, body)));
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
}
