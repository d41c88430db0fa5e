package dev.ftctl.sql;

import dev.ftctl.sql.SourceNames.Reading;
import dev.ftctl.sql.scope.Block;
import dev.ftctl.sql.scope.Chain;
import dev.ftctl.sql.scope.Output;
import dev.ftctl.sql.scope.Part;
import dev.ftctl.sql.scope.Qualifier;
import dev.ftctl.sql.scope.Relation;
import dev.ftctl.sql.scope.Script;
import dev.ftctl.sql.scope.Use;
import dev.ftctl.sql.token.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Gives the names of a script those of the destination.
final class Renaming {

  private final Spelling spelling;
  private final Script script;
  private final Tables tables;
  private final Columns columns;
  private final Map<Integer, Change> changes = new TreeMap<>();
  private final Map<Integer, Left> left = new TreeMap<>();
  private final Set<SourceTable> used = new LinkedHashSet<>();

  Renaming(Script script, SourceNames names, Dialect dialect) {
    this.spelling = new Spelling(dialect);
    this.script = script;
    this.tables = new Tables(names, script);
    this.columns = new Columns(names, tables);
  }

  Rewriting all() {
    for (Block block : script.blocks()) {
      for (Relation relation : block.relations()) {
        if (relation instanceof Relation.Table table) {
          table(block, table);
        }
      }
    }
    script.uses().forEach(this::use);
    return new Rewriting(
        List.copyOf(changes.values()), List.copyOf(left.values()), List.copyOf(used));
  }

  private void table(Block block, Relation.Table table) {
    Chain chain = table.chain();
    boolean isBuilt = chain.isOpaque();
    String own =
        !table.note().isEmpty()
            ? table.note()
            : isBuilt ? "a template makes a part of it" : "it is created in this file";
    if (isBuilt || !table.note().isEmpty() || tables.isCreatedHere(chain)) {
      if (!(tables.of(chain) instanceof Reading.Lacking)) {
        leave(chain, own);
      }
    } else if (!table.isAliasIn(block)) {
      rename(chain, tables.of(block, table));
    }
  }

  /// A table where it stands.
  private void rename(Chain chain, Reading reading) {
    used.addAll(Tables.known(reading));
    switch (reading) {
      case Reading.Here here -> {
        change(chain, here.tables().getFirst());
        if (chain.size() > 2) {
          leave(chain.first(1), "a schema configuration knows no databases");
        }
      }
      case Reading.There there -> {}
      case Reading.Unsure unsure -> leave(chain, unsure.why());
      case Reading.Lacking lacking -> leave(chain, "the connection has no such table");
    }
  }

  private void change(Chain chain, SourceTable table) {
    change(chain.last(), table.nameThere(), true);
    if (chain.size() > 1 && !table.schemaThere().isEmpty()) {
      change(chain.fromEnd(1), table.schemaThere(), true);
    }
  }

  private void use(Use use) {
    Chain chain = use.chain();
    if (chain.isOpaque()) {
      return;
    }
    if (chain.isStar()) {
      Qualifier.of(use.block(), chain).ifPresent(owner -> qualifier(owner, chain));
    } else if (chain.size() == 1) {
      bare(use);
    } else {
      qualified(use);
    }
  }

  private void bare(Use use) {
    Part part = use.chain().last();
    boolean isAliased =
        use.block().outputs().stream()
            .anyMatch(one -> one instanceof Output.Named named && part.isLike(named.name()));
    if (isAliased && use.clause() == Use.Clause.ORDER) {
      return;
    }
    Sight sight = columns.bare(use.block(), part);
    if (isAliased && use.clause() == Use.Clause.HAVING && isOther(sight)) {
      leave(use.chain(), "it may be the column or what this query calls so");
    } else if (isCaught(use, sight)) {
      leave(use.chain(), "its new name is what this query calls something else");
    } else if (sight instanceof Sight.Missing || sight instanceof Sight.Hidden) {
      Qualifier.of(use.block(), use.chain()).ifPresent(owner -> qualifier(owner, use.chain()));
    } else {
      column(use.chain(), sight, "");
    }
  }

