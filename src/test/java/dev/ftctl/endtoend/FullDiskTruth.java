package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;

/// What has to be true of what was told while a disk was full.
final class FullDiskTruth {

  private FullDiskTruth() {}

  static int code(FullDiskTest.Place place, FullDiskTest.Ended ended) {
    if (place == FullDiskTest.Place.STDERR) {
      return 0;
    }
    return ended.writes().isEmpty() ? 1 : 5;
  }

  static void assertIsTrue(JsonNode report, FullDiskTest.Ended ended, String about) {
    var writes = new ArrayList<String>();
    for (JsonNode outcome : report.path("outcomes")) {
      outcome.path("writes").forEach(write -> writes.add(write.asText()));
    }
    assertThat(writes).as(about).containsExactlyInAnyOrderElementsOf(ended.writes());
    assertThat(report.path("counts").path("writes").asInt())
        .as(about)
        .isEqualTo(ended.writes().size());
    assertThat(report.path("exit_code").asInt()).as(about).isEqualTo(ended.code());
    if (ended.code() != 0) {
      assertThat(report.path("error").asText()).as(about).contains("can't be written");
    }
  }

  static void assertStdoutIsTrue(
      FullDiskTest.Place place, boolean isJson, FullDiskTest.Ended ended, String about)
      throws IOException {
    if (place == FullDiskTest.Place.STDOUT) {
      return;
    }
    if (isJson) {
      assertThat(FullDiskTest.JSON.readTree(ended.out()).path("exit_code").asInt())
          .as(about)
          .isEqualTo(ended.code());
    } else if (!ended.writes().isEmpty()) {
      String count = ended.writes().size() == 1 ? "1 write." : ended.writes().size() + " writes.";
      assertThat(ended.out()).as(about).contains(count);
    }
  }

  /// Nothing that the account saw is told as not sent, and what is lost is named.
  static void assertWordsAreTrue(FullDiskTest.Place place, FullDiskTest.Ended ended, String about) {
    String all = ended.out() + ended.err();
    for (String write : ended.writes()) {
      assertThat(all).as(about).doesNotContain(write + " was not sent");
    }
    if (place != FullDiskTest.Place.STDERR) {
      assertThat(ended.err()).as(about).contains("can't");
    }
    if (place == FullDiskTest.Place.STDOUT && !ended.writes().isEmpty()) {
      assertThat(ended.err()).as(about).contains(ended.writes().size() + " writes.");
    }
    if (ended.code() == 1) {
      assertThat(all)
          .as(about)
          .containsAnyOf("nothing was changed", " 0 writes.", "\"writes\" : 0");
    }
  }
}
