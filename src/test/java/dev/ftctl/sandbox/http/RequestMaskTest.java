package dev.ftctl.sandbox.http;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the request log shows of a body.
class RequestMaskTest {

  private final RequestMask mask =
      new RequestMask(
          RequestMaskTest::fields,
          path -> path.endsWith("/known") ? Optional.of("postgres") : Optional.empty());

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("{'name':'prod'}", "{'name':'prod'}"),
        arguments(
            "{'secret':'x','auth':{'a':['y']}}", "{'secret':'******','auth':{'a':['******']}}"),
        arguments(
            "{'service':'postgres','config':{'host':'h','password':'x'}}",
            "{'service':'postgres','config':{'host':'h','password':'******'}}"),
        arguments(
            "{'config':{'reports':[{'name':'n','api_token':'x'}]}}",
            "{'config':{'reports':[{'name':'n','api_token':'******'}]}}"),
        arguments("{'config':[{'pat':'x'},7]}", "{'config':[{'pat':'******'},7]}"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void hidesSecretsAndNothingElse(String body, String shown) {
    assertThat(shown("/v1/connections", body)).isEqualTo(json(shown));
  }

  /// `harmless` is a secret for the catalogue alone; a PATCH does not say the service.
  @Test
  void knowsTheServiceByTheBodyOrByThePath() {
    String body = "{'config':{'harmless':'x'}}";

    assertThat(shown("/v1/connections/known", body))
        .isEqualTo(json("{'config':{'harmless':'******'}}"));
    assertThat(shown("/v1/connections/other", body)).isEqualTo(json(body));
    assertThat(shown("/v1/connections", "{'service':'postgres','config':{'harmless':'x'}}"))
        .contains("******");
  }

  /// What tells the items of a list apart is a name, although other members called so are secrets.
  @Test
  void showsTheKeysOfKnownLists() {
    assertThat(
            shown(
                "/v1/connections",
                "{'service':'postgres','config':{'key':'x','named':[{'key':'A','value':'x'}]}}"))
        .isEqualTo(
            json(
                "{'service':'postgres','config':{'key':'******','named':[{'key':'A','value':'******'}]}}"));
  }

  @Test
  void showsNothingOfWhatIsNoObject() {
    assertThat(shown("/v1/x", "{'password'")).isEqualTo("\"(not JSON)\"");
    assertThat(shown("/v1/x", "['hunter22']")).isEqualTo("\"(not an object)\"");
    assertThat(mask.shown("/v1/x", new byte[0]).isMissingNode()).isTrue();
  }

  private String shown(String path, String body) {
    return mask.shown(path, json(body).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<String, FieldFacts> fields(String service) {
    return service.equals("postgres")
        ? Map.of("harmless", field("harmless", FieldType.TEXT, true), "named", named())
        : Map.of();
  }

  private static FieldFacts named() {
    var members = new LinkedHashMap<String, FieldFacts>();
    members.put("key", field("key", FieldType.TEXT, false));
    members.put("value", field("value", FieldType.TEXT, true));
    return new FieldFacts(
        "named",
        FieldType.OBJECT_LIST,
        false,
        false,
        false,
        List.of(),
        Map.of(),
        List.of("key"),
        false,
        members);
  }

  private static FieldFacts field(String name, FieldType type, boolean isSecret) {
    return new FieldFacts(
        name,
        type,
        isSecret,
        false,
        false,
        List.of(),
        Map.of(),
        List.of(),
        false,
        new LinkedHashMap<>());
  }
}
