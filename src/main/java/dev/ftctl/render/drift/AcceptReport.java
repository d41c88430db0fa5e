package dev.ftctl.render.drift;

import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Accepted.Copy;
import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.drift.NotRead;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import dev.ftctl.render.plan.FileDiff;
import java.util.List;

/// What every format says of `drift --accept`.
///
/// @param base what the manifests were compared with; empty for nothing
/// @param isWritten whether files were written; else they would be
public record AcceptReport(
    Plan.Header header,
    String base,
    List<String> unreadBase,
    Accepted accepted,
    List<NotRead> unread,
    boolean isWritten,
    int exitCode) {

  public AcceptReport {
    unreadBase = List.copyOf(unreadBase);
    unread = List.copyOf(unread);
  }

  String diff(Paint paint) {
    var text = new StringBuilder();
    for (EditedText file : accepted.files()) {
      text.append(FileDiff.of(file.shown(), file.before(), file.after(), paint));
    }
    copies().forEach(file -> text.append(binary(file)));
    return text.toString();
  }

  /// The files that are no texts, each once.
  List<String> copies() {
    return accepted.copies().stream().map(Copy::shown).distinct().sorted().toList();
  }

  /// As git says it.
  static String binary(String file) {
    String plain = English.printable(file);
    return "Binary files a/" + plain + " and b/" + plain + " differ\n";
  }

  /// `Accepted: 3 in 2 files, 1 left, 0 intended.`
  String counts() {
    return (isWritten ? "Accept: " : "Accept (nothing written): ")
        + accepted.lines().size()
        + " accepted in "
        + English.count(accepted.files().size() + copies().size(), "file")
        + ", "
        + accepted.left().size()
        + " left, "
        + accepted.intended()
        + " intended.";
  }

  String closing() {
    if (!unread.stream().allMatch(one -> one.isKind() || !one.isWhole())) {
      return "Not everything could be read, and nothing is known of that.";
    }
    if (!accepted.left().isEmpty()) {
      return "What is left needs a person.";
    }
    return accepted.lines().isEmpty()
        ? "There was nothing to accept."
        : isWritten
            ? "What was asked for is in the manifests: review it, and `ftctl plan` shows that"
                + " nothing is left."
            : "All of it can be accepted.";
  }
}
