package dev.ftctl.sql;

import dev.ftctl.sql.scope.Script;
import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Flaw;
import dev.ftctl.sql.token.Lexed;
import dev.ftctl.sql.token.Lexer;
import java.util.Optional;

/// Rewrites the names of a text.
public final class SqlNames {

  private SqlNames() {}

  /// What becomes of a text, or why it can't be read.
  public sealed interface Result {

    record Read(Rewriting rewriting) implements Result {}

    record Unreadable(Flaw flaw) implements Result {}
  }

  public static Result rewrite(String text, Dialect dialect, SourceNames names) {
    Lexed lexed = Lexer.of(text, dialect);
    if (lexed.flaw().isPresent()) {
      return new Result.Unreadable(lexed.flaw().get());
    }
    Script script = Script.of(text, dialect, lexed.tokens());
    Optional<Flaw> flaw = script.flaw();
    return flaw.isPresent()
        ? new Result.Unreadable(flaw.get())
        : new Result.Read(new Renaming(script, names, dialect).all());
  }
}
