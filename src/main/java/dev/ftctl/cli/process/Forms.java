package dev.ftctl.cli.process;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// How a command prints its result in each format that it has: one more format is one line.
///
/// @param <R> the result
public final class Forms<R> {

  private final Map<Format, Function<R, String>> forms = new EnumMap<>(Format.class);

  private Forms() {}

  /// @param text for people, what every command has
  public static <R> Forms<R> text(Function<R, String> text) {
    return new Forms<R>().with(Format.TEXT, text);
  }

  /// In one more format; returns this.
  public Forms<R> with(Format format, Function<R, String> form) {
    forms.put(format, form);
    return this;
  }

  /// Those beside text and JSON, which every command has.
  public Set<Format> formats() {
    var more = EnumSet.copyOf(forms.keySet());
    more.removeAll(Set.of(Format.TEXT, Format.JSON));
    return more;
  }

  /// @param format that the command has
  public String of(Format format, R result) {
    return Objects.requireNonNull(forms.get(format), format::written).apply(result);
  }
}
