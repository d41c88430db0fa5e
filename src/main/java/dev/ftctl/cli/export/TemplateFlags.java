package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Output;
import dev.ftctl.export.Document;
import dev.ftctl.export.Spoken;
import dev.ftctl.export.account.Folds;
import dev.ftctl.export.folding.Pattern;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.List;
import picocli.CommandLine.Option;

/// One connection as the pattern of others: from the development to the production.
final class TemplateFlags {

  @Option(
      names = "--as",
      paramLabel = "FORM",
      defaultValue = "",
      description = "template: print one object as the pattern of others, with variables.")
  String form = "";

  @Option(
      names = "--vary",
      paramLabel = "FIELD",
      split = ",",
      description = "With --as template: fields that become variables: group,host.")
  List<String> varied = List.of();

  boolean isAsked() {
    return !form.isEmpty();
  }

  /// @param isStream whether nothing is written into a folder
  void check(boolean isStream) {
    if (isAsked() && !form.equals("template")) {
      throw wrong("--as is '" + form + "'", "Give template.");
    }
    if (!isAsked() && !varied.isEmpty()) {
      throw wrong("--vary is about a template", "Give --as template, too.");
    }
    if (isAsked() && varied.isEmpty()) {
      throw wrong("--as template needs to know what varies", "Give --vary group,host.");
    }
    if (isAsked() && !isStream) {
      throw wrong("--as template prints one document", "Leave -o out.");
    }
  }

  void print(Output output, List<Document> documents, Folds folds) {
    if (documents.size() != 1) {
      throw wrong(
          "--as template is about one object, and " + documents.size() + " are chosen",
          "Name one: ftctl export connector/NAME@GROUP --as template --vary group,host");
    }
    output.document(
        Spoken.of(Pattern.of(documents.getFirst(), varied, folds.fanOut(documents.getFirst()))));
  }

  private static RefusedException wrong(String what, String fix) {
    return new RefusedException(Refusal.USAGE, what, fix);
  }
}
