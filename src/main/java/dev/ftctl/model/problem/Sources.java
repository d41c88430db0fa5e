package dev.ftctl.model.problem;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The lines of every file that was read, so that a problem found late can still show its place.
public final class Sources {

  private final Map<String, List<String>> linesByFile = new ConcurrentHashMap<>();

  public void put(String file, List<String> lines) {
    linesByFile.put(file, List.copyOf(lines));
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
    List<String> lines = linesByFile.getOrDefault(place.file(), List.of());
    if (place.line() > lines.size()) {
      return List.of();
    }
    return lines.subList(Math.max(0, place.line() - 2), place.line());
  }
}
