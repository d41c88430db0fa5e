package dev.ftctl.operate.rollout;

import dev.ftctl.model.problem.SourceLocation;
import java.util.Collection;
import java.util.List;

/// What a file of kind `Rollout` asks for.
///
/// @param name unique among the rollouts of a project
/// @param connector as a verb takes it: an address, a live name or an id
/// @param size how many are switched on at once, at least 1
/// @param subject what they are: `tables`, or a list such as `config.accounts`
/// @param pieces in the order in which they are switched on; at least one, none twice
public record Rollout(String name, Word connector, int size, Word subject, List<Word> pieces) {

  /// The subject of tables.
  public static final String TABLES = "tables";

  private static final String CONFIG = "config.";

  public Rollout {
    pieces = List.copyOf(pieces);
  }

  /// A text of the file.
  public record Word(String text, SourceLocation place) {}

  public boolean isOfTables() {
    return subject.text().equals(TABLES);
  }

  /// The member of `config` that holds the list; not for tables.
  public String field() {
    return subject.text().substring(CONFIG.length());
  }

  static boolean isField(String subject) {
    return subject.startsWith(CONFIG) && subject.substring(CONFIG.length()).matches("\\w+");
  }

  /// The same without some of its pieces; it may have none then.
  public Rollout without(Collection<String> some) {
    return new Rollout(
        name,
        connector,
        size,
        subject,
        pieces.stream().filter(piece -> !some.contains(piece.text())).toList());
  }

  public List<String> texts() {
    return pieces.stream().map(Word::text).toList();
  }

  /// What one of them is: `table`, or `item`.
  public String noun() {
    return isOfTables() ? "table" : "item";
  }
}
