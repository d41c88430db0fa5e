package dev.ftctl.manifest.outline;

import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.KeptSecrets;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.Templates;
import dev.ftctl.manifest.document.Written;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes the outlines of a reading's files, of those that depend on nothing but themselves, the
/// project file, what names mean, and the environment that secrets come from.
public final class OutlineMaker {

  private final KindList kinds;
  private final Map<String, Node.Mapping> defaults;
  private final Written written;
  private final Map<Address, List<String>> keys;
  private final Map<String, List<Document>> documents = new HashMap<>();
  private final Map<String, List<Bound>> bounds = new HashMap<>();
  private final Meanings meanings;
  private final boolean hasAbsent;

  /// @param defaults of the project file
  /// @param bounds of all files
  /// @param keys that resources are known by in the account
  public OutlineMaker(
      KindList kinds,
      Map<String, Node.Mapping> defaults,
      Written written,
      List<Bound> bounds,
      Map<Address, List<String>> keys) {
    this.kinds = kinds;
    this.defaults = defaults;
    this.written = written;
    this.keys = keys;
    written.documents().forEach(one -> at(documents, one.file()).add(one));
    bounds.forEach(
        bound -> bound.draft().files().forEach(file -> at(this.bounds, file).add(bound)));
    List<Draft> drafts = bounds.stream().map(Bound::draft).toList();
    this.meanings = new Meanings(drafts);
    this.hasAbsent = drafts.stream().anyMatch(draft -> draft.metadata().isAbsent());
  }

  private static <T> List<T> at(Map<String, List<T>> all, String file) {
    return all.computeIfAbsent(file, one -> new ArrayList<>());
  }

  /// A file that was looked into.
  ///
  /// @param path canonical
  /// @param shown the path as messages show it
  /// @param roots its trees
  public record Read(String path, String shown, String hash, List<Node> roots, List<String> lines) {

    public Read {
      roots = List.copyOf(roots);
    }
  }

  /// @param files that were looked into
  /// @param passed outlines of those that weren't, by canonical path
  /// @param found everything that was found of all of them, none of it an error
  public Map<String, FileOutline> outlines(
      List<Read> files, Map<String, FileOutline> passed, List<Problem> found) {
    Set<String> told =
        found.stream().map(problem -> problem.place().file()).collect(Collectors.toSet());
    var outlines = new TreeMap<>(passed);
    Set<String> elsewhere = new HashSet<>(told);
    files.forEach(file -> elsewhere.remove(file.shown()));
    // What is said of another place, such as the project file, may come from any document.
    if (!elsewhere.isEmpty()) {
      return Map.of();
    }
    files.stream()
        .filter(file -> !told.contains(file.shown()))
        .forEach(file -> outline(file).ifPresent(outline -> outlines.put(file.path(), outline)));
    return outlines;
  }

  private Optional<FileOutline> outline(Read file) {
    List<Document> all = documents.getOrDefault(file.path(), List.of());
    List<Bound> parts = bounds.getOrDefault(file.path(), List.of());
    Set<SourceLocation> places =
        parts.stream().map(bound -> bound.draft().document().place()).collect(Collectors.toSet());
    boolean isPlain =
        !all.isEmpty()
            && all.size() == file.roots().size()
            && all.stream().allMatch(one -> isPlain(one) && places.contains(one.place()))
            && parts.stream().allMatch(bound -> isPlain(bound, file.path()));
    if (!isPlain) {
      return Optional.empty();
    }
    var secrets = new TreeMap<SourceLocation, Node.Scalar>();
    parts.forEach(bound ->
        KeptSecrets.in(bound.resource().spec())
            .forEach(scalar -> secrets.put(scalar.place(), scalar)));
    List<FileOutline.Spot> spots =
        secrets.values().stream().flatMap(scalar -> spot(file, scalar).stream()).toList();
    return spots.size() == secrets.size() && isOwn(file.roots(), secrets.keySet())
        ? Optional.of(outline(file, all, parts, spots))
        : Optional.empty();
  }

  private FileOutline outline(
      Read file, List<Document> all, List<Bound> parts, List<FileOutline.Spot> spots) {
    var names = new TreeSet<String>();
    all.forEach(
        one -> names.add(Meanings.name(Address.of(one.kind().slug(), one.metadata().name()))));
    for (Bound bound : parts) {
      names.add(Meanings.name(bound.resource().address()));
      bound.links().forEach(link -> names.add(Meanings.name(link.target())));
    }
    return new FileOutline(
        file.hash(),
        all.stream().map(one -> new FileOutline.Named(one.kind().slug(), one.metadata())).toList(),
        parts.stream().map(this::part).toList(),
        spots,
        List.copyOf(names),
        meanings.of(names),
        parts.stream().mapToInt(bound -> bound.draft().spec().contents().values()).sum());
  }

