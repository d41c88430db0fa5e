package dev.ftctl.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import feign.RequestLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each call that writes, by whether it leaves something that can be compared.
class ShownTest {

  private static final List<String> PASSING =
      List.of(
          "PATCH /v1/hybrid-deployment-agents/{id}/re-auth",
          "POST /v1/connections/{id}/connect-card",
          "POST /v1/connections/{id}/resync",
          "POST /v1/connections/{id}/schemas/reload",
          "POST /v1/connections/{id}/sync",
          "POST /v1/connections/{id}/test",
          "POST /v1/destinations/{id}/test",
          "POST /v1/external-logging/account/test",
          "POST /v1/external-logging/{id}/test",
          "POST /v1/proxy/{id}/regenerate-secrets",
          "POST /v1/system-keys/{id}/rotate",
          "POST /v1/transformation-projects/{id}/test",
          "POST /v1/transformations/{id}/cancel",
          "POST /v1/transformations/{id}/run",
          "POST /v1/transformations/{id}/upgrade",
          "POST /v1/users/{id}/api-keys/rotate",
          "POST /v1/webhooks/{id}/test");

  @Test
  void eachCallThatLeavesNothingIsKnownAsOne() {
    List<String> writes =
        new ClassFileImporter()
            .importPackages("dev.ftctl.fivetran.api").stream()
                .flatMap(api -> api.getMethods().stream())
                .filter(call -> call.isAnnotatedWith(RequestLine.class))
                .map(call -> call.getAnnotationOfType(RequestLine.class).value())
                .map(line -> line.replaceFirst("\\?.*", ""))
                .filter(line -> !line.startsWith("GET ") && line.contains("/v1/"))
                .distinct()
                .sorted()
                .toList();

    assertThat(writes).hasSizeGreaterThan(50);
    assertThat(writes.stream().filter(line -> Shown.isPassing(filled(line))).toList())
        .isEqualTo(PASSING);
  }

  @Test
  void oneThatWasNotAnsweredIsNoOther() {
    assertThat(Shown.isPassing("POST /v1/proxy/a_b/regenerate-secrets (no answer)")).isTrue();
    assertThat(Shown.isPassing("POST /v1/groups (no answer)")).isFalse();
  }

  private static String filled(String line) {
    return line.replaceAll("[{][a-z]+[}]", "iris_oak");
  }
}
