package dev.ftctl.fivetran.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.CallSort;
import feign.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which quotas a call counts for, besides that of all requests.
final class CallSortsTest {

  private static final String HOST = "https://api.fivetran.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /v1/connections?limit=1000                      |                              |
          GET    | /v1/connections/id                              |                              |
          POST   | /v1/connections             | {"a":1,"run_setup_tests":false}   | CONNECTION_CREATION
          POST   | /v1/connectors              | {"run_setup_tests":false}         | CONNECTION_CREATION
          POST   | /v1/connections             | {"run_setup_tests":true}          | SETUP_TEST SOURCE_INTERACTION CONNECTION_CREATION
          PATCH  | /v1/connections/id          | {"run_setup_tests":false}         |
          PATCH  | /v1/connections/id          | {"paused":true}                   | SETUP_TEST SOURCE_INTERACTION
          PATCH  | /v1/connections/id          | {"run_setup_tests":true}          | SETUP_TEST SOURCE_INTERACTION
          DELETE | /v1/connections/id          |                                   |
          POST   | /v1/connections/id/test     | {}                                | SETUP_TEST SOURCE_INTERACTION
          POST   | /v1/connections/id/sync     | {}                                |
          POST   | /v1/destinations            | {"config":{}}                     |
          POST   | /v1/destinations            | {"run_setup_tests":true}          | SETUP_TEST SOURCE_INTERACTION
          PATCH  | /v1/destinations/id         | {"run_setup_tests":false}         |
          POST   | /v1/destinations/id/test    | {}                                | SETUP_TEST SOURCE_INTERACTION
          POST   | /v1/connections/id/schemas  | {}                                |
          PATCH  | /v1/connections/id/schemas  | {}                                |
          POST   | /v1/connections/id/schemas/reload | {}                          | SOURCE_INTERACTION
          GET    | /v1/connections/id/schemas/s/tables/t/columns |                 | SOURCE_INTERACTION
          POST   | /v1/users                   | {}                                | USER_CREATION
          POST   | /v1/users/id/connections    | {}                                |
          POST   | /v1/groups                  | {}                                |
          POST   | /proxy/v1/users             | {}                                | USER_CREATION
          """)
  void countsForTheQuotasThatTheDocumentNames(
      Request.HttpMethod method, String path, String body, String sorts) {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    var request =
        Request.create(method, HOST + path, Map.of(), bytes, StandardCharsets.UTF_8, null);

    String found =
        CallSorts.of(request).stream()
            .filter(sort -> sort != CallSort.REQUEST)
            .map(CallSort::name)
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(sorts == null ? "" : sorts);
    assertThat(CallSorts.of(request)).contains(CallSort.REQUEST);
  }
}
