package dev.ftctl.manifest.input;

import java.util.List;

/// A scalar after its references were filled in.
///
/// @param isPlain whether YAML's own types may apply to it where the field declares none
/// @param sources of its text, `env:` and `file:` first; empty for a literal
/// @param missing what stands in the way of knowing the text; empty when it is known
/// @param whole what the scalar is as a whole, where it is no text
public record Filled(
    String text, boolean isPlain, List<String> sources, List<Missing> missing, Whole whole) {

  /// What a scalar is that is one reference and nothing else.
  public enum Whole {
    TEXT,
    /// Null, empty or missing where it was looked for: an empty text where a field may be that,
    /// else an error.
    NOT_SET,
    /// `unset`: the field is to be left out.
    LEFT_OUT
  }

  /// One reference that leads nowhere.
  ///
  /// @param isReported whether it is an error wherever it stands and was reported already
  public record Missing(String rule, String message, String fix, boolean isReported) {}

  public Filled {
    sources = List.copyOf(sources);
    missing = List.copyOf(missing);
  }

  public Filled(String text, boolean isPlain, List<String> sources, List<Missing> missing) {
    this(text, isPlain, sources, missing, Whole.TEXT);
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

  /// @param missing why, for wherever an empty text will not do
  public static Filled notSet(List<String> sources, Missing missing) {
    return new Filled("", false, sources, List.of(missing), Whole.NOT_SET);
  }

  /// @param missing why a text was needed
  public static Filled leftOut(Missing missing) {
    return new Filled("", false, List.of(), List.of(missing), Whole.LEFT_OUT);
  }

  /// The same text with other sources.
  public Filled from(List<String> others) {
    return new Filled(text, isPlain, others, missing, whole);
  }

  public boolean isKnown() {
    return missing.isEmpty();
  }

  public boolean isNotSet() {
    return whole == Whole.NOT_SET;
  }

  public boolean isLeftOut() {
    return whole == Whole.LEFT_OUT;
  }

  /// For a field that may be an empty text.
  public Filled orEmpty() {
    return isNotSet() ? new Filled("", false, sources, List.of()) : this;
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
