package dev.ftctl.sandbox.others;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "google_ads, Google Ads, Marketing, applications/google-ads",
    "postgres, PostgreSQL, Database, databases/postgres",
    "s3, S3, File, files/s3",
    "aws_lambda, AWS Lambda, Function, functions/aws-lambda",
    "15five, 15five, API, applications/15five",
  })
  void servicesHaveNamesTypesAndIcons(String service, String name, String type, String page) {
    var head = fixture.api.get("/metadata/connector-types/" + service).data();
    var everything = fixture.api.get("/v1/public/connector-types").data().path("items");

    assertThat(head.path("name").asText()).isEqualTo(name);
    assertThat(head.path("type").asText()).isEqualTo(type);
    assertThat(head.path("link_to_docs").asText()).endsWith("/docs/connectors/" + page);
    assertThat(head.path("icons").get(0).asText()).contains("/" + service + "/");
    assertThat(everything)
        .filteredOn(each -> each.path("id").asText().equals(service))
        .allSatisfy(each -> assertThat(each.path("type").asText()).isEqualTo(type))
        .hasSize(1);
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
