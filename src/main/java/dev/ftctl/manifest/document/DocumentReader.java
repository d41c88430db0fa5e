package dev.ftctl.manifest.document;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.expression.Each;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the envelope of documents: `apiVersion`, `kind`, `metadata`, `spec`.
final class DocumentReader {

  private static final String VERSION = "ftctl/v1";

  /// The kind of a file that is none of these.
  private static final String ROLLOUT = "Rollout";

  private static final String SERVICE_ACCOUNT = "ServiceAccount";

  private static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");
  private static final List<String> KEYS_WITH_EACH =
      List.of("apiVersion", "kind", ForEach.KEY, "metadata", "spec");

  private final KindList kinds;
  private final Lookup lookup;
  private final Problems problems;

  DocumentReader(KindList kinds, Lookup lookup, Problems problems) {
    this.kinds = kinds;
    this.lookup = lookup;
    this.problems = problems;
  }

  /// The document, or empty when its envelope is so wrong that nothing can be made of it.
  ///
  /// @param each the entry of `for_each` that it is read for
  Optional<Document> read(String file, Node root, Each each) {
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
    var plain = plain(envelope, kind, each);
    checkEnvelope(envelope, plain, KEYS_WITH_EACH, kind);
    Optional<Metadata> metadata =
        new MetadataReader(plain, key -> inSpec(key, kind)).read(envelope, place);
    Optional<Node.Mapping> spec =
        envelope
            .get("spec")
            .map(node -> plain.mapping(node, "'spec'"))
            .orElse(Optional.of(Node.Mapping.empty(place)));
    if (kind.isEmpty() || metadata.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation specPlace = envelope.entry("spec").map(Node.Entry::keyPlace).orElse(place);
    return Optional.of(
        new Document(
            kind.get().definition(),
            metadata.get(),
            spec.get(),
            each,
            file,
            place,
            MetadataPlaces.of(envelope, place),
            specPlace));
  }

  /// Reads what no table describes, for problems that name the document.
  private PlainReader plain(Node.Mapping envelope, Optional<Kind> kind, Each each) {
    String named = subject(envelope, kind);
    String subject = each.isNothing() || !named.isEmpty() ? named : each.label();
    return new PlainReader(lookup, InstanceContext.of(each), new Report(problems, subject));
  }

  /// The kind and name of a document, which is all that partial documents share with whole ones.
  Optional<Kind> kindOf(Node.Mapping envelope) {
    return kind(envelope, new Report(problems, ""));
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
            .filter(text ->
                !text.contains("${")
                    && !text.isBlank()
                    && text.chars().noneMatch(Character::isISOControl));
    return kind.flatMap(found -> name.map(text -> found.definition().slug() + " " + text))
        .orElse("");
  }

  /// Of a document that stands for itself alone, as overlays and templates do.
  static void checkEnvelope(Node.Mapping envelope, PlainReader plain) {
    checkEnvelope(envelope, plain, KEYS, Optional.empty());
  }

  private static void checkEnvelope(
      Node.Mapping envelope, PlainReader plain, List<String> keys, Optional<Kind> kind) {
    // What stands where 'kind' is meant was reported with the missing kind.
    Node.Mapping known =
        envelope.entry("kind").isPresent()
            ? envelope
            : Near.of("kind", envelope.entries().keySet()).map(envelope::without).orElse(envelope);
    plain.checkKeys(known, "the document", keys, key -> within(key, kind));
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

  /// Where what stands beside `spec` belongs; empty where nobody knows.
  private static String within(String key, Optional<Kind> kind) {
    return MetadataReader.hint(key).orElseGet(() -> inSpec(key, kind));
  }

  private static String inSpec(String key, Optional<Kind> kind) {
    boolean isOfSpec =
        kind.map(found -> found.definition().fields(Value.Mapping.EMPTY))
            .flatMap(table -> table.meant(key))
            .isPresent();
    return isOfSpec ? "write it in spec: {" + key + ": …}" : "";
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
    if (kind.isEmpty()) {
      report.error(
          scalar.place(),
          "unknown-kind",
          "unknown kind '" + scalar.text() + "'",
          instead(scalar.text()));
    }
    return kind;
  }

  private String instead(String kind) {
    return switch (kind) {
      case ROLLOUT ->
          "a rollout is no manifest: move it out of here, and run ftctl rollout run FILE";
      case SERVICE_ACCOUNT -> "write kind: User, with user_type: SERVICE_ACCOUNT in its spec";
      default -> {
        var names = new ArrayList<>(kinds.names());
        names.add(Templates.KIND);
        String hint = kinds.hint(kind, names);
        yield hint.isEmpty() ? "there are " + Near.list(kinds.names()) : hint;
      }
    };
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
