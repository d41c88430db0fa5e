package dev.ftctl.cli.verbs;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A kind as a user types it: `connector`, `Connections`, `schema-settings`.
final class KindArgument {

  private KindArgument() {}

  /// A kind whose objects have a list.
  ///
  /// @throws RefusedException when there is none of this name
  static KindDefinition of(KindList kinds, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    var known = new ArrayList<String>();
    for (Kind kind : kinds.kinds()) {
      if (kind.definition().partOf().isPresent()) {
        continue;
      }
      List<String> names = new ArrayList<>(kind.definition().names());
      names.add(kind.definition().slug());
      for (String name : names) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (wanted.equals(lower) || wanted.equals(lower + "s")) {
          return kind.definition();
        }
      }
      known.add(kind.definition().slug());
    }
    int slash = wanted.indexOf('/');
    if (slash > 0 && known.contains(wanted.substring(0, slash))) {
      throw new RefusedException(
          Refusal.USAGE,
          typed + " is an address, and a kind is asked for",
          "ftctl get " + wanted.substring(0, slash) + " " + typed + " shows that one.");
    }
    String hint = Near.hint(wanted, known);
    throw new RefusedException(
        Refusal.USAGE,
        typed.isEmpty() ? "no kind is named" : "there is no kind " + typed + " to list",
        hint.isEmpty() ? "Give one of " + Near.list(known) + "." : hint);
  }
}
