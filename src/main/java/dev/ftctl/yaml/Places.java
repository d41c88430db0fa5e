package dev.ftctl.yaml;

import dev.ftctl.model.problem.SourceLocation;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// From parser marks to places.
final class Places {

  private Places() {}

  /// Where an event begins; a scalar on one line is as wide as it is, everything else one
  /// character.
  static SourceLocation of(String file, Event event) {
    Optional<Mark> start = event.getStartMark();
    if (start.isEmpty()) {
      return SourceLocation.of(file, 1, 1);
    }
    Mark from = start.get();
    int width =
        event instanceof ScalarEvent
            ? event
                .getEndMark()
                .filter(end -> end.getLine() == from.getLine())
                .map(end -> end.getColumn() - from.getColumn())
                .orElse(1)
            : 1;
    return new SourceLocation(file, from.getLine() + 1, from.getColumn() + 1, Math.max(1, width));
  }
}
