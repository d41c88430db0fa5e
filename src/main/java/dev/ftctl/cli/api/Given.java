package dev.ftctl.cli.api;

import dev.ftctl.cli.process.Console;
import dev.ftctl.files.Reasons;
import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;

/// Texts and JSON that the command line leads to: files, standard input. What is wrong in them is
/// never quoted, since it may be a secret.
record Given(Console console) {

  /// Of a file.
  String text(String file) {
    try {
      return Files.readString(console.folder().resolve(file));
    } catch (MalformedInputException binary) {
      throw new RefusedException(
          Refusal.INVALID, file + " is no text in UTF-8", "Give a text file.");
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "can't read " + file + ": " + Reasons.of(unreadable),
          "Check the path and its permissions.");
    }
  }

  /// JSON that stands on the command line itself.
  Value typed(String json, String field) {
    return read(json, Refusal.USAGE, "what follows " + field + ":=");
  }

  Value json(String file) {
    return read(text(file), Refusal.INVALID, file);
  }

  /// A whole body.
  ///
  /// @param input a file, with or without `@` before it, or `-`
  Value.Mapping body(String input) {
    boolean isStandard = input.equals("-") || input.equals("@-");
    String file = input.replaceFirst("^@", "");
    Value body = isStandard ? read(standard(), Refusal.INVALID, "standard input") : json(file);
    if (body instanceof Value.Mapping mapping) {
      return mapping;
    }
    throw new RefusedException(
        Refusal.INVALID,
        (isStandard ? "standard input" : file) + " is no JSON object",
        "A body is written as {\"field\": …}.");
  }

  private String standard() {
    var text = new StringWriter();
    try {
      console.in().transferTo(text);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "can't read standard input: " + Reasons.of(unreadable), "");
    }
    return text.toString();
  }

  private static Value read(String json, Refusal reason, String where) {
    try {
      return ValueJson.read(json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (IOException malformed) {
      throw new RefusedException(
          reason, where + " is no JSON", "Texts stand in double quotes there: '\"007\"'.");
    }
  }
}
