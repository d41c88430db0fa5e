package dev.ftctl.manifest.expansion;

import dev.ftctl.manifest.document.Document;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.HashSet;
import java.util.Set;

/// Remembers which `paused` no document says itself, but defaults, a template or an overlay say for
/// many. Such a `true` counts at creation only: what runs when it is adopted goes on running, and
/// only its own document pauses it. Such a `false` counts always, so that a creation which was
/// killed is finished. And which consents no document says itself: those are refused.
public final class LentPauses {

  /// A word of the language, whatever the kind.
  private static final String PAUSED = "paused";

  /// Another one: somebody accepts a licence.
  public static final String CONSENT = "accept_terms";

  private final Set<SourceLocation> places = new HashSet<>();

  /// @param layer a spec that is laid under or over that of a document
  void add(Node.Mapping layer) {
    layer.get(CONSENT).map(Node::place).ifPresent(places::add);
    layer.get(PAUSED).map(Node::place).ifPresent(places::add);
    if (layer.get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping overrides) {
      for (Node.Entry entry : overrides.entries().values()) {
        if (entry.value() instanceof Node.Mapping fields) {
          fields.get(PAUSED).map(Node::place).ifPresent(places::add);
        }
      }
    }
  }

  /// Whether the same are lent as in another reading.
  public boolean isSame(LentPauses other) {
    return places.equals(other.places);
  }

  /// Whether no document says it itself.
  public boolean isLent(Node said) {
    return places.contains(said.place());
  }

  /// The metadata of a resource, saying so.
  ///
  /// @param spec all layers in one
  public Metadata heeded(Metadata metadata, Value.Mapping spec) {
    return spec.get(PAUSED) instanceof Value.Bool paused
            && paused.flag()
            && places.contains(paused.origin().place())
        ? metadata.withInitial(PAUSED)
        : metadata;
  }
}
