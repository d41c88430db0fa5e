package dev.ftctl.sql.scope;

import dev.ftctl.sql.scope.Use.Clause;
import dev.ftctl.sql.token.Token.Kind;
import java.util.Optional;
import java.util.Set;

/// Tells names that can be columns from those of functions, types, parameters and fields.
///
/// @param words behind the name
record NameReading(Words words) {

  /// Types that stand before a text.
  private static final Set<String> TYPES =
      Set.of("DATE", "TIME", "TIMESTAMP", "DATETIME", "JSON", "NUMERIC", "BIGNUMERIC", "DECIMAL");

  Optional<Use> use(Block block, Chain chain, Clause clause) {
    int before = -1 - tokens(chain);
    boolean isField = words.isSign(before, '.') || words.isSign(before, ':');
    boolean isFunction = words.isSign('(') && !chain.isStar();
    boolean isLiteral = words.peek().kind() == Kind.TEXT && TYPES.contains(words.word(-1));
    boolean isArgument = words.isSign('=') && words.isSign(1, '>');
    return isField || isFunction || isLiteral || isArgument
        ? Optional.empty()
        : Optional.of(new Use(block, chain, clause));
  }

  /// How many tokens it took.
  private int tokens(Chain chain) {
    int start = chain.parts().getFirst().start();
    int ahead = -1;
    while (words.peek(ahead).start() > start) {
      ahead--;
    }
    return -ahead;
  }
}
