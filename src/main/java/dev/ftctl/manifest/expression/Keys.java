package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Fills in the references that stand in keys of mappings. A key is filled in twice at most: early,
/// before layers are merged, so that what is one key is merged as one; and finally, once the group
/// of an instance is known. In between a literal `${` stays written `$${`.
public record Keys(Lookup lookup, InstanceContext around, Report report) {

  private static final String NEEDS_GROUP = "no-fan-out";

  /// The key as layers are merged by; as it is written where it waits for its group. Empty when it
  /// is wrong, which is reported then.
  Optional<String> early(String key, SourceLocation place) {
    if (!key.contains("${")) {
      return Optional.of(key);
    }
    boolean waits =
        lookup.fill(scalar(key, place), around, Report.muted()).missing().stream()
            .anyMatch(missing -> missing.rule().equals(NEEDS_GROUP));
    return waits ? Optional.of(key) : filled(key, place).map(PartReader::literal);
  }

  /// The key itself, or empty when it is wrong, which is reported then.
  public Optional<String> text(String key, SourceLocation place) {
    return key.contains("${") ? filled(key, place) : Optional.of(key);
  }

  /// A tree whose keys, at every depth, are the final texts.
  public Node.Mapping in(Node.Mapping mapping) {
    return holdsReference(mapping) ? filled(mapping) : mapping;
  }

  /// The entries of a mapping by other keys. Two keys that become one are an error; one that is
  /// refused leaves a mark.
  Node.Mapping entries(
      Node.Mapping mapping,
      BiFunction<String, SourceLocation, Optional<String>> key,
      UnaryOperator<Node> value) {
    var entries = new LinkedHashMap<String, Node.Entry>();
    mapping
        .entries()
        .forEach((written, entry) -> {
          Optional<String> text =
              Node.Mapping.isTorn(Map.entry(written, entry))
                  ? Optional.empty()
                  : key.apply(written, entry.keyPlace());
          if (text.isEmpty()) {
            entries.put(
                written, new Node.Entry(entry.keyPlace(), new Node.Refused(entry.keyPlace())));
            return;
          }
          var placed = new Node.Entry(entry.keyPlace(), value.apply(entry.value()));
          Node.Entry earlier = entries.putIfAbsent(text.get(), placed);
          if (earlier != null) {
            refuseSecond(text.get(), placed.keyPlace(), earlier.keyPlace());
          }
        });
    return new Node.Mapping(entries, mapping.place());
  }

  private void refuseSecond(String key, SourceLocation second, SourceLocation first) {
    report.error(
        second,
        "duplicate-key",
        "the key '" + Types.excerpt(key) + "' stands twice once references are filled in",
        "the other is in " + first + "; keep one of them");
  }

  private static boolean holdsReference(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> false;
      case Node.Refused refused -> false;
      case Node.Sequence sequence ->
          !sequence.contents().isLiteral()
              && sequence.items().stream().anyMatch(Keys::holdsReference);
      case Node.Mapping mapping ->
          !mapping.contents().isLiteral()
              && mapping.entries().entrySet().stream()
                  .anyMatch(entry ->
                      entry.getKey().contains("${") && !Node.Mapping.isTorn(entry)
                          || holdsReference(entry.getValue().value()));
    };
  }

  private Node.Mapping filled(Node.Mapping mapping) {
    return entries(mapping, this::text, this::filled);
  }

  private Node filled(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Refused refused -> refused;
      case Node.Sequence sequence ->
          new Node.Sequence(sequence.items().stream().map(this::filled).toList(), sequence.place());
      case Node.Mapping mapping -> filled(mapping);
    };
  }

  private Optional<String> filled(String key, SourceLocation place) {
    Filled filled = lookup.fill(scalar(key, place), around, report);
    List<Filled.Missing> wrong =
        ForeignTexts.refusal(filled.mark(), "a key").map(List::of).orElse(filled.missing());
    if (wrong.isEmpty() && filled.text().isEmpty()) {
      wrong = List.of(empty());
    }
    wrong.stream()
        .filter(missing -> !missing.isReported())
        .forEach(missing -> report.error(place, missing.rule(), missing.message(), missing.fix()));
    return wrong.isEmpty() ? Optional.of(filled.text()) : Optional.empty();
  }

  private static Filled.Missing empty() {
    return new Filled.Missing(
        "empty-key",
        "the key is empty once its references are filled in",
        "give it a text: ${default(…, 'text')}",
        false);
  }

  private static Node.Scalar scalar(String key, SourceLocation place) {
    return new Node.Scalar(key, false, place);
  }
}
