package dev.ftctl.manifest;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Near;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.yaml.Node;
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
    if (isLater(envelope, report)) {
      return Optional.empty();
    }
    Optional<Kind> kind = kind(envelope, report);
    SourceLocation place = envelope.entry("kind").map(Node.Entry::keyPlace).orElse(root.place());
    var plain = new PlainReader(lookup, new Report(problems, subject(envelope, kind)));
    checkEnvelope(envelope, plain);
    Optional<Metadata> metadata = new MetadataReader(plain).read(envelope, place);
    Optional<Node.Mapping> spec =
        envelope
            .get("spec")
            .map(node -> plain.mapping(node, "'spec'"))
            .orElse(Optional.of(Node.Mapping.empty(place)));
    if (kind.isEmpty() || metadata.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation namePlace = MetadataReader.namePlace(envelope, place);
    SourceLocation specPlace = envelope.entry("spec").map(Node.Entry::keyPlace).orElse(place);
    return Optional.of(
        new Document(
            kind.get().definition(),
            metadata.get(),
            spec.get(),
            file,
            place,
            namePlace,
            specPlace));
  }

  /// Whether this is a document of a later version, of which nothing else is worth saying.
  private static boolean isLater(Node.Mapping envelope, Report report) {
    var later = LATER.stream().flatMap(key -> envelope.entry(key).stream()).findFirst();
    later.ifPresent(entry ->
        report.error(
            entry.keyPlace(),
            "not-supported",
            "'for_each' is not supported yet",
            "write the documents out"));
    return later.isPresent();
  }

  /// The document as problems name it, before its metadata is read.
  private static String subject(Node.Mapping envelope, Optional<Kind> kind) {
    Optional<String> name =
        envelope
            .get("metadata")
            .flatMap(node ->
                node instanceof Node.Mapping metadata ? metadata.get("name") : Optional.empty())
            .flatMap(node ->
                node instanceof Node.Scalar text ? Optional.of(text.text()) : Optional.empty())
            .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));
    return kind.flatMap(found -> name.map(text -> found.definition().slug() + " " + text))
        .orElse("");
  }

  private static void checkEnvelope(Node.Mapping envelope, PlainReader plain) {
    // What stands where 'kind' is meant was reported with the missing kind.
    Node.Mapping known =
        envelope.entry("kind").isPresent()
            ? envelope
            : Near.of("kind", envelope.entries().keySet()).map(envelope::without).orElse(envelope);
    plain.checkKeys(known, "the document", KEYS, Set.of());
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
      noKind(envelope, report);
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

  private void noKind(Node.Mapping envelope, Report report) {
    Optional<String> near = Near.of("kind", envelope.entries().keySet());
    report.error(
        near.flatMap(envelope::entry).map(Node.Entry::keyPlace).orElse(envelope.place()),
        "missing-kind",
        "the document has no 'kind'",
        near.map(key -> "write 'kind' for '" + key + "'")
            .orElse("there are " + Near.list(kinds.names())));
  }
}
