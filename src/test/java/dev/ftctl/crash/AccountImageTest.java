package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Two accounts are compared by natural keys. A collection that has none here would show ids, which
/// differ from run to run, and two equal accounts would not look so.
class AccountImageTest {

  @Test
  void showsNoIdOfTheExamples() throws IOException {
    JsonNode account;
    try (var simulator = Simulator.inProcess()) {
      Company.Ended applied = Company.EXAMPLES.apply(simulator.url(), 8);
      assertThat(applied.code()).as(applied.text()).isZero();
      account = simulator.account();
    }

    String image = String.join("\n", AccountImage.of(account));

    assertThat(ids(account)).hasSizeGreaterThan(20);
    assertThat(ids(account))
        .noneMatch(id -> Pattern.compile("\\b" + id + "\\b").matcher(image).find());
  }

  private static List<String> ids(JsonNode account) {
    var ids = new ArrayList<String>();
    for (JsonNode collection : account) {
      collection
          .properties()
          .forEach(entry -> {
            if (entry.getKey().equals(entry.getValue().path("id").asText())) {
              ids.add(entry.getKey());
            }
          });
    }
    return ids;
  }
}
