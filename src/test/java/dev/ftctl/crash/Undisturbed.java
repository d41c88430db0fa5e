package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;

/// What an apply leaves behind that nothing disturbed, for comparison.
///
/// @param start the account before it, `{collection: {id: node}}`
/// @param account as [AccountImage] shows it
/// @param requests that it took
record Undisturbed(JsonNode start, List<String> account, int requests) {

  static Undisturbed of(Scenario scenario) throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      scenario.before().ifPresent(before -> requireDone(before.apply(sandbox.url(), 8)));
      JsonNode start = sandbox.control().account();
      sandbox.control().forgetRequests();
      requireDone(scenario.wanted().apply(sandbox.url(), 1));
      return new Undisturbed(
          start, AccountImage.of(sandbox.control().account()), sandbox.requests().size());
    }
  }

  private static void requireDone(Ended ended) {
    assertThat(ended.code()).as(ended.text()).isZero();
  }
}
