package dev.ftctl.manifest.outline;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.Link;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.MetadataPlaces;
import dev.ftctl.manifest.expansion.Beside;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.Each;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the outlines of files stand for in a reading: documents, drafts and resources of which only
/// names, metadata and references are there.
public final class Stubs {

  private final List<Document> documents = new ArrayList<>();
  private final List<Bound> bounds = new ArrayList<>();
  private final Map<Address, List<String>> keys = new HashMap<>();
  private final KindList kinds;

  /// @param outlines by canonical path
  /// @param shown the path as messages show it
  public Stubs(Map<String, FileOutline> outlines, KindList kinds, UnaryOperator<String> shown) {
    this.kinds = kinds;
    outlines.forEach((path, outline) -> add(path, outline, shown.apply(path)));
  }

  private void add(String path, FileOutline outline, String shown) {
    SourceLocation place = SourceLocation.of(shown, 1, 1);
    outline
        .documents()
        .forEach(one -> documents.add(document(one.kind(), one.metadata(), path, place)));
    outline.parts().forEach(part -> bounds.add(bound(part, path, place)));
    outline.parts().forEach(part -> keys.put(part.address(), part.keys()));
  }

  private Document document(String slug, Metadata metadata, String path, SourceLocation place) {
    return new Document(
        kinds.ofSlug(slug).definition(),
        metadata,
        Node.Mapping.empty(place),
        Each.NOTHING,
        path,
        place,
        MetadataPlaces.at(place),
        place);
  }

  private Bound bound(FileOutline.Part part, String path, SourceLocation place) {
    Document document = document(part.address().kind(), part.document(), path, place);
    var draft = new Draft(part.address(), document, part.drafted(), document.spec(), Set.of(path));
    List<Link> links =
        part.links().stream().map(tie -> new Link(tie.target(), place, tie.isOwner())).toList();
    return new Bound(
        new Resource(part.address(), part.metadata(), spec(part), place), links, draft, List.of());
  }

  static Value.Mapping spec(FileOutline.Part part) {
    Value.Mapping spec = Value.Mapping.EMPTY;
    if (!part.group().equals(FileOutline.Part.NO_GROUP)) {
      spec = spec.with(ExpansionContext.GROUP, new Value.Reference(part.group(), Origin.LIVE));
    }
    return part.called().isEmpty()
        ? spec
        : spec.with("name", new Value.Text(part.called(), Origin.LIVE));
  }

  /// For who expands documents beside them.
  public Beside beside() {
    return new Beside(documents, bounds.stream().map(Bound::draft).toList());
  }

  public List<Bound> bounds() {
    return List.copyOf(bounds);
  }

  /// What they are known by in the account.
  public Map<Address, List<String>> keys() {
    return Map.copyOf(keys);
  }
}
