package dev.ftctl.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Values written down as lenient JSON: `{port: 5432, password: 'secret:PW', group:
/// 'ref:group/prod'}`.
public final class Values {

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private Values() {}

  public static Value.Mapping mapping(String json) {
    return (Value.Mapping) value(json);
  }

  public static Value value(String json) {
    try {
      return read(LENIENT.readTree(json));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }

  /// A secret whose text is `text of NAME`.
  public static Value.Secret secret(String name) {
    var source =
        new SecretSource() {
          @Override
          public String name() {
            return "env:" + name;
          }

          @Override
          public Optional<String> reveal() {
            return Optional.of("text of " + name);
          }
        };
    return new Value.Secret(source, Origin.LIVE);
  }

  private static Value read(JsonNode node) {
    if (node.isObject()) {
      var entries = new LinkedHashMap<String, Value>();
      node.properties().forEach(entry -> entries.put(entry.getKey(), read(entry.getValue())));
      return Value.Mapping.of(entries);
    }
    if (node.isArray()) {
      var items = new ArrayList<Value>();
      node.forEach(item -> items.add(read(item)));
      return Value.items(items);
    }
    if (node.isNumber()) {
      return new Value.Num(node.decimalValue(), Origin.LIVE);
    }
    if (node.isBoolean()) {
      return Value.bool(node.booleanValue());
    }
    return node.isNull() ? Value.nothing() : text(node.asText());
  }

  private static Value text(String text) {
    if (text.startsWith("secret:")) {
      return secret(text.substring("secret:".length()));
    }
    return text.startsWith("ref:")
        ? new Value.Reference(
            Address.parse(text.substring("ref:".length()), kind -> kind.equals("connector"))
                .orElseThrow(),
            Origin.LIVE)
        : Value.text(text);
  }
}
