package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.WrittenDuration;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads the parts of files that no kind's table describes: the project file and `metadata`. What
/// is wrong is reported, and the result is then empty.
public record PlainReader(Lookup lookup, InstanceContext around, Report report) {

  public PlainReader(Lookup lookup, Report report) {
    this(lookup, InstanceContext.NOTHING, report);
  }

  /// Reports every key that is not among `known`.
  public void checkKeys(Node.Mapping mapping, String owner, Collection<String> known) {
    checkKeys(mapping, owner, known, key -> "");
  }

  /// The same.
  ///
  /// @param elsewhere where a key belongs instead, as a sentence; empty where nobody knows
  public void checkKeys(
      Node.Mapping mapping,
      String owner,
      Collection<String> known,
      UnaryOperator<String> elsewhere) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (entry.value() instanceof Node.Refused || known.contains(key)) {
            return;
          }
          String place = elsewhere.apply(key);
          String near = place.isEmpty() ? Near.hint(key, known) : place;
          report.error(
              entry.keyPlace(),
              "unknown-field",
              "unknown field '" + key + "' in " + owner,
              near.isEmpty() ? "there are " + Near.list(known) : near);
        });
  }

  public Optional<Node.Mapping> mapping(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      return Optional.of(Node.Mapping.empty(node.place()));
    }
    return wrong(node, what, "a mapping", "write 'key: value' lines below it");
  }

  /// A text, with its references filled in; numbers and booleans count as the text that was
  /// written. What no table describes means something to ftctl itself, so no foreign text is one.
  public Optional<String> text(Node node, String what) {
    return text(node, what, UnaryOperator.identity());
  }

  /// A text that is empty where its reference is not set.
  public Optional<String> textOrEmpty(Node node, String what) {
    return text(node, what, Filled::orEmpty);
  }

  private Optional<String> text(Node node, String what, UnaryOperator<Filled> taken) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      return wrong(node, what, "a text", "");
    }
    Filled filled = taken.apply(lookup.fill(scalar, around, report));
    List<Filled.Missing> wrong =
        ForeignTexts.refusal(filled.mark(), what).map(List::of).orElse(filled.missing());
    wrong.stream()
        .filter(missing -> !missing.isReported())
        .forEach(missing ->
            report.error(node.place(), missing.rule(), missing.message(), missing.fix()));
    return wrong.isEmpty() ? Optional.of(filled.text()) : Optional.empty();
  }

  /// `true` or `false`, written literally.
  public Optional<Boolean> flag(Node node, String what) {
    Optional<Boolean> flag =
        node instanceof Node.Scalar scalar && scalar.isPlain()
            ? Core.bool(scalar.text())
            : Optional.empty();
    return flag.or(() -> wrong(node, what, "true or false, written literally", ""));
  }

  /// A whole number from zero on.
  public Optional<Integer> count(Node node, String what) {
    Optional<BigDecimal> number =
        node instanceof Node.Scalar scalar ? Core.number(scalar.text()) : Optional.empty();
    return number
        .filter(found -> found.signum() >= 0 && found.stripTrailingZeros().scale() <= 0)
        .filter(found -> found.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue)
        .or(() -> wrong(node, what, "a whole number from 0 on", ""));
  }

  /// More than nothing, as `30m` or `6h`, with its references filled in.
  public Optional<Duration> duration(Node node, String what) {
    Optional<String> written = text(node, what);
    Optional<Duration> duration =
        written.flatMap(WrittenDuration::parse).filter(Duration::isPositive);
    return written.isEmpty() || duration.isPresent()
        ? duration
        : wrong(node, what, "a duration", "write " + WrittenDuration.EXAMPLES);
  }

  /// Texts with their places; a single text counts as a list of one.
  public List<Node.Scalar> scalars(Node node, String what) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return isRefused(scalar, what) ? List.of() : List.of(scalar);
    }
    if (!(node instanceof Node.Sequence sequence)) {
      wrong(node, what, "a list of texts", "write [one, two]");
      return List.of();
    }
    var scalars = new ArrayList<Node.Scalar>();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
        if (!isRefused(scalar, "an item of " + what)) {
          scalars.add(scalar);
        }
      } else {
        wrong(item, "an item of " + what, "a text", "");
      }
    }
    return scalars;
  }

  /// Whether a text that is taken as it stands is foreign, which is reported then.
  private boolean isRefused(Node.Scalar scalar, String what) {
    var wrong = ForeignTexts.refusal(scalar.mark(), what);
    wrong.ifPresent(
        missing -> report.error(scalar.place(), missing.rule(), missing.message(), missing.fix()));
    return wrong.isPresent();
  }

  public List<String> texts(Node node, String what) {
    return scalars(node, what).stream()
        .flatMap(scalar -> text(scalar, "an item of " + what).stream())
        .toList();
  }

  public Map<String, String> textMap(Node node, String what) {
    var texts = new LinkedHashMap<String, String>();
    var keys = new Keys(lookup, around, report);
    mapping(node, what)
        .map(mapping -> keys.entries(mapping, keys::text, value -> value))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((key, entry) ->
                    textOrEmpty(entry.value(), "'" + key + "'")
                        .ifPresent(text -> texts.put(key, text))));
    return texts;
  }

  public <T> Optional<T> wrong(Node node, String what, String wanted, String fix) {
    if (node instanceof Node.Refused) {
      return Optional.empty();
    }
    boolean isWritten =
        node instanceof Node.Scalar scalar
            && !scalar.isNull()
            && !scalar.mark().isForeign()
            && !PartReader.hasReference(scalar);
    String text = isWritten ? " ('" + Types.excerpt(((Node.Scalar) node).text()) + "')" : "";
    return wrong(node.place(), what, wanted, node.what() + text, fix);
  }

  private <T> Optional<T> wrong(
      SourceLocation place, String what, String wanted, String found, String fix) {
    report.error(place, "wrong-type", what + " takes " + wanted + ", not " + found, fix);
    return Optional.empty();
  }
}
