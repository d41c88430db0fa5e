package dev.ftctl.sql.token;

import java.util.List;
import java.util.Optional;

/// A text in tokens.
///
/// @param tokens which together are the text, letter by letter, as far as it could be read
public record Lexed(List<Token> tokens, Optional<Flaw> flaw) {

  public Lexed {
    tokens = List.copyOf(tokens);
  }
}
