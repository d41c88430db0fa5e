package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Wishes that can have no effect, since something above them is off.
final class IdleWishes {

  private IdleWishes() {}

  static List<Problem> check(SequencedMap<String, WantedElement> wishes, String subject) {
    var problems = new ArrayList<Problem>();
    wishes.forEach((name, wish) -> {
      boolean isOff = wish.isEnabled().equals(Optional.of(false));
      if (isOff && (!wish.children().isEmpty() || !wish.syncMode().isAbsent())) {
        problems.add(
            Problem.warning(
                wish.place(),
                "idle-setting",
                subject,
                "'" + name + "' is excluded, so what is said below it has no effect",
                "take out either the exclusion or what is below it"));
      }
      problems.addAll(check(wish.children(), subject));
    });
    return problems;
  }
}
