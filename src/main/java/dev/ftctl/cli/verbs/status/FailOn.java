package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.render.English;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What a job that looks at connections fails for.
final class FailOn {

  private static final Set<Health> KNOWN =
      EnumSet.of(Health.BROKEN, Health.INCOMPLETE, Health.DELAYED, Health.STALE, Health.PAUSED);
  private static final int SHOWN = 5;

  @Option(
      names = "--fail-on",
      paramLabel = "STATE",
      split = ",",
      description = "Exit 3 where one is broken, incomplete, delayed, stale or paused.")
  List<String> asked = List.of();

  /// @throws RefusedException when one of them is none
  Set<Health> states() {
    Set<Health> states = EnumSet.noneOf(Health.class);
    asked.forEach(text -> states.add(state(text)));
    return states;
  }

  private static Health state(String text) {
    List<String> known = KNOWN.stream().map(Health::key).toList();
    Optional<Health> state =
        KNOWN.stream().filter(each -> each.key().equals(text.toLowerCase(Locale.ROOT))).findFirst();
    return state.orElseThrow(() -> {
      String hint = Near.hint(text, known);
      return new RefusedException(
          Refusal.USAGE,
          "--fail-on " + text + " is none",
          hint.isEmpty() ? "Give some of " + String.join(",", known) + "." : hint);
    });
  }

  boolean is(Health state) {
    return states().contains(state);
  }

  /// Those that make the job fail.
  List<ConnectionStatus> found(Fleet fleet) {
    return asked.isEmpty() ? List.of() : fleet.thatAre(states());
  }

  /// Names them beside the result.
  void tell(Run run, List<ConnectionStatus> found) {
    if (!found.isEmpty()) {
      String names =
          found.stream()
              .limit(SHOWN)
              .map(each -> each.address() + " (" + each.health().words() + ")")
              .collect(Collectors.joining(", "));
      String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
      String subject = English.count(found.size(), "connection");
      run.output()
          .tell("--fail-on " + String.join(",", asked) + ": " + subject + ": " + names + more);
    }
  }
}
