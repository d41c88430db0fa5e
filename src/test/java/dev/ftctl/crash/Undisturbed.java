package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.sandbox.store.RequestRecord;
import java.io.IOException;
import java.util.List;

/// What an apply leaves behind that nothing disturbed, for comparison.
///
/// @param start the account before it, `{collection: {id: node}}`
/// @param account as [AccountImage] shows it
/// @param methods of the requests that it took, in their order
record Undisturbed(JsonNode start, List<String> account, List<String> methods) {

  /// How many requests it took.
  int requests() {
    return methods.size();
  }

  boolean isWrite(int request) {
    return !methods.get(request).equals("GET");
  }

  static Undisturbed of(Scenario scenario) throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      scenario.before().ifPresent(before -> requireDone(before.apply(sandbox.url(), 8)));
      JsonNode start = sandbox.control().account();
      sandbox.control().forgetRequests();
      requireDone(scenario.wanted().apply(sandbox.url(), 1));
      List<String> methods = sandbox.requests().stream().map(RequestRecord::method).toList();
      return new Undisturbed(start, AccountImage.of(sandbox.control().account()), methods);
    }
  }

  private static void requireDone(Ended ended) {
    assertThat(ended.code()).as(ended.text()).isZero();
  }
}
