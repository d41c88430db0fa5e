package dev.ftctl.cli.export;

import dev.ftctl.export.Layout;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.List;
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

  @Option(
      names = "--fold",
      paramLabel = "F",
      split = ",",
      description =
          "fan-out: one document for connections of one service and schema in several groups, where"
              + " at most three fields differ; for-each: one for many of a service, with a CSV file"
              + " of what differs.")
  List<String> folds = List.of();

  @Option(
      names = "--shared-secrets",
      description = "What is folded reads the same secrets; else each instance has its own.")
  boolean isSharing;

  boolean foldsFanOuts() {
    return folds.contains("fan-out");
  }

  boolean foldsRows() {
    return folds.contains("for-each");
  }

  /// @param isStream whether nothing is written into a folder
  /// @param isReport whether a program reads what was done
  void check(boolean isStream, boolean isReport) {
    if (isStream && isReport) {
      throw wrong(
          "--format json reports what was written into a folder; what is printed without is YAML",
          "Give -o DIR, or leave --format out.");
    }
    if (isMinimal && isFull) {
      throw wrong("--minimal and --full contradict each other", "Give one of them.");
    }
    if (isStream && isWithSecrets) {
      throw wrong("--with-secrets needs a folder", "Give -o DIR.");
    }
    folds.stream()
        .filter(fold -> !List.of("fan-out", "for-each").contains(fold))
        .findFirst()
        .ifPresent(fold -> {
          throw wrong("--fold is '" + fold + "'", "Give fan-out, for-each or both.");
        });
    if (isStream && foldsRows()) {
      throw wrong("--fold for-each writes a CSV file and needs a folder", "Give -o DIR.");
    }
    if (isSharing && folds.isEmpty()) {
      throw wrong("--shared-secrets is about what --fold joins", "Give --fold fan-out, too.");
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
