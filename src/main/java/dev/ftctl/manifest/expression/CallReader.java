package dev.ftctl.manifest.expression;

import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a call, `upper(replace(var:region, '-', '_'))`. Arguments are references without their
/// `${}`, other calls, and texts in single quotes (`''` is one quote).
final class CallReader {

  private static final Pattern START = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*\\(");
  private static final int DEEPEST = 16;

  /// What can't be read as a call, and how to write it.
  static final class BrokenCall extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String fix;

    BrokenCall(String message, String fix) {
      super(message);
      this.fix = fix;
    }

    String fix() {
      return fix;
    }
  }

  /// A call and where the text goes on behind it.
  record Read(TextPart part, int end) {}

  private final String text;
  private final Function<String, TextPart> references;
  private int at;

  private CallReader(String text, int at, Function<String, TextPart> references) {
    this.text = text;
    this.at = at;
    this.references = references;
  }

  static boolean isCall(String text, int at) {
    return START.matcher(text).region(at, text.length()).lookingAt();
  }

  /// @param at behind the `${`
  /// @param references reads one reference without its `${}`
  /// @throws BrokenCall when it is none
  static Read read(String text, int at, Function<String, TextPart> references) {
    var reader = new CallReader(text, at, references);
    TextPart part = reader.call(1);
    reader.skipBlanks();
    reader.expect('}');
    return new Read(part, reader.at);
  }

  private TextPart call(int depth) {
    Matcher start = START.matcher(text).region(at, text.length());
    if (!start.lookingAt() || depth > DEEPEST) {
      throw new BrokenCall("calls stand too deep inside each other", "use a variable");
    }
    String word = start.group(1);
    at = start.end();
    PureFunction function = function(word);
    List<TextPart> arguments = arguments(depth);
    if (arguments.size() != function.arguments()) {
      throw new BrokenCall(
          "'" + word + "' takes " + function.arguments() + " arguments, not " + arguments.size(),
          "write " + function.usage());
    }
    return new TextPart.Call(function, arguments);
  }

  private static PureFunction function(String word) {
    Optional<PureFunction> function = PureFunction.named(word);
    if (function.isEmpty()) {
      String hint = Near.hint(word, PureFunction.words());
      throw new BrokenCall(
          "there is no function '" + word + "'",
          hint.isEmpty() ? "there are " + Near.list(PureFunction.words()) : hint);
    }
    return function.get();
  }

  private List<TextPart> arguments(int depth) {
    var arguments = new ArrayList<TextPart>();
    while (true) {
      arguments.add(argument(depth));
      skipBlanks();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else {
        expect(')');
        return arguments;
      }
    }
  }

  private TextPart argument(int depth) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '\'') {
      return quoted();
    }
    if (isCall(text, at)) {
      return call(depth + 1);
    }
    int end = at;
    while (end < text.length() && ",)}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String inner = text.substring(at, end).strip();
    at = end;
    if (inner.isEmpty()) {
      throw new BrokenCall("an argument is missing", "a text stands in single quotes: 'text'");
    }
    return references.apply(inner);
  }

  private TextPart quoted() {
    var literal = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char letter = text.charAt(at);
      boolean isDoubled = text.startsWith("''", at);
      if (letter == '\'' && !isDoubled) {
        at++;
        return new TextPart.Literal(literal.toString());
      }
      at += isDoubled ? 1 : 0;
      literal.append(letter);
    }
    throw new BrokenCall("a quote is never closed", "close it with '");
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void expect(char letter) {
    if (at >= text.length() || text.charAt(at) != letter) {
      throw new BrokenCall(
          "a call lacks its '" + letter + "'", "write it like " + PureFunction.REPLACE.usage());
    }
    at++;
  }
}
