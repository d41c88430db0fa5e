package dev.ftctl.model.value;

import java.util.LinkedHashSet;
import java.util.List;

/// What a text came from that no manifest says itself, and what that forbids.
///
/// @param sources as plans print them: `env:DB_HOST`, `file:keys/db.pem`, `csv:feeds.csv:12`,
///   `var:region`; a foreign one first. Empty for what a manifest says
/// @param isForeign whether some of it came from the environment, a secret source or a file outside
///   the repository: it names nothing, no policy looks at it, and it prints as its source
/// @param isAltered whether a call made of foreign text what would tell, by what becomes of it,
///   what the text holds: it is good for a secret alone
public record Mark(List<String> sources, boolean isForeign, boolean isAltered) {

  public static final Mark NONE = new Mark(List.of(), false, false);

  /// How the sources of secret sources begin.
  public static final String SECRET = "secret:";

  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  public Mark {
    sources = List.copyOf(sources);
  }

  /// Of a source whose form tells whether it is foreign; a file may be told to be with [#outside].
  public static Mark of(String source) {
    boolean isForeign = source.startsWith(ENVIRONMENT) || source.startsWith(SECRET);
    return source.isEmpty() ? NONE : new Mark(List.of(source), isForeign, false);
  }

  /// Of a file outside the repository.
  public static Mark outside(String source) {
    return new Mark(List.of(source), true, false);
  }

  /// Of what was made of two texts.
  public Mark and(Mark other) {
    if (equals(NONE) || equals(other)) {
      return other;
    }
    if (other.equals(NONE)) {
      return this;
    }
    boolean isBehind = other.isForeign && !isForeign;
    var all = new LinkedHashSet<>(isBehind ? other.sources : sources);
    all.addAll(isBehind ? sources : other.sources);
    return new Mark(List.copyOf(all), isForeign || other.isForeign, isAltered || other.isAltered);
  }

  /// Of what a call made of the text that many other texts would have become too.
  public Mark altered() {
    return isForeign ? new Mark(sources, true, true) : this;
  }

  /// Whether plans print the sources instead of the text: a file of the repository may be
  /// confidential too.
  public boolean printsAsSource() {
    return isForeign || sources.stream().anyMatch(source -> source.startsWith(FILE));
  }

  /// `env:DB_HOST`; several joined by `, `.
  public String source() {
    return String.join(", ", sources);
  }
}
