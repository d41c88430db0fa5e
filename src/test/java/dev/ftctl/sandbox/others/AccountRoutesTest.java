package dev.ftctl.sandbox.others;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccountRoutesTest {
  @Test
  void namesTheAccountAndTheKeysOwner() throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory());
        var api = new ApiClient(sandbox.url())) {
      var answer = api.get("/account/info");

      assertThat(answer.line())
          .isEqualTo("200 Success: Account information retrieved successfully");
      assertThat(answer.data().path("account_id").asText()).isEqualTo("sandbox_account");
      assertThat(answer.data().path("user_id").asText()).matches("[a-z]+_[a-z]+");
      assertThat(answer.data().has("system_key_id")).isFalse();
    }
  }

  @Test
  void namesTheSystemKeyInsteadOfAUser() throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory().withSystemKey());
        var api = new ApiClient(sandbox.url())) {
      var answer = api.get("/account/info");

      assertThat(answer.data().has("user_id")).isFalse();
      assertThat(answer.data().path("system_key_id").asText()).matches("[a-z]+_[a-z]+");
    }
  }
}
