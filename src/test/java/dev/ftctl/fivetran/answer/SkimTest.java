package dev.ftctl.fivetran.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.Fixture;
import dev.ftctl.fivetran.ScriptedServer;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of an answer that is skimmed, what no comparison looks at is dropped.
class SkimTest {

  private static Value.Mapping skimmed(String data) {
    try (var server =
        new ScriptedServer().answers(200, "{\"code\":\"Success\",\"data\":" + data + "}")) {
      return new Fixture(server.url()).api().skimmed("id");
    }
  }

  private static String shown(String data) {
    return ValueJson.masked(skimmed(data));
  }

  @Test
  void dropsOfElementsWhatIsNotAskedFor() {
    assertThat(
            shown(
                """
                {"policy":"ALLOW_ALL","other":{"x":[1]},
                 "schemas":{"public":{"note":"n","enabled":true,"tables":{
                   "orders":{"note":{"deep":[1,{"enabled":false}]},"lock":{"allowed":false},"enabled":false},
                   "empty":{}}}}}
                """))
        .isEqualTo(
            "{\"policy\":\"ALLOW_ALL\",\"other\":{\"x\":[1]},"
                + "\"schemas\":{\"public\":{\"enabled\":true,\"tables\":{"
                + "\"orders\":{\"lock\":{\"allowed\":false},\"enabled\":false},"
                + "\"empty\":{}}}}}");
  }

  @Test
  void takesNoElementForAMemberOfItsName() {
    assertThat(
            shown(
                """
                {"schemas":{"note":{"tables":{"note":{"enabled":true},"tables":{"enabled":false},
                 "schemas":{"enabled":true}}},"tables":{"enabled":true}}}
                """))
        .isEqualTo(
            "{\"schemas\":{\"note\":{\"tables\":{\"note\":{\"enabled\":true},\"tables\":{\"enabled\":false},"
                + "\"schemas\":{\"enabled\":true}}},\"tables\":{\"enabled\":true}}}");
  }

  @Test
  void holdsEqualElementsOnce() {
    Value.Mapping tables =
        skimmed(
                """
                {"schemas":{"public":{"tables":{
                 "a":{"enabled":true,"note":1},"b":{"note":2,"enabled":true},"c":{"enabled":false}}}}}
                """)
            .mapping("schemas")
            .mapping("public")
            .mapping("tables");

    assertThat(tables.get("a")).isSameAs(tables.get("b")).isNotEqualTo(tables.get("c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schemas\":null} | {\"schemas\":null}",
        "{\"schemas\":[1]} | {\"schemas\":[1]}",
        "{\"schemas\":{\"public\":null,\"dbo\":\"x\"}} |"
            + " {\"schemas\":{\"public\":null,\"dbo\":\"x\"}}",
        "{} | {}",
      })
  void leavesOddShapesToItsReader(String data, String kept) {
    assertThat(shown(data)).isEqualTo(kept);
  }

  @Test
  void isStrictAboutWhatItLeavesOut() {
    String data = "{\"schemas\":{\"public\":{\"note\":{\"deep\":[1,2]},\"enabled\":true}}}";
    for (int length = 0; length < data.length(); length++) {
      String torn = "{\"code\":\"Success\",\"data\":" + data.substring(0, length);
      try (var server = new ScriptedServer()) {
        for (int attempt = 0; attempt < 10; attempt++) {
          server.answers(200, torn);
        }
        assertThatThrownBy(() -> new Fixture(server.url()).api().skimmed("id"))
            .as(torn)
            .isInstanceOf(ApiException.class);
      }
    }
  }
}
