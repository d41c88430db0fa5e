package dev.ftctl.manifest.input;

import java.util.List;

/// A scalar after its references were filled in.
///
/// @param isPlain whether YAML's own types may apply to it where the field declares none
/// @param sources of its text, `env:` and `file:` first; empty for a literal
/// @param missing what stands in the way of knowing the text; empty when it is known
public record Filled(String text, boolean isPlain, List<String> sources, List<Missing> missing) {

  /// One reference that leads nowhere.
  ///
  /// @param isReported whether it is an error wherever it stands and was reported already
  public record Missing(String rule, String message, String fix, boolean isReported) {}

  public Filled {
    sources = List.copyOf(sources);
    missing = List.copyOf(missing);
  }

  public static Filled literal(String text, boolean isPlain) {
    return new Filled(text, isPlain, List.of(), List.of());
  }

  public static Filled from(String source, String text, boolean isPlain) {
    return new Filled(text, isPlain, List.of(source), List.of());
  }

  public static Filled missing(List<String> sources, Missing missing) {
    return new Filled("", false, sources, List.of(missing));
  }

  public boolean isKnown() {
    return missing.isEmpty();
  }

  /// `env:DB_HOST`; several joined by `, `.
  public String source() {
    return String.join(", ", sources);
  }

  @Override
  public String toString() {
    return "filled from " + sources;
  }
}
