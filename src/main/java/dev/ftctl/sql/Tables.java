package dev.ftctl.sql;

import dev.ftctl.sql.SourceNames.Reading;
import dev.ftctl.sql.scope.Block;
import dev.ftctl.sql.scope.Chain;
import dev.ftctl.sql.scope.Relation;
import dev.ftctl.sql.scope.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which tables the relations of a script are.
final class Tables {

  private final SourceNames names;
  private final Script script;
  private final Map<Chain, Reading> readings = new HashMap<>();

  Tables(SourceNames names, Script script) {
    this.names = names;
    this.script = script;
  }

  /// Of a table that stands in a block. Where the text makes it, or it is the alias of another, it
  /// is none of the source.
  Reading of(Block block, Relation.Table table) {
    Chain chain = table.chain();
    boolean isOwn =
        chain.isOpaque()
            || !table.note().isEmpty()
            || script.isCreatedHere(chain)
            || table.isAliasIn(block);
    return isOwn ? new Reading.Lacking() : readings.computeIfAbsent(chain, names::read);
  }

  /// What a name means wherever it stands.
  Reading of(Chain chain) {
    return readings.computeIfAbsent(chain, names::read);
  }

  boolean isCreatedHere(Chain chain) {
    return script.isCreatedHere(chain);
  }

  static List<SourceTable> known(Reading reading) {
    return switch (reading) {
      case Reading.Here here -> here.tables();
      case Reading.There there -> there.tables();
      case Reading.Unsure unsure -> List.of();
      case Reading.Lacking lacking -> List.of();
    };
  }
}
