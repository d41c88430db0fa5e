package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Mark;
import java.util.Map;

/// What `${env:…}` means.
///
/// @param rehearses whether what isn't set is made up
public record EnvironmentTexts(Map<String, String> texts, boolean rehearses) {

  Filled text(TextPart.Env env) {
    String source = "env:" + env.name();
    String text = texts.getOrDefault(env.name(), "");
    if (!text.isEmpty() || env.hasFallback()) {
      return Filled.from(Mark.of(source), text.isEmpty() ? env.fallback() : text, false);
    }
    if (rehearses && !texts.containsKey(env.name())) {
      return Filled.from(Mark.of(source), Rehearsed.text(env.name()), false);
    }
    if (texts.containsKey(env.name())) {
      return NotSet.source(
          Mark.of(source),
          "the environment variable " + env.name(),
          "set it, or give it a default: ${env:" + env.name() + ":-text}");
    }
    String hint = Near.hint(env.name(), texts.keySet());
    return Filled.missing(
        Mark.of(source),
        new Filled.Missing(
            "unset-variable",
            "the environment variable " + env.name() + " is not set",
            hint.isEmpty() ? "set it, or give it a default: ${env:" + env.name() + ":-text}" : hint,
            false));
  }

  /// Never the texts: they may be secrets.
  @Override
  public String toString() {
    return "the environment";
  }
}
