package dev.ftctl.fivetran.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.Fixture;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"\"",
        "[]",
        "{}",
        "0.10",
        "12345678901234567890.123456789012345678901234567890",
        "{\"z\":1,\"a\":[null,{\"b\":\"ü\\n\"},[[]]],\"\":false}",
      })
  void keepsEveryDigitAndTheOrderOfKeys(String json) throws IOException {
    Value value = ValueJson.read(json);

    assertThat(ValueJson.write(value, new Redaction())).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "{\"a\"", "nul", "{'a':1}", "1 2", "NaN", "{\"a\":1,}"})
  void readsNothingElse(String text) {
    assertThatThrownBy(() -> ValueJson.read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsTooDeepInsteadOfOverflowing() {
    String deep = "[".repeat(100_000);

    assertThatThrownBy(() -> ValueJson.read(deep)).isInstanceOf(IOException.class);
  }

  @Test
  void showsNeitherSecretsNorWhatCameFromTheEnvironment() {
    var entries = new LinkedHashMap<String, Value>();
    entries.put("password", Fixture.secret("env:PW", Optional.of("open sesame")));
    entries.put("host", new Value.Text("db1", new Origin(SourceLocation.NONE, "env:DB_HOST")));
    entries.put("group_id", new Value.Reference(Address.of("group", "finance"), Origin.LIVE));
    entries.put("ports", Value.items(List.of(Value.number(5432))));

    String shown = ValueJson.masked(Value.Mapping.of(entries));

    assertThat(shown)
        .isEqualTo(
            "{\"password\":\"(secret)\",\"host\":\"(env:DB_HOST)\",\"group_id\":\"finance\","
                + "\"ports\":[5432]}");
  }
}
