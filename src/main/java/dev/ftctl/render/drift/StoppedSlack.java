package dev.ftctl.render.drift;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import java.util.List;

/// What a channel gets where something stopped the command, so that silence never passes for "as
/// the manifests say".
public final class StoppedSlack {

  private static final int MOST = 5;

  private StoppedSlack() {}

  /// The body of the call.
  ///
  /// @param where the account and environment, as far as anybody knows; may be empty
  /// @param problems at least one, an error
  public static String of(String where, List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    String closing =
        "Nothing is known: "
            + English.count(errors.size(), "error")
            + " stopped the look at the account.";
    var message = new SlackMessage(where);
    message.section("*" + closing + "*");
    errors.stream().limit(MOST).forEach(error -> message.section(text(error)));
    if (errors.size() > MOST) {
      message.context((errors.size() - MOST) + " more that this message has no room for");
    }
    return message.text(closing);
  }

  private static String text(Problem error) {
    String place = error.place().isKnown() ? SlackMessage.code(error.place().toString()) + " " : "";
    String subject = error.subject().isEmpty() ? "" : SlackMessage.code(error.subject()) + ": ";
    String fix =
        error.fix().isEmpty()
            ? ""
            : "\n" + SlackMessage.escaped(error.fix(), SlackMessage.LONGEST_VALUE);
    return "• "
        + place
        + subject
        + SlackMessage.escaped(error.said(), SlackMessage.LONGEST_VALUE)
        + fix;
  }
}
