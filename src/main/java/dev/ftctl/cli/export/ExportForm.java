package dev.ftctl.cli.export;

import dev.ftctl.export.Layout;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import picocli.CommandLine.Option;

/// How much is written, and where it goes.
final class ExportForm {

  @Option(
      names = "--layout",
      paramLabel = "L",
      defaultValue = "groups",
      description =
          "groups: a file for each document, in folders of groups (default); kinds: in folders of"
              + " kinds; flat: one file for each group, and for each other kind.")
  String layout = "groups";

  @Option(names = "--minimal", description = "Leave out what is as nobody has set it (default).")
  boolean isMinimal;

  @Option(names = "--full", description = "Write defaults and every table and column, too.")
  boolean isFull;

  @Option(
      names = "--with-secrets",
      description =
          "Write what the account tells of tokens into DIR/.env, which has to be new and ignored by"
              + " git.")
  boolean isWithSecrets;

  /// @param isStream whether nothing is written into a folder
  void check(boolean isStream) {
    if (isMinimal && isFull) {
      throw wrong("--minimal and --full contradict each other", "Give one of them.");
    }
    if (isStream && isWithSecrets) {
      throw wrong("--with-secrets needs a folder", "Give -o DIR.");
    }
    layout();
  }

  Layout layout() {
    return switch (layout) {
      case "groups" -> Layout.GROUPS;
      case "kinds" -> Layout.KINDS;
      case "flat" -> Layout.FLAT;
      default -> throw wrong("--layout is '" + layout + "'", "Give groups, kinds or flat.");
    };
  }

  private static RefusedException wrong(String what, String fix) {
    return new RefusedException(Refusal.USAGE, what, fix);
  }
}
