package dev.ftctl.kind.plain;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.StepResult;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether somebody else makes the same object at the same time, where the API would take both. The
/// list is read right before a creation, and once more after it, before anything is hung on what
/// was made.
///
/// What is left: between the last look and the creation somebody may make it, and then both are
/// there. At least one of the two sees that afterwards, and hangs nothing on its own.
///
/// @param list the kind's list, as a reading told it that began at most so long ago
record Meeting(KindDefinition definition, Function<Duration, List<Live>> list) {

  /// Creations that begin within this time share the look before them.
  private static final Duration BATCH = Duration.ofSeconds(1);

  static Meeting of(KindDefinition definition, KindReader reader, Account account) {
    return new Meeting(definition, age -> account.shared(definition.slug(), age, reader::list));
  }

  /// Why it must not be made, since it is there by now.
  ///
  /// @param own ids that do not count
  Optional<String> before(Resource wanted, Ids ids, List<RemoteId> own) {
    List<Live> others = others(wanted, ids, own, BATCH);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("made by somebody else since the plan: " + shown(others));
  }

  /// Which others there are by now, besides what was just made.
  List<Live> after(Resource wanted, Ids ids, RemoteId made) {
    return others(wanted, ids, List.of(made), Duration.ZERO);
  }

  /// Whether what was just made counts beside the others.
  boolean isFirst(RemoteId made, List<Live> others) {
    return list.apply(BATCH).stream()
        .filter(live -> live.id().equals(made))
        .anyMatch(live -> Namesakes.isOldest(live, others));
  }

  /// How the step of one that doesn't count ends.
  static StepResult isSecond(RemoteId made, List<Live> others) {
    return new StepResult.Overtaken(
        "somebody else made it at the same time: "
            + shown(others)
            + "; the one that this run made is extra, and left alone: id "
            + made);
  }

  static String shown(List<Live> lives) {
    return lives.stream()
        .map(live -> live.label() + " (id " + live.id() + ")")
        .collect(Collectors.joining(", "));
  }

  private List<Live> others(Resource wanted, Ids ids, List<RemoteId> own, Duration age) {
    if (definition.namesakes().filter(facet -> facet.mayBeTwice(wanted)).isEmpty()) {
      return List.of();
    }
    return definition
        .identity(wanted, ids)
        .map(identity ->
            list.apply(age).stream()
                .filter(live -> live.identity().equals(identity) && !own.contains(live.id()))
                .toList())
        .orElse(List.of());
  }
}
