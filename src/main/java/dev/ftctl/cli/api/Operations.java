package dev.ftctl.cli.api;

import dev.ftctl.model.address.Near;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// All calls that the API document has.
record Operations(List<Operation> all) {

  static Operations bundled() {
    return new Operations(lines("operations.tsv").stream().map(Operation::parse).toList());
  }

  /// @param name of a file that lies with this package
  static List<String> lines(String name) {
    try (InputStream stream =
            Objects.requireNonNull(Operations.class.getResourceAsStream(name), name);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Optional<Operation> of(Verb verb, List<String> segments) {
    return fitting(segments).stream()
        .filter(operation -> operation.verb() == verb)
        .max(Comparator.comparingLong(Operation::literals));
  }

  boolean hasPath(List<String> segments) {
    return !fitting(segments).isEmpty();
  }

  /// Why a call is none of them, as a sentence with the nearest one; empty for one that is.
  Optional<String> doubt(Verb verb, List<String> segments) {
    if (of(verb, segments).isPresent()) {
      return Optional.empty();
    }
    List<Operation> same = fitting(segments);
    if (!same.isEmpty()) {
      String verbs =
          same.stream()
              .map(operation -> operation.verb().name())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      return Optional.of(
          "the API document has no %s %s: it exists as %s"
              .formatted(verb, same.getFirst().path(), verbs));
    }
    String near = near(verb, segments).map(path -> "; did you mean " + path + "?").orElse("");
    return Optional.of(
        "the API document has no path "
            + String.join("/", segments).replaceFirst("^v1/", "")
            + near);
  }

  private List<Operation> fitting(List<String> segments) {
    return all.stream().filter(operation -> operation.fits(segments)).toList();
  }

  private Optional<String> near(Verb verb, List<String> segments) {
    return all.stream()
        .filter(operation -> isNear(operation, segments))
        .min(
            Comparator.comparing((Operation operation) -> operation.verb() != verb)
                .thenComparingLong(operation -> -same(operation, segments)))
        .map(operation -> String.join("/", filled(operation, segments)).replaceFirst("^v1/", ""));
  }

  private static boolean isNear(Operation operation, List<String> segments) {
    if (operation.template().size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String literal = operation.template().get(i);
      if (!operation.isFree(i) && Near.of(segments.get(i), List.of(literal)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static long same(Operation operation, List<String> segments) {
    return segments.stream().filter(operation.template()::contains).count();
  }

  private static List<String> filled(Operation operation, List<String> segments) {
    var path = new ArrayList<String>();
    for (int i = 0; i < segments.size(); i++) {
      path.add(operation.isFree(i) ? segments.get(i) : operation.template().get(i));
    }
    return path;
  }
}
