package dev.ftctl.export.copy;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A field that a copy says otherwise: `config.host=db.eu`, or `eu:config.host=db.eu` in one of its
/// groups.
///
/// @param group as it was typed; empty for all
/// @param value in the words of manifests: `${…}` stands for itself
public record SetField(String group, FieldPath path, Value value) {

  /// @throws RefusedException when the text is no `FIELD=VALUE`
  public static SetField parse(String text) {
    int equals = text.indexOf('=');
    String field = equals < 0 ? "" : text.substring(0, equals).strip();
    int colon = field.lastIndexOf(':');
    String group = colon < 0 ? "" : field.substring(0, colon);
    String path = field.substring(colon + 1);
    boolean isPath =
        !path.isEmpty() && List.of(path.split("\\.", -1)).stream().noneMatch(String::isBlank);
    if (!isPath || colon == 0) {
      throw new RefusedException(
          Refusal.USAGE,
          "--set is no FIELD=VALUE",
          "Write --set config.host=db.eu.internal, or --set GROUP:config.host=… for one group.");
    }
    return new SetField(group, FieldPath.of(path.split("\\.")), value(text.substring(equals + 1)));
  }

  /// A list or mapping in brackets is one; everything else a scalar, whatever is in it.
  private static Value value(String text) {
    if (text.isEmpty()) {
      return Value.text("");
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      YamlFile file = Yaml.read("--set", text.getBytes(StandardCharsets.UTF_8));
      if (!file.problems().isEmpty() || file.documents().size() != 1) {
        throw new RefusedException(
            Refusal.USAGE, "--set: the value is no YAML", "Write a list as [a, b].");
      }
      return WrittenValue.of(file.documents().getFirst());
    }
    return Core.value(text, true, Origin.LIVE);
  }

  public SetField at(FieldPath other) {
    return new SetField(group, other, value);
  }

  public SetField in(String name) {
    return new SetField(name, path, value);
  }

  /// The spec with the field in it.
  Value.Mapping over(Value.Mapping spec) {
    return with(spec, path.segments());
  }

  private Value.Mapping with(Value.Mapping spec, List<String> way) {
    String key = way.getFirst();
    return spec.with(
        key, way.size() == 1 ? value : with(spec.mapping(key), way.subList(1, way.size())));
  }
}
