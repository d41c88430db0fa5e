package dev.ftctl.sql;

import dev.ftctl.sql.SourceNames.Reading;
import dev.ftctl.sql.scope.Block;
import dev.ftctl.sql.scope.Chain;
import dev.ftctl.sql.scope.Relation;
import dev.ftctl.sql.scope.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which tables the relations of a script are.
final class Tables {

  private final SourceNames names;
  private final Script script;
  private final Map<Chain, Reading> readings = new HashMap<>();

  Tables(SourceNames names, Script script) {
    this.names = names;
    this.script = script;
  }

  /// Of a table that stands in a block. Where the text makes it, it is none of the source; where
  /// its new name means something else there, it stays.
  Reading of(Block block, Relation.Table table) {
    Chain chain = table.chain();
    if (chain.isOpaque() || !table.note().isEmpty() || script.isCreatedHere(chain)) {
      return new Reading.Lacking();
    }
    Reading reading = of(chain);
    return reading instanceof Reading.Here here && isTaken(block, table, nameThere(here))
        ? new Reading.Unsure(
            "it would be " + nameThere(here) + ", which something else is called here")
        : reading;
  }

  /// What a name means wherever it stands.
  Reading of(Chain chain) {
    return readings.computeIfAbsent(chain, names::read);
  }

  private static String nameThere(Reading.Here here) {
    return here.tables().getFirst().nameThere();
  }

  /// Whether a table would take the name of an expression, or be called like another relation of
  /// its query or of those around it.
  @SuppressWarnings("ReferenceEquality") // another relation may read alike
  private boolean isTaken(Block block, Relation.Table table, String name) {
    Chain chain = table.chain();
    if (chain.last().isLike(name)) {
      return false;
    }
    boolean isAlone = chain.size() == 1;
    if (isAlone && (block.hasDeclared(name) || script.isNameCreatedHere(name))) {
      return true;
    }
    Optional<Block> here = table.alias().isEmpty() ? Optional.of(block) : Optional.empty();
    while (here.isPresent()) {
      for (Relation other : here.get().relations()) {
        if (other != table && calls(other).equalsIgnoreCase(name)) {
          return true;
        }
      }
      here = here.get().outer();
    }
    return false;
  }

  /// What a relation is called by when all is done.
  private String calls(Relation relation) {
    if (!(relation instanceof Relation.Table table) || !table.alias().isEmpty()) {
      return relation.alias();
    }
    return of(table.chain()) instanceof Reading.Here here
        ? nameThere(here)
        : table.chain().last().name();
  }

  boolean isCreatedHere(Chain chain) {
    return script.isCreatedHere(chain);
  }

  /// Those whose columns a relation has; none where it may be one or another.
  static List<SourceTable> known(Reading reading) {
    return switch (reading) {
      case Reading.Here here -> here.tables();
      case Reading.There there -> there.tables().size() == 1 ? there.tables() : List.of();
      case Reading.Unsure unsure -> List.of();
      case Reading.Lacking lacking -> List.of();
    };
  }
}
