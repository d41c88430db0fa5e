package dev.ftctl.cli.verbs;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind as a user types it: `connector`, `Connections`, `schema-settings`.
final class KindArgument {

  private KindArgument() {}

  /// A kind whose objects have a list.
  ///
  /// @throws RefusedException when there is none of this name
  static KindDefinition of(KindList kinds, String typed) {
    Optional<KindDefinition> found =
        kinds.typed(typed).map(Kind::definition).filter(KindArgument::hasAList);
    if (found.isPresent()) {
      return found.orElseThrow();
    }
    kinds.typed(typed).ifPresent(part -> refusePart(part.definition()));
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<String> known =
        kinds.kinds().stream()
            .map(Kind::definition)
            .filter(KindArgument::hasAList)
            .map(KindDefinition::slug)
            .toList();
    int slash = wanted.indexOf('/');
    if (slash > 0 && known.contains(wanted.substring(0, slash))) {
      throw new RefusedException(
          Refusal.USAGE,
          typed + " is an address, and a kind is asked for",
          "ftctl get " + wanted.substring(0, slash) + " " + typed + " shows that one.");
    }
    String hint = typed.isEmpty() ? "" : kinds.hint(wanted, known);
    throw new RefusedException(
        Refusal.USAGE,
        typed.isEmpty() ? "no kind is named" : "there is no kind " + typed + " to list",
        hint.isEmpty() ? "Give one of " + Near.list(known) + "." : hint);
  }

  private static void refusePart(KindDefinition part) {
    String owner = part.partOf().orElseThrow().owner();
    throw new RefusedException(
        Refusal.USAGE,
        part.slug() + " is a part of each " + owner + ", of which there is no list",
        "ftctl explain %s/NAME shows what is set, ftctl export %s/NAME writes it down."
            .formatted(part.slug(), owner));
  }

  private static boolean hasAList(KindDefinition kind) {
    return kind.partOf().isEmpty();
  }
}
