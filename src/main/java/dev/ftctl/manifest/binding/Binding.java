package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.model.problem.ManifestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/// Binds all drafts, in their order. Helpers try those that say everything literally from the other
/// end, each draft as if it were alone. An attempt that finds anything to tell is thrown away, and
/// its draft bound in its turn: so problems, their order and their hints are the same however many
/// helpers there are, none included.
public final class Binding {

  private static final int MOST_HELPERS = 7;

  private final ExpansionContext reading;
  private final Instances instances;
  private final BoundBefore before;

  /// @param before what another reading of the same files has bound
  public Binding(ExpansionContext reading, Instances instances, BoundBefore before) {
    this.reading = reading;
    this.instances = instances;
    this.before = before.in(reading, instances);
  }

  /// As many helpers as there are idle processors.
  public static int helpers() {
    return Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
  }

  /// @param helpers threads beside this one
  /// @throws ManifestException when texts come to more than any memory
  public List<Bound> of(List<Draft> drafts, int helpers) {
    boolean isWhole = reading.isWhole();
    List<Optional<Attempt>> attempts =
        drafts.stream().map(draft -> attempt(draft, isWhole)).toList();
    try {
      for (int helper = 0; helper < helpers; helper++) {
        ForkJoinPool.commonPool()
            .execute(
                () -> attempts.reversed().forEach(attempt -> attempt.ifPresent(Attempt::begin)));
      }
      var bounds = new ArrayList<Bound>();
      for (int at = 0; at < drafts.size(); at++) {
        bounds.add(bound(drafts.get(at), attempts.get(at)));
      }
      return bounds;
    } finally {
      // One that ends early wants no more of them.
      attempts.forEach(attempt -> attempt.ifPresent(Attempt::giveUp));
    }
  }

  private Optional<Attempt> attempt(Draft draft, boolean isWhole) {
    boolean isLiteral = draft.spec().contents().isLiteral() && draft.document().each().isNothing();
    return isLiteral && before.find(draft).isEmpty()
        ? Optional.of(new Attempt(reading, instances, draft, isWhole))
        : Optional.empty();
  }

  private Bound bound(Draft draft, Optional<Attempt> attempt) {
    return before
        .find(draft)
        .or(() -> attempt.flatMap(Attempt::bound))
        .orElseGet(() -> new Binder(reading, draft).bind(instances));
  }
}
