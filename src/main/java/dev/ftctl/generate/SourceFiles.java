package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sources of dbt put into the files that stand: what a file says of a source is kept, with its
/// descriptions, tests, columns, comments and order; what ftctl knows is added, and what it wrote
/// itself is brought up to date. Used once, by one thread.
public final class SourceFiles {

  private static final String SOURCES = "sources";

  private final Optional<Style> asked;
  private final List<Standing> files = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  /// A file that stands.
  private record Standing(String path, EditedFile edit) {

    List<Spots> sources() {
      return edit.documents().stream()
          .map(Spots::of)
          .flatMap(document -> document.items(SOURCES).stream())
          .toList();
    }

    Optional<Spot> list() {
      return edit.documents().stream()
          .flatMap(document -> document.get(SOURCES).stream())
          .filter(list -> list.isSequence() && !list.items().isEmpty())
          .findFirst();
    }
  }

  /// What came of it.
  ///
  /// @param texts of the files that are new or changed, by path
  /// @param same how many files with sources of ours are as they were
  /// @param gone tables that a file names and that do not sync, each with its place
  /// @param left files that could not be read or changed, each with the reason
  public record Result(
      SequencedMap<String, String> texts, int same, List<String> gone, List<String> left) {}

  /// @param standing texts by path, of files that may hold sources
  /// @param asked where freshness and meta go; empty for where they stand
  public SourceFiles(SequencedMap<String, String> standing, Optional<Style> asked) {
    this.asked = asked;
    standing.forEach((path, text) ->
        EditedFile.of(path, text)
            .ifPresentOrElse(
                edit -> files.add(new Standing(path, edit.opening())),
                () -> left.add(path + " is no YAML")));
  }

  /// @param path of the file that a source goes to where none holds it
  public Result with(List<DbtSource> sources, Function<DbtSource, String> path) {
    SequencedMap<String, List<DbtSource>> fresh = new LinkedHashMap<>();
    var met = new LinkedHashSet<Standing>();
    for (DbtSource source : sources) {
      Optional<Standing> there = files.stream().filter(file -> isIn(file, source)).findFirst();
      if (there.isPresent()) {
        update(there.get(), source);
        met.add(there.get());
      } else {
        fresh.computeIfAbsent(path.apply(source), first -> new ArrayList<>()).add(source);
      }
    }
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    fresh.forEach((file, all) -> {
      Optional<Standing> there = files.stream().filter(one -> one.path().equals(file)).findFirst();
      if (there.isEmpty()) {
        texts.put(file, text(all));
      } else if (append(there.get(), all)) {
        met.add(there.get());
      }
    });
    int same = 0;
    for (Standing file : met) {
      if (!file.edit().isChanged()) {
        same++;
      } else {
        file.edit()
            .result()
            .ifPresentOrElse(
                text -> texts.put(file.path(), text),
                () -> left.add(file.path() + " can't be changed without breaking it"));
      }
    }
    return new Result(texts, same, List.copyOf(gone), List.copyOf(left));
  }

  /// The whole text of a file for sources that stand nowhere.
  public String text(List<DbtSource> all) {
    Style style = asked.orElse(usual());
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("version", Value.number(2));
    String head = ManifestText.open(Value.Mapping.of(document));
    List<Value> entries = all.stream().<Value>map(source -> source.entry(style)).toList();
    return head + "\n" + ManifestText.open(Value.Mapping.of(Map.of(SOURCES, Value.items(entries))));
  }

  /// That of most entries that stand.
  private Style usual() {
    Map<Style, Long> counts =
        files.stream()
            .flatMap(file -> file.sources().stream())
            .flatMap(entry -> Style.of(entry).stream())
            .collect(Collectors.groupingBy(style -> style, Collectors.counting()));
    return counts.getOrDefault(Style.TOP, 0L) > counts.getOrDefault(Style.CONFIG, 0L)
        ? Style.TOP
        : Style.CONFIG;
  }

  private boolean append(Standing file, List<DbtSource> all) {
    Style style = asked.orElse(usual());
    List<Value> entries = all.stream().<Value>map(source -> source.entry(style)).toList();
    Optional<Spot> list = file.list();
    boolean isDone =
        list.isPresent()
            ? entries.stream().allMatch(entry -> file.edit().add(list.get(), entry))
            : put(file, Value.items(entries));
    if (!isDone) {
      left.add(file.path() + " has no place for " + all.getFirst().name());
    }
    return isDone;
  }

  private static boolean put(Standing file, Value entries) {
    Optional<Spot> document = file.edit().documents().stream().filter(Spot::isMapping).findFirst();
    return document.isPresent()
        && document
            .get()
            .get(SOURCES)
            .map(nothing -> file.edit().set(nothing, entries))
            .orElseGet(() -> file.edit().put(document.get(), SOURCES, entries, Optional.empty()));
  }

  private boolean isIn(Standing file, DbtSource source) {
    return file.sources().stream().anyMatch(entry -> StandingSource.isOf(entry, source));
  }

  private void update(Standing file, DbtSource source) {
    Spots entry =
        file.sources().stream()
            .filter(one -> StandingSource.isOf(one, source))
            .findFirst()
            .orElseThrow();
    Style style = asked.or(() -> Style.of(entry)).orElse(usual());
    var standing = new StandingSource(file.edit(), entry, style);
    standing.update(source);
    standing
        .gone(source)
        .forEach(table ->
            gone.add(
                file.path()
                    + ":"
                    + table.spot().orElseThrow().line()
                    + ": "
                    + source.name()
                    + "."
                    + StandingSource.nameOf(table)));
    standing.left().forEach(what -> left.add(file.path() + ": " + what));
  }
}
