package dev.ftctl.export.copy;

import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/// A piece of YAML as a value that is written the same way again.
final class WrittenValue {

  private WrittenValue() {}

  static Value of(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Core.value(scalar.text(), scalar.isPlain(), Origin.LIVE);
      case Node.Refused refused -> Value.ABSENT;
      case Node.Sequence sequence ->
          Value.items(sequence.items().stream().map(WrittenValue::of).toList());
      case Node.Mapping mapping -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key, of(entry.value())));
        yield Value.Mapping.of(entries);
      }
    };
  }
}
