package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `FIVETRAN_SCOPE` leaves of a key's permissions.
class WriteScopeTest {

  @TempDir Path folder;
  private final PlayedAccount account =
      new PlayedAccount()
          .data(
              "/webhooks",
              "{'items': [{'id': 'dull_gong', 'type': 'account', 'url': 'https://h.example.com/g',"
                  + " 'events': ['sync_end'], 'active': true}]}");

  @AfterEach
  void close() {
    account.close();
  }

  @ParameterizedTest
  @CsvSource({"read, is 'read'", "readwrite, is none that ftctl knows", "READ/WRITE, is none"})
  void applyUnderReadAsksAndWritesNothing(String scope, String said) {
    Ran apply = workspace(scope).run("apply", "--auto-approve");

    assertThat(apply.code()).as("%s", apply).isEqualTo(4);
    assertThat(apply.err()).contains("FIVETRAN_SCOPE " + said);
    assertThat(account.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "read/write", "read/write/delete", "nonsense"})
  void planIsAlwaysAllowed(String scope) {
    assertThat(workspace(scope).run("plan").code()).isZero();
  }

  @Test
  void deletionUnderReadWriteIsBlocked() {
    Ran apply = workspace("read/write").run("apply", "--auto-approve");

    assertThat(apply.code()).as("%s", apply).isEqualTo(4);
    assertThat(apply.all())
        .contains(
            "DELETE /v1/webhooks/dull_gong was not sent: FIVETRAN_SCOPE is 'read/write', which"
                + " refuses every DELETE");
    assertThat(account.written()).isEmpty();
  }

  @Test
  void otherWritesUnderReadWriteAreDone() {
    account.answers("POST /groups", 201, "application/json", "{'data': {'id': 'new_well'}}");

    Ran apply =
        workspace("read/write")
            .file("manifests/g.yaml", "{kind: Group, metadata: {name: fresh}}\n")
            .run("apply", "--auto-approve");

    assertThat(apply.code()).as("%s", apply).isEqualTo(5);
    assertThat(account.written()).singleElement().asString().startsWith("POST /groups");
  }

  @Test
  void deletionIsDoneWhereTheScopeSaysSo() {
    account.answers("DELETE /webhooks/dull_gong", 204, "text/plain", "");

    workspace("read/write/delete").run("apply", "--auto-approve");

    assertThat(account.written()).containsExactly("DELETE /webhooks/dull_gong ");
  }

  private Workspace workspace(String scope) {
    return new Workspace(folder)
        .with("FIVETRAN_API_URL", account.url())
        .with("FIVETRAN_API_KEY", "a-key")
        .with("FIVETRAN_API_SECRET", "an-api-secret")
        .with("FIVETRAN_SCOPE", scope)
        .file(
            "manifests/m.yaml",
            "kind: Webhook\nmetadata: {name: gong, absent: true}\n"
                + "spec: {url: 'https://h.example.com/g'}\n");
  }
}
