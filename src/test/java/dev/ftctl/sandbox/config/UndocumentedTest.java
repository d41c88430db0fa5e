package dev.ftctl.sandbox.config;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What official clients send beyond the API document.
class UndocumentedTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private final String group = fixture.group("prod");

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "google_display_and_video_360, table_name",
    "double_click_campaign_manager, table",
    "double_click_publishers, table",
  })
  void reportsBringTheirTables(String service, String member) {
    var created = create(service, "{'schema':'ads','reports':[{'" + member + "':'daily'}]}");

    assertThat(created.line()).isEqualTo("201 Success: Connection has been created");
    assertThat(created.data().path("schema").asText()).isEqualTo("ads");
  }

  @ParameterizedTest
  @CsvSource({
    "double_click_campaign_manager, {'schema':'ads'}",
    "double_click_campaign_manager, {'schema':'ads';'reports':[]}",
    "google_sheets, {'schema':'ads';'reports':[{'table':'daily'}]}",
  })
  void otherwiseATableIsNeeded(String service, String config) {
    var created = create(service, config.replace(';', ','));

    assertThat(created.line()).isEqualTo("400 InvalidInput: Field table is required");
  }

  @Test
  void tableStillRefinesTheName() {
    var created =
        create(
            "double_click_campaign_manager",
            "{'schema':'ads','table':'t','reports':[{'table':'daily'}]}");

    assertThat(created.data().path("schema").asText()).isEqualTo("ads.t");
  }

  @ParameterizedTest
  @CsvSource({
    "share_point, unstructured, 201",
    "box, unstructured, 201",
    "google_drive, unstructured, 201",
    "sftp, unstructured, 201",
    "s3, unstructured, 400",
    "share_point, csv, 201",
    "share_point, scribbled, 400",
  })
  void fileTypeIsUnstructuredWhereFilesMayBe(String service, String type, int status) {
    var created =
        create(service, "{'schema':'files','table_group_name':'g','file_type':'" + type + "'}");

    assertThat(created.status()).isEqualTo(status);
  }

  private ApiClient.Answer create(String service, String config) {
    return api.post(
        "/connections",
        json(
            "{'group_id':'%s','service':'%s','config':%s,'run_setup_tests':false}"
                .formatted(group, service, config)));
  }
}
