package dev.ftctl.manifest.input;

import dev.ftctl.model.value.Mark;
import java.util.List;

/// A scalar after its references were filled in.
///
/// @param isPlain whether YAML's own types may apply to it where the field declares none
/// @param mark what its text came from
/// @param missing what stands in the way of knowing the text; empty when it is known
/// @param whole what the scalar is as a whole, where it is no text
public record Filled(String text, boolean isPlain, Mark mark, List<Missing> missing, Whole whole) {

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
    missing = List.copyOf(missing);
  }

  public Filled(String text, boolean isPlain, Mark mark, List<Missing> missing) {
    this(text, isPlain, mark, missing, Whole.TEXT);
  }

  public static Filled literal(String text, boolean isPlain) {
    return from(Mark.NONE, text, isPlain);
  }

  public static Filled from(Mark mark, String text, boolean isPlain) {
    return new Filled(text, isPlain, mark, List.of());
  }

  public static Filled missing(Mark mark, Missing missing) {
    return new Filled("", false, mark, List.of(missing));
  }

  /// @param missing why, for wherever an empty text will not do
  public static Filled notSet(Mark mark, Missing missing) {
    return new Filled("", false, mark, List.of(missing), Whole.NOT_SET);
  }

  /// @param missing why a text was needed
  public static Filled leftOut(Missing missing) {
    return new Filled("", false, Mark.NONE, List.of(missing), Whole.LEFT_OUT);
  }

  /// The same text with another mark.
  public Filled from(Mark other) {
    return new Filled(text, isPlain, other, missing, whole);
  }

  public boolean isKnown() {
    return missing.isEmpty();
  }

  /// Whether the text is known and empty, as far as may be told: what a call left of a foreign text
  /// would tell what that holds.
  public boolean isEmptyText() {
    return isKnown() && text.isEmpty() && !mark.isAltered();
  }

  public boolean isNotSet() {
    return whole == Whole.NOT_SET;
  }

  public boolean isLeftOut() {
    return whole == Whole.LEFT_OUT;
  }

  /// For a field that may be an empty text.
  public Filled orEmpty() {
    return isNotSet() ? from(mark, "", false) : this;
  }

  public List<String> sources() {
    return mark.sources();
  }

  /// `env:DB_HOST`; several joined by `, `.
  public String source() {
    return mark.source();
  }

  @Override
  public String toString() {
    return "filled from " + source();
  }
}
