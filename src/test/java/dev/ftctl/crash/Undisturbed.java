package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;

/// What an apply leaves behind that nothing disturbed, for comparison.
///
/// @param account as [AccountImage] shows it
/// @param requests that it took
record Undisturbed(List<String> account, int requests) {

  static Undisturbed apply() throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      Ended ended = Company.apply(sandbox.url(), 8);
      assertThat(ended.code()).as(ended.text()).isZero();
      return new Undisturbed(
          AccountImage.of(sandbox.control().account()), sandbox.requests().size());
    }
  }
}
