package dev.ftctl.sandbox.others;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataRoutesTest {
  private final SandboxCase fixture = new SandboxCase();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyPropertyIsGenerallyAvailable() {
    var config = config();

    assertThat(config).isNotEmpty().allSatisfy(MetadataRoutesTest::isAvailable);
    assertThat(config.path("reports").path("items").path("properties"))
        .isNotEmpty()
        .allSatisfy(MetadataRoutesTest::isAvailable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "private_preview", "sunset"})
  void seededStatusIsShownOfThatPropertyAlone(String status) {
    fixture.plant("field_statuses", "google_ads", json("{'reports':'" + status + "','nope':'x'}"));

    var config = config();

    assertThat(config.path("reports").path("fieldStatus").asText()).isEqualTo(status);
    isAvailable(config.path("timeframe_months"));
    assertThat(config.has("nope")).isFalse();
  }

  private JsonNode config() {
    return fixture
        .api
        .get("/metadata/connector-types/google_ads")
        .data()
        .path("config")
        .path("properties");
  }

  private static void isAvailable(JsonNode property) {
    assertThat(property.path("fieldStatus").asText()).isEqualTo("general_availability");
  }
}
