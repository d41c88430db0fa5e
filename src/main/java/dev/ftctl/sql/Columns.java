package dev.ftctl.sql;

import dev.ftctl.sql.scope.Block;
import dev.ftctl.sql.scope.Chain;
import dev.ftctl.sql.scope.Output;
import dev.ftctl.sql.scope.Part;
import dev.ftctl.sql.scope.Qualifier;
import dev.ftctl.sql.scope.Relation;
import dev.ftctl.sql.scope.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the names of columns mean, by the queries that they stand in.
final class Columns {

  /// A column of a query, by its name.
  private record Asked(Block query, String name, boolean isQuoted) {}

  private static final Sight CAUGHT =
      new Sight.Doubtful("its new name is that of another column of this query, too");

  private final SourceNames names;
  private final Tables tables;
  private final Map<Asked, Sight> seen = new HashMap<>();

  Columns(SourceNames names, Tables tables) {
    this.names = names;
    this.tables = tables;
  }

  /// Of a name without a qualifier: the innermost query that has it.
  Sight bare(Block block, Part part) {
    Optional<Block> here = Optional.of(block);
    while (here.isPresent()) {
      Sight sight = among(here.get(), here.get().relations(), part);
      if (!(sight instanceof Sight.Missing)) {
        return isCaught(block, here.get(), part, sight) ? CAUGHT : sight;
      }
      here = here.get().outer();
    }
    return Sight.MISSING;
  }

  /// Whether a column's new name would be that of a column of something else, in the query that has
  /// it or in those inside.
  private boolean isCaught(Block from, Block to, Part part, Sight sight) {
    if (!(sight instanceof Sight.Found found) || found.name().isEmpty()) {
      return false;
    }
    var anew = new Part(part.start(), found.name(), found.name(), false, true);
    Optional<Block> here = Optional.of(from);
    while (here.isPresent()) {
      Block block = here.get();
      for (Relation relation : block.relations()) {
        boolean isIts = of(block, relation, part) instanceof Sight.Found;
        Sight other = of(block, relation, anew);
        if (!isIts && (other instanceof Sight.Found || other instanceof Sight.Doubtful)) {
          return true;
        }
      }
      here = block == to ? Optional.empty() : block.outer();
    }
    return false;
  }

  private Sight among(Block block, List<Relation> relations, Part part) {
    var found = new ArrayList<String>();
    boolean isHidden = block.isUnsure();
    for (Relation relation : relations) {
      switch (of(block, relation, part)) {
        case Sight.Found one -> found.add(kept(one.name(), part));
        case Sight.Doubtful doubtful -> {
          return doubtful;
        }
        case Sight.Hidden hidden -> isHidden = true;
        case Sight.Missing missing -> {}
      }
    }
    if (found.isEmpty()) {
      return isHidden ? Sight.HIDDEN : Sight.MISSING;
    }
    if (found.stream().distinct().count() > 1) {
      return new Sight.Doubtful("tables of this query have it under several names");
    }
    return isHidden && !found.getFirst().isEmpty()
        ? new Sight.Doubtful(
            "it may be of what this query reads besides, which nothing is known of")
        : new Sight.Found(found.getFirst());
  }

  /// Nothing where the name stays, so that what has that name otherwise is no doubt.
  private static String kept(String name, Part part) {
    return !part.isQuoted() && part.isLike(name) ? "" : name;
  }

  /// Of one relation.
  Sight of(Block block, Relation relation, Part part) {
    return switch (relation) {
      case Relation.Table table ->
          table.isAliasIn(block) ? Sight.MISSING : of(Tables.known(tables.of(block, table)), part);
      case Relation.Derived derived ->
          derived.columns().isEmpty() ? of(derived.query(), part) : listed(derived, part);
      case Relation.Unknown unknown -> Sight.HIDDEN;
    };
  }

  private static Sight listed(Relation.Derived derived, Part part) {
    return derived.columns().stream().anyMatch(part::isLike) ? Sight.KEPT : Sight.MISSING;
  }

  /// Of tables of the source; of what is no table of it nothing is known.
  Sight of(List<SourceTable> known, Part part) {
    if (known.isEmpty()) {
      return Sight.HIDDEN;
    }
    List<String> meant =
        known.stream().flatMap(table -> table.columnsMeant(part).stream()).distinct().toList();
    if (meant.isEmpty()) {
      boolean isThere = known.stream().anyMatch(table -> table.isThere(part));
      return isThere || isFivetrans(part) ? Sight.KEPT : Sight.MISSING;
    }
    boolean isOther = known.stream().anyMatch(table -> table.hasOtherThere(part));
    if (meant.size() > 1) {
      return new Sight.Doubtful("it may be " + meant.get(0) + " or " + meant.get(1));
    }
    if (isOther && !names.isSource()) {
      return new Sight.Doubtful(
          "it is a column of the source, and what another one is called in the destination");
    }
    return new Sight.Found(meant.getFirst());
  }

  /// Whether Fivetran adds that column to each table.
  private static boolean isFivetrans(Part part) {
    return part.name().toLowerCase(Locale.ROOT).startsWith("_fivetran_");
  }

  /// Of what a query brings.
  Sight of(Block query, Part part) {
    if (query.inner().isPresent()) {
      return of(query.inner().get(), part);
    }
    var asked = new Asked(query, part.name(), part.isQuoted());
    Sight before = seen.get(asked);
    if (before != null) {
      return before;
    }
    // What is recursive adds nothing to itself.
    seen.put(asked, Sight.MISSING);
    Sight sight = brought(query, part);
    seen.put(asked, sight);
    return sight;
  }

  private Sight brought(Block query, Part part) {
    boolean isHidden = query.outputs().isEmpty();
    for (Output output : query.outputs()) {
      Sight sight =
          switch (output) {
            case Output.Named named -> part.isLike(named.name()) ? Sight.KEPT : Sight.MISSING;
            case Output.Passed passed -> passed(passed.use(), part);
            case Output.Everything all -> everything(query, all, part);
          };
      if (sight instanceof Sight.Hidden) {
        isHidden = true;
      } else if (!(sight instanceof Sight.Missing)) {
        return sight;
      }
    }
    return isHidden ? Sight.HIDDEN : Sight.MISSING;
  }

  /// It has the name there that it has here, which another one may share.
  private Sight passed(Use use, Part part) {
    if (!part.isLike(use.chain().last().name())) {
      return Sight.MISSING;
    }
    return of(use) instanceof Sight.Found found ? found : Sight.KEPT;
  }

  private Sight everything(Block query, Output.Everything all, Part part) {
    if (all.of().isEmpty()) {
      return among(query, query.relations(), part);
    }
    return Qualifier.of(query, all.of().get())
        .map(owner -> of(owner.block(), owner.relation(), part))
        .orElse(Sight.HIDDEN);
  }

  /// Of a name that stands in a query, where it means a column.
  Sight of(Use use) {
    Chain chain = use.chain();
    if (chain.isOpaque()) {
      return Sight.HIDDEN;
    }
    if (chain.size() == 1) {
      return bare(use.block(), chain.last());
    }
    return Qualifier.of(use.block(), chain.first(chain.size() - 1))
        .map(owner -> of(owner.block(), owner.relation(), chain.last()))
        .orElse(Sight.HIDDEN);
  }
}
