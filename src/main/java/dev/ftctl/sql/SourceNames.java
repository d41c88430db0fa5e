package dev.ftctl.sql;

import dev.ftctl.sql.scope.Chain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tables of a source, found by their names in the source and in the destination.
public final class SourceNames {

  private final List<SourceTable> tables;
  private final Map<String, List<SourceTable>> here = new HashMap<>();
  private final Map<String, List<SourceTable>> there = new HashMap<>();
  private final boolean isSource;

  /// @param isSource whether a text is known to have names of the source only, so that one that is
  ///   also another's in the destination is not taken for that
  public SourceNames(Collection<SourceTable> tables, boolean isSource) {
    this.tables = List.copyOf(tables);
    this.isSource = isSource;
    for (SourceTable table : tables) {
      here.computeIfAbsent(key(table.name()), name -> new ArrayList<>()).add(table);
      there.computeIfAbsent(key(table.nameThere()), name -> new ArrayList<>()).add(table);
    }
  }

  public List<SourceTable> tables() {
    return tables;
  }

  boolean isSource() {
    return isSource;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// What a name of one, two or more parts means where a table is expected; parts before the schema
  /// do not count.
  Reading read(Chain chain) {
    List<SourceTable> meant = meant(chain);
    List<SourceTable> others = new ArrayList<>(there(chain));
    others.removeAll(meant);
    if (meant.isEmpty()) {
      return others.isEmpty() ? new Reading.Lacking() : new Reading.There(others);
    }
    boolean isOne =
        meant.stream()
                .map(one ->
                    chain.size() > 1
                        ? List.of(one.schemaThere(), one.nameThere())
                        : List.of(one.nameThere()))
                .distinct()
                .count()
            == 1;
    if (!isOne) {
      return new Reading.Unsure(
          "it may be " + meant.get(0).shown() + " or " + meant.get(1).shown());
    }
    if (!others.isEmpty() && !isSource) {
      return new Reading.Unsure(
          "it is "
              + meant.get(0).shown()
              + " in the source, and what "
              + others.get(0).shown()
              + " is called in the destination");
    }
    return new Reading.Here(meant);
  }

  private List<SourceTable> meant(Chain chain) {
    return here.getOrDefault(key(chain.last().name()), List.of()).stream()
        .filter(table -> chain.last().means(table.name()))
        .filter(table -> chain.size() < 2 || chain.fromEnd(1).means(table.schema()))
        .toList();
  }

  private List<SourceTable> there(Chain chain) {
    return there.getOrDefault(key(chain.last().name()), List.of()).stream()
        .filter(table -> chain.size() < 2 || chain.fromEnd(1).isLike(table.schemaThere()))
        .toList();
  }

  /// What the name of a table can mean.
  sealed interface Reading {

    /// Tables of the source, which have one name in the destination.
    record Here(List<SourceTable> tables) implements Reading {}

    /// The name in the destination already.
    record There(List<SourceTable> tables) implements Reading {}

    /// More than one thing.
    record Unsure(String why) implements Reading {}

    /// Nothing of this source.
    record Lacking() implements Reading {}
  }
}
