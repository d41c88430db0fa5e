package dev.ftctl.export.copy;

import dev.ftctl.export.EnvNames;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What a copy is made after, in the words of manifests: `${…}` stands for itself.
///
/// @param metadata without the name
/// @param spec without groups and overrides
/// @param override what one instance says otherwise; empty for nothing
/// @param variables that it reads and that nothing else read before
public record Original(
    Value.Mapping metadata, Value.Mapping spec, Value.Mapping override, List<EnvEntry> variables) {

  private static final String SETTINGS = "schema_settings";

  /// `${env:NAME:-text}`, from the dash to the end.
  private static final Pattern DEFAULT = Pattern.compile(":-[^${}]*}");

  public Original {
    variables = List.copyOf(variables);
  }

  public boolean hasSettings() {
    return !spec.get(SETTINGS).isAbsent();
  }

  public Original withSettings(Value settings) {
    return settings.isBlank()
        ? this
        : new Original(metadata, spec.with(SETTINGS, settings), override, variables);
  }

  public Original withSpec(Value.Mapping other) {
    return new Original(metadata, other, override, variables);
  }

  /// The settings of schemas in it, absent for none.
  public Value settings() {
    return spec.get(SETTINGS);
  }

  /// The same with no secret in clear: a variable in the place of a text, and references without
  /// the text that stands for them where they aren't set.
  ///
  /// @param secrets where such may stand
  /// @param address of the copy
  public Original hiding(Collection<FieldPath> secrets, Address address, EnvNames names) {
    Original hidden = this;
    for (FieldPath path : secrets) {
      if (isClear(Texts.at(spec, path)) || isClear(Texts.at(override, path))) {
        List<String> words =
            path.segments().stream().filter(segment -> !segment.equals("config")).toList();
        String name = names.next(address.name(), address.kind(), words);
        List<EnvEntry> more = new ArrayList<>(hidden.variables);
        more.add(new EnvEntry(name, address, path, Optional.empty()));
        hidden = new Original(metadata, hidden.spec, hidden.override, more);
        hidden = hidden.changed(path, text -> text.contains("${") ? text : "${env:" + name + "}");
      }
      hidden = hidden.changed(path, text -> DEFAULT.matcher(text).replaceAll("}"));
    }
    return hidden;
  }

  private Original changed(FieldPath path, UnaryOperator<String> change) {
    return new Original(
        metadata,
        Texts.replaced(spec, path, change),
        Texts.replaced(override, path, change),
        variables);
  }

  private static boolean isClear(Value value) {
    return !value.asText().isEmpty() && !value.asText().contains("${");
  }

  /// The same that reads what the original reads, where that is known.
  ///
  /// @param sources by path: `env:ORDERS_PASSWORD`
  public Original reading(Map<FieldPath, String> sources) {
    Original same = this;
    for (EnvEntry one : variables) {
      String source = sources.get(one.path());
      if (source != null) {
        List<EnvEntry> rest = new ArrayList<>(same.variables);
        rest.remove(one);
        same =
            new Original(metadata, same.spec, override, rest)
                .changed(one.path(), text -> "${" + source + "}");
      }
    }
    return same;
  }
}
