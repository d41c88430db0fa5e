package dev.ftctl.kinds.connector;

import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.setuptest.SetupTestCalls;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;

/// The setup tests of one connection, and what their results mean for it.
record ConnectionTests(ConnectionsApi api, CertificatesApi certificates, String id)
    implements SetupTestCalls {

  @Override
  public Value.Mapping test(Value.Mapping body) {
    return api.test(id, body);
  }

  @Override
  public Value.Mapping approve(String list, Value.Mapping body) {
    return certificates.approveForConnection(id, list, body);
  }

  /// How a step ends whose last answer this is.
  static StepResult judge(Value.Mapping answer, Resource wanted, boolean waitsForPerson) {
    StepResult result = TestResults.result(answer);
    if (Activation.isConnected(answer) && result.equals(StepResult.DONE)) {
      return StepResult.DONE;
    }
    return waitsForPerson ? new StepResult.Waiting(Standing.authorisation(wanted)) : result;
  }
}
