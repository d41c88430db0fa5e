package dev.ftctl.manifest;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Near;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the envelope of documents: `apiVersion`, `kind`, `metadata`, `spec`.
final class DocumentReader {

  private static final String VERSION = "ftctl/v1";
  private static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");

  /// Kinds and keys of the language that a later version reads.
  private static final Set<String> LATER = Set.of("for_each");

  private static final Set<String> LATER_KINDS = Set.of("Template", "Overlay");

  private final KindList kinds;
  private final Lookup lookup;
  private final Problems problems;

  DocumentReader(KindList kinds, Lookup lookup, Problems problems) {
    this.kinds = kinds;
    this.lookup = lookup;
    this.problems = problems;
  }

  /// The document, or empty when its envelope is so wrong that nothing can be made of it.
  Optional<Document> read(String file, Node root) {
    var report = new Report(problems, "");
    if (!(root instanceof Node.Mapping envelope)) {
      report.error(
          root.place(),
          "envelope",
          "a document is a mapping, not " + root.what(),
          "begin with 'kind:', 'metadata:' and 'spec:'");
      return Optional.empty();
    }
    Optional<Kind> kind = kind(envelope, report);
    SourceLocation place = envelope.entry("kind").map(Node.Entry::keyPlace).orElse(root.place());
    var names = new ArrayList<>(nameOf(envelope));
    String slug = kind.map(found -> found.definition().slug()).orElse("");
    String subject = slug.isEmpty() || names.isEmpty() ? "" : slug + " " + names.getFirst();
    var plain = new PlainReader(lookup, new Report(problems, subject));
    checkEnvelope(envelope, plain);
    Optional<Metadata> metadata = new MetadataReader(plain).read(envelope, place);
    Node.Mapping spec =
        envelope
            .get("spec")
            .flatMap(node -> plain.mapping(node, "'spec'"))
            .orElse(Node.Mapping.empty(place));
    if (kind.isEmpty() || metadata.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation namePlace = MetadataReader.namePlace(envelope, place);
    SourceLocation specPlace = envelope.entry("spec").map(Node.Entry::keyPlace).orElse(place);
    return Optional.of(
        new Document(
            kind.get().definition(), metadata.get(), spec, file, place, namePlace, specPlace));
  }

  private static List<String> nameOf(Node.Mapping envelope) {
    return envelope.get("metadata").stream()
        .flatMap(node ->
            node instanceof Node.Mapping metadata
                ? metadata.get("name").stream()
                : java.util.stream.Stream.of())
        .flatMap(node ->
            node instanceof Node.Scalar name
                ? java.util.stream.Stream.of(name.text())
                : java.util.stream.Stream.of())
        .filter(name -> name.chars().noneMatch(Character::isISOControl) && !name.isBlank())
        .toList();
  }

  private static void checkEnvelope(Node.Mapping envelope, PlainReader plain) {
    plain.checkKeys(envelope, "the document", KEYS, LATER);
    envelope
        .get("apiVersion")
        .flatMap(node ->
            plain
                .text(node, "'apiVersion'")
                .filter(version -> !version.equals(VERSION))
                .map(version -> node))
        .ifPresent(node ->
            plain
                .report()
                .error(
                    node.place(),
                    "api-version",
                    "this apiVersion is not known",
                    "write " + VERSION + ", or leave it out"));
  }

  private Optional<Kind> kind(Node.Mapping envelope, Report report) {
    Optional<Node.Entry> entry = envelope.entry("kind");
    if (entry.isEmpty()) {
      String near =
          Near.of("kind", envelope.entries().keySet())
              .map(key -> "'" + key + "' stands where 'kind' is meant")
              .orElse("");
      report.error(
          envelope.place(),
          "missing-kind",
          "the document has no 'kind'",
          near.isEmpty() ? "there are " + Near.list(kinds.names()) : near);
      return Optional.empty();
    }
    if (!(entry.get().value() instanceof Node.Scalar scalar) || scalar.isNull()) {
      report.error(
          entry.get().value().place(),
          "unknown-kind",
          "'kind' takes a text, not " + entry.get().value().what(),
          "");
      return Optional.empty();
    }
    Optional<Kind> kind = kinds.named(scalar.text());
    if (kind.isEmpty() && LATER_KINDS.contains(scalar.text())) {
      report.error(
          scalar.place(),
          "not-supported",
          "the kind '" + scalar.text() + "' is not supported yet",
          "");
    } else if (kind.isEmpty()) {
      String hint = Near.hint(scalar.text(), kinds.names());
      report.error(
          scalar.place(),
          "unknown-kind",
          "unknown kind '" + scalar.text() + "'",
          hint.isEmpty() ? "there are " + Near.list(kinds.names()) : hint);
    }
    return kind;
  }
}
