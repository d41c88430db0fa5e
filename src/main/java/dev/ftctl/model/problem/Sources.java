package dev.ftctl.model.problem;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The lines of every file that was read, so that a problem found late can still show its place.
public final class Sources {

  private final Map<String, Supplier<List<String>>> linesByFile = new ConcurrentHashMap<>();

  public void put(String file, List<String> lines) {
    List<String> kept = List.copyOf(lines);
    linesByFile.put(file, () -> kept);
  }

  /// The same of a file whose lines are made when somebody asks for them.
  public void putLater(String file, Supplier<List<String>> lines) {
    linesByFile.put(file, lines);
  }

  public void addAll(Sources others) {
    linesByFile.putAll(others.linesByFile);
  }

  /// Every file that was read, sorted.
  public List<String> files() {
    return linesByFile.keySet().stream().sorted().toList();
  }

  /// The line before the place (if there is one) and the line itself, without line ends; empty when
  /// the file is not known.
  public List<String> excerpt(SourceLocation place) {
    List<String> lines = linesByFile.getOrDefault(place.file(), List::of).get();
    if (place.line() > lines.size()) {
      return List.of();
    }
    return lines.subList(Math.max(0, place.line() - 2), place.line());
  }
}
