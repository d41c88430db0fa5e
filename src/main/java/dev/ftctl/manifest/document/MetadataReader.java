package dev.ftctl.manifest.document;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Unset;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Reads `metadata`.
///
/// @param elsewhere where a key belongs that is none of `metadata`; empty where nobody knows
record MetadataReader(PlainReader plain, UnaryOperator<String> elsewhere) {

  MetadataReader(PlainReader plain) {
    this(plain, key -> "");
  }

  private static final String SETUP = "setup";
  private static final String UNCHECKED = "unchecked";
  private static final String FRESHNESS = "freshness";
  private static final String OWNERS = "owners";
  private static final String HANDOUT = "handout";
  private static final String ROTATE_BEFORE = "rotate_before";
  private static final String BY_HAND = "by-hand";

  private static final List<String> KEYS =
      List.of(
          "name",
          "labels",
          "protect",
          "absent",
          "existing",
          "initial",
          "rotation",
          "moved_from",
          "environments",
          SETUP,
          UNCHECKED,
          FRESHNESS,
          OWNERS,
          HANDOUT,
          ROTATE_BEFORE);

  /// Where a field of `metadata` belongs that stands elsewhere.
  static Optional<String> hint(String key) {
    return KEYS.contains(key)
        ? Optional.of("write it in metadata: {" + key + ": …}")
        : Optional.empty();
  }

  /// Where the name stands, or the nearest place to it.
  static SourceLocation namePlace(Node.Mapping envelope, SourceLocation otherwise) {
    return envelope
        .get("metadata")
        .flatMap(
            node -> node instanceof Node.Mapping metadata ? metadata.get("name") : Optional.empty())
        .map(Node::place)
        .orElse(otherwise);
  }

  /// Empty when there is no usable name.
  Optional<Metadata> read(Node.Mapping envelope, SourceLocation documentPlace) {
    Optional<Node.Entry> entry = envelope.entry("metadata");
    if (entry.isEmpty()) {
      plain
          .report()
          .error(
              documentPlace,
              "missing-name",
              "the document has no 'metadata'",
              "write metadata: {name: …}");
      return Optional.empty();
    }
    Optional<Node.Mapping> metadata = plain.mapping(entry.get().value(), "'metadata'");
    var unset = new Unset(plain.lookup(), plain.around());
    return metadata
        .map(unset::without)
        .flatMap(mapping -> readKeys(mapping, entry.get().keyPlace()));
  }

  private Optional<Metadata> readKeys(Node.Mapping metadata, SourceLocation place) {
    plain.checkKeys(metadata, "metadata", KEYS, elsewhere);
    var read =
        new Metadata(
            name(metadata, place),
            part(
                metadata, "labels", node -> Optional.of(plain.textMap(node, "'labels'")), Map.of()),
            part(metadata, "protect", node -> plain.flag(node, "'protect'"), false),
            part(metadata, "absent", node -> plain.flag(node, "'absent'"), false),
            part(metadata, "existing", node -> plain.flag(node, "'existing'"), false),
            part(
                metadata,
                "initial",
                node -> Optional.of(plain.texts(node, "'initial'")),
                List.of()),
            part(metadata, "rotation", node -> plain.count(node, "'rotation'"), 0),
            part(metadata, "moved_from", node -> plain.textOrEmpty(node, "'moved_from'"), ""),
            part(
                metadata,
                "environments",
                node -> Optional.of(plain.texts(node, "'environments'")),
                List.of()),
            part(metadata, SETUP, this::byHand, false),
            part(
                metadata,
                UNCHECKED,
                node -> Optional.of(plain.texts(node, "'unchecked'")),
                List.of()),
            part(metadata, FRESHNESS, node -> plain.duration(node, "'freshness'"), Duration.ZERO),
            part(metadata, OWNERS, node -> Optional.of(plain.texts(node, "'owners'")), List.of()),
            part(metadata, HANDOUT, node -> plain.text(node, "'handout'"), ""),
            part(
                metadata,
                ROTATE_BEFORE,
                node -> plain.duration(node, "'rotate_before'"),
                Duration.ZERO));
    refuseContradictions(metadata, read);
    return read.name().isEmpty() ? Optional.empty() : Optional.of(read);
  }

  /// The one thing that `setup` can say.
  private Optional<Boolean> byHand(Node written) {
    Optional<String> how = plain.text(written, "'setup'");
    if (how.isPresent() && !how.get().equals(BY_HAND)) {
      plain
          .report()
          .error(
              written.place(),
              "unknown-value",
              "'setup' is '" + how.get() + "'",
              "write setup: by-hand, or leave it out");
    }
    return how.map(BY_HAND::equals);
  }

  private static <T> T part(
      Node.Mapping metadata, String key, Function<Node, Optional<T>> read, T otherwise) {
    return metadata.get(key).flatMap(read).orElse(otherwise);
  }

  private void refuseContradictions(Node.Mapping metadata, Metadata read) {
    if (!plain.around().each().isNothing()) {
      InstanceMarks.refuse(metadata, "under 'for_each'", plain.report());
    }
    if (read.isAbsent() && read.isProtected()) {
      contradiction(
          metadata, "protect", "what is protected can't be absent", "remove 'protect' first");
    }
    if (read.isAbsent() && read.isExisting()) {
      contradiction(
          metadata,
          "existing",
          "what must exist already can't be absent",
          "keep one of 'absent' and 'existing'");
    }
  }

  private void contradiction(Node.Mapping metadata, String key, String message, String fix) {
    metadata
        .entry(key)
        .ifPresent(entry -> plain.report().error(entry.keyPlace(), "contradiction", message, fix));
  }

  /// The name, empty when there is none that addresses could say.
  String name(Node.Mapping metadata, SourceLocation place) {
    Optional<Node> written = metadata.get("name");
    if (written.isEmpty()) {
      plain.report().error(place, "missing-name", "metadata has no 'name'", "write name: …");
      return "";
    }
    String name = plain.text(written.get(), "'name'").orElse("");
    String trap = NameRules.trap(name);
    if (trap.isEmpty()) {
      return name;
    }
    if (!(name.isEmpty() && !isEmptyText(written.get()))) {
      plain.report().error(written.get().place(), "bad-name", "a name " + trap, "choose another");
    }
    return "";
  }

  /// Whether the name was written as an empty text, rather than failed to be read, which was
  /// reported already.
  private static boolean isEmptyText(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.isNull() && scalar.text().isEmpty();
  }
}
