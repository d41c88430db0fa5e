package dev.ftctl.kinds.connector;

import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of a connection that is not connected, with what it waits for.
final class Standing {

  private Standing() {}

  /// `broken: Reconnect (failed 2026-11-20T10:00:00Z)`, with what Fivetran says to do
  /// (`status.tasks`, fivetran-quirks 2.4.3).
  static String of(Live live) {
    Value.Mapping status = live.fields().mapping("status");
    String state = status.text("setup_state");
    String reasons =
        Stream.of("tasks", "warnings")
            .flatMap(list -> texts(status.get(list)).stream())
            .distinct()
            .collect(Collectors.joining("; "));
    String failed = live.fields().text("failed_at");
    return (state.isEmpty() ? "its setup state is not told" : state)
        + (reasons.isEmpty() ? otherwise(state) : ": " + reasons)
        + (failed.isEmpty() ? "" : " (last failed " + failed + ")");
  }

  /// For whoever enters the credentials of a connection.
  static String byHand(Live live, Resource wanted) {
    String state = live.fields().mapping("status").text("setup_state");
    return byHand(wanted) + (state.equals("broken") ? "; now it is " + of(live) : "");
  }

  /// The same of one that was just created.
  static String byHand(Resource wanted) {
    return "enter its credentials in Fivetran (" + SetupTesting.BY_HAND + "); " + link(wanted);
  }

  static String authorisation(Resource wanted) {
    return "authorise it in Fivetran, it stays paused until then; " + link(wanted);
  }

  private static String link(Resource wanted) {
    return "ftctl connect " + ShellWord.of(wanted.address().toString()) + " prints a link";
  }

  private static String otherwise(String state) {
    return switch (state) {
      case "broken" -> ": it can't reach its source; Fivetran's own page of it says more";
      case "incomplete" -> ": its setup tests have not passed yet";
      default -> "";
    };
  }

  private static List<String> texts(Value list) {
    return list instanceof Value.Items items
        ? items.items().stream()
            .filter(Value.Mapping.class::isInstance)
            .map(Value.Mapping.class::cast)
            .map(each -> each.text("message").isEmpty() ? each.text("code") : each.text("message"))
            .filter(text -> !text.isEmpty())
            .toList()
        : List.of();
  }
}
