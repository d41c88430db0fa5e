package dev.ftctl.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a value as a YAML document that every reader, of YAML 1.1 or 1.2, takes for the same.
public final class YamlWriter {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          new QuietYaml(
              YAMLFactory.builder()
                  .stringQuotingChecker(new Quoting())
                  .enable(Feature.MINIMIZE_QUOTES)
                  .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .disable(Feature.SPLIT_LINES)
                  .disable(Feature.WRITE_DOC_START_MARKER)));

  private YamlWriter() {}

  /// The document without a marker before it, each line ended. Secrets and references are written
  /// as they are shown.
  public static String of(Value.Mapping document) {
    try {
      return QuietYaml.escaped(MAPPER.writeValueAsString(plain(document)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Absent absent -> null;
      case Value.Null nothing -> null;
      case Value.Text text -> text.text();
      case Value.Num number -> number.number();
      case Value.Bool bool -> bool.flag();
      case Value.Reference reference -> reference.display();
      case Value.Secret secret -> secret.toString();
      case Value.Items items -> {
        var list = new ArrayList<@Nullable Object>();
        items.items().forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Value.Mapping mapping -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, item) -> map.put(key, plain(item)));
        yield map;
      }
    };
  }
}