  /// Whether nothing but its own file and literal defaults make a document.
  private boolean isPlain(Document document) {
    Node.Mapping below = defaults.get(document.kind().name());
    return document.each().isNothing()
        && document.metadata().environments().isEmpty()
        && document.spec().get(Templates.FIELD).isEmpty()
        && written.overlays().of(document).isEmpty()
        && (below == null || below.contents().isLiteral() && below.get(Templates.FIELD).isEmpty());
  }

  private boolean isPlain(Bound bound, String path) {
    Draft draft = bound.draft();
    return draft.files().equals(Set.of(path))
        && draft.document().each().isNothing()
        && !draft.metadata().isAbsent()
        && bound.unsettled().isEmpty()
        && !isOfFile(bound)
        && isSecret(bound)
        && !(hasAbsent && namesMany(draft))
        && group(bound.resource()).equals(group(stub(bound)));
  }

  /// Whether it holds a file, which may change while the manifest stays as it is, or names what
  /// does and follows it.
  private boolean isOfFile(Bound bound) {
    return bound.draft().kind().ofFile().isPresent()
        || bound.links().stream()
            .flatMap(link -> kinds.withSlug(link.target().kind()).stream())
            .anyMatch(kind -> kind.definition().belonging().isPresent());
  }

  /// Whether a kind has a field that passes over what is to be absent, without a trace.
  private static boolean namesMany(Draft draft) {
    return draft.kind().fields(Value.Mapping.EMPTY).all().stream()
        .anyMatch(field -> field.shape() instanceof Shape.RoleMap);
  }

  private Resource stub(Bound bound) {
    Resource resource = bound.resource();
    return new Resource(
        resource.address(), resource.metadata(), Stubs.spec(part(bound)), resource.place());
  }

  /// The group that a resource is in, as it is looked for beside others.
  private Optional<Address> group(Resource resource) {
    return References.of(resource, kinds.ofSlug(resource.address().kind()).definition()).stream()
        .filter(
            found -> !found.isMembership() && found.target().kind().equals(ExpansionContext.GROUP))
        .map(References.Found::target)
        .findFirst();
  }

  private FileOutline.Part part(Bound bound) {
    Resource resource = bound.resource();
    boolean isGroup = resource.address().kind().equals(ExpansionContext.GROUP);
    return new FileOutline.Part(
        resource.address(),
        bound.draft().document().metadata(),
        bound.draft().metadata(),
        resource.metadata(),
        resource.spec().get(ExpansionContext.GROUP) instanceof Value.Reference group
            ? group.target()
            : FileOutline.Part.NO_GROUP,
        isGroup ? resource.spec().text("name") : "",
        bound.links().stream()
            .map(link -> new FileOutline.Tie(link.target(), link.isPart()))
            .toList(),
        keys.getOrDefault(resource.address(), List.of()));
  }

  private static Optional<FileOutline.Spot> spot(Read file, Node.Scalar scalar) {
    SourceLocation place = scalar.place();
    if (!place.file().equals(file.shown())) {
      return Optional.empty();
    }
    var spot =
        new FileOutline.Spot(
            place.line(),
            place.column(),
            place.width(),
            scalar.isPlain() ? FileOutline.Spot.Sort.PLAIN : FileOutline.Spot.Sort.QUOTED);
    return Optional.of(spot)
        .filter(one -> one.isIn(file.lines()) && one.text(file.lines()).equals(scalar.text()));
  }

  /// Whether documents say everything themselves, but for secrets in their specs, each of which
  /// takes its text from the environment.
  private static boolean isOwn(List<Node> roots, Set<SourceLocation> secrets) {
    var open = new ArrayList<Node>();
    boolean isOwn = true;
    for (Node root : roots) {
      isOwn &=
          root instanceof Node.Mapping document && document.without("spec").contents().isLiteral();
      isOwn &= collect(root, open);
    }
    List<SourceLocation> places = open.stream().map(Node::place).toList();
    return isOwn
        && secrets.containsAll(places)
        // An alias may stand where no secret does.
        && Set.copyOf(places).size() == places.size();
  }

  /// Collects what is not literal.
  ///
  /// @return whether that are scalars of the environment, all of it
  private static boolean collect(Node node, List<Node> open) {
    if (node.contents().isLiteral()) {
      return true;
    }
    return switch (node) {
      case Node.Refused refused -> false;
      case Node.Scalar scalar -> open.add(scalar) && PartReader.isOfEnvironment(scalar);
      case Node.Sequence list -> list.items().stream().allMatch(item -> collect(item, open));
      case Node.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .allMatch(entry ->
                  !entry.getKey().contains("${") && collect(entry.getValue().value(), open));
    };
  }

  /// Whether whatever is not literal is a secret.
  private static boolean isSecret(Bound bound) {
    var open = new ArrayList<Node>();
    long secrets =
        KeptSecrets.in(bound.resource().spec()).stream()
            .filter(scalar -> !scalar.contents().isLiteral())
            .count();
    return collect(bound.draft().spec(), open) && open.size() == secrets;
  }
}