  /// Whether a column's new name would be an alias where aliases count.
  private static boolean isCaught(Use use, Sight sight) {
    boolean counts = use.clause() == Use.Clause.ORDER || use.clause() == Use.Clause.HAVING;
    return counts
        && sight instanceof Sight.Found found
        && !use.chain().last().isLike(found.name())
        && use.block().outputs().stream()
            .anyMatch(one ->
                one instanceof Output.Named named && named.name().equalsIgnoreCase(found.name()));
  }

  private static boolean isOther(Sight sight) {
    return sight instanceof Sight.Found found && !found.name().isEmpty();
  }

  /// The longest qualifier that means something counts; what follows the column is a field of it.
  private void qualified(Use use) {
    Chain chain = use.chain();
    for (int count = chain.size() - 1; count > 0; count--) {
      Chain before = chain.first(count);
      Optional<Qualifier> owner = Qualifier.of(use.block(), before);
      if (owner.isPresent()) {
        qualifier(owner.get(), before);
        Relation relation = owner.get().relation();
        Sight sight = columns.of(owner.get().block(), relation, chain.parts().get(count));
        column(chain.first(count + 1), sight, completeName(owner.get()));
        return;
      }
    }
    if (chain.size() > 2 && ofTable(chain.first(chain.size() - 1), chain)) {
      return;
    }
    Reading asTable = tables.of(chain);
    if (!(asTable instanceof Reading.Lacking)) {
      rename(chain, asTable);
    } else if (columns.bare(use.block(), chain.parts().getFirst()) instanceof Sight.Found found) {
      column(chain.first(1), found, "");
    } else if (isNamedElsewhere(chain.last())) {
      leave(chain, "nothing here is called " + chain.first(chain.size() - 1).text());
    }
  }

  /// Whether a table that the text uses has such a column, by another name in the destination.
  private boolean isNamedElsewhere(Part part) {
    return used.stream()
        .flatMap(table -> table.columnsMeant(part).stream())
        .anyMatch(name -> !part.isLike(name));
  }

  /// A column of a table that no query around it reads: `COMMENT ON COLUMN`.
  private boolean ofTable(Chain table, Chain column) {
    if (!(tables.of(table) instanceof Reading.Here here)) {
      return false;
    }
    rename(table, here);
    column(column, columns.of(here.tables(), column.last()), "");
    return true;
  }

  /// The table that surely has no other columns than those that are known.
  private String completeName(Qualifier owner) {
    if (owner.relation() instanceof Relation.Table table
        && tables.of(owner.block(), table) instanceof Reading.Here here
        && here.tables().stream().allMatch(SourceTable::isComplete)) {
      return here.tables().getFirst().shown();
    }
    return "";
  }

  private void qualifier(Qualifier owner, Chain chain) {
    if (owner.isName()
        && owner.relation() instanceof Relation.Table table
        && tables.of(owner.block(), table) instanceof Reading.Here here) {
      change(chain, here.tables().getFirst());
    }
  }

  /// @param complete the table that would have it; empty where nobody can say
  private void column(Chain chain, Sight sight, String complete) {
    switch (sight) {
      case Sight.Found found -> {
        if (!found.name().isEmpty()) {
          change(chain.last(), found.name(), false);
        }
      }
      case Sight.Doubtful doubtful -> leave(chain, doubtful.why());
      case Sight.Hidden hidden -> {}
      case Sight.Missing missing -> {
        if (!complete.isEmpty()) {
          leave(chain, complete + " has no such column");
        }
      }
    }
  }

  private void change(Part part, String name, boolean isTable) {
    String written = spelling.of(part, name, isTable);
    if (!written.equals(part.text())) {
      changes.put(part.start(), new Change(part.start(), part.text(), written));
    }
  }

  private void leave(Chain chain, String why) {
    int offset = chain.parts().getFirst().start();
    left.put(offset, new Left(offset, chain.text(), why));
  }
}
