package dev.ftctl.manifest.document;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.expression.DataFiles;
import dev.ftctl.manifest.expression.Each;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Substitution;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes documents of what files hold: templates apart, one document for each entry of a
/// `for_each`, none that belongs to another environment.
public final class Documents {

  private final ProjectFile project;
  private final DocumentReader envelopes;
  private final DataFiles data;
  private final CsvFiles csv;
  private final Problems problems;
  private final Templates templates = new Templates();
  private final Overlays overlays = new Overlays();
  private final List<Document> documents = new ArrayList<>();
  private final Set<Address> elsewhere = new HashSet<>();
  private boolean isPartial;

  public Documents(
      ProjectFile project, KindList kinds, DataFiles data, CsvFiles csv, Problems problems) {
    this.project = project;
    this.envelopes = new DocumentReader(kinds, project.lookup(), problems);
    this.data = data;
    this.csv = csv;
    this.problems = problems;
  }

  /// @param isBroken whether files could not be read to their ends
  /// @param beside documents that are known without their files
  public Written written(boolean isBroken, List<Document> beside) {
    if (!isPartial && !isBroken) {
      overlays.requireMatches(
          Stream.concat(documents.stream(), beside.stream()).toList(), problems);
    }
    return new Written(documents, templates, overlays, isPartial, elsewhere);
  }

  /// @param file canonical
  public void add(String file, Node root) {
    if (root instanceof Node.Mapping envelope && isTemplate(envelope)) {
      addTemplate(envelope);
    } else if (root instanceof Node.Mapping envelope && envelope.get(ForEach.KEY).isPresent()) {
      addMany(file, envelope);
    } else {
      addOne(file, root, Each.NOTHING);
    }
  }

  private static boolean isTemplate(Node.Mapping envelope) {
    return envelope.get("kind").orElse(envelope) instanceof Node.Scalar kind
        && kind.text().equals(Templates.KIND);
  }

  private void addOne(String file, Node root, Each each) {
    Optional<Document> document = envelopes.read(file, root, each);
    isPartial |= document.isEmpty();
    document.filter(this::isHere).ifPresent(documents::add);
  }

  /// Whether a document belongs to the environment of this run.
  private boolean isHere(Document document) {
    List<String> named = document.metadata().environments();
    List<String> known = project.project().environment().all();
    var report = new Report(problems, document.subject());
    for (String name : named) {
      if (!known.contains(name)) {
        String hint = Near.hint(name, known);
        report.error(
            document.namePlace(),
            "unknown-environment",
            "metadata names the environment '" + Types.excerpt(name) + "', which ftctl.yaml lacks",
            hint.isEmpty() ? "declare it under 'environments:'" : hint);
      }
    }
    String here = project.project().environment().name();
    boolean isHere = named.isEmpty() || here.isEmpty() || named.contains(here);
    if (!isHere) {
      elsewhere.add(Address.of(document.kind().slug(), document.metadata().name()));
    }
    return isHere;
  }

  private void addMany(String file, Node.Mapping envelope) {
    var report = new Report(problems, "");
    var plain = new PlainReader(project.lookup(), report);
    int before = problems.errors();
    Node.Entry entry = envelope.entry(ForEach.KEY).orElseThrow();
    Node written =
        new Substitution(project.lookup(), InstanceContext.NOTHING, data, report).of(entry.value());
    List<Each> entries = new ForEach(plain, csv, entry.keyPlace()).entries(written);
    isPartial |= problems.errors() > before;
    Node.Mapping one = envelope.without(ForEach.KEY);
    TooMany.check(documents.size() + entries.size(), entry.keyPlace());
    entries.forEach(each -> addOne(file, one, each));
  }

  private void addTemplate(Node.Mapping envelope) {
    var report = new Report(problems, "template");
    var plain = new PlainReader(project.lookup(), report);
    DocumentReader.checkEnvelope(envelope, plain);
    SourceLocation place = envelope.entry("kind").orElseThrow().keyPlace();
    Optional<String> name = name(envelope, plain, place, List.of("name"));
    Optional<Node.Mapping> spec =
        envelope.get("spec").flatMap(node -> plain.mapping(node, "'spec'"));
    if (name.isEmpty() || spec.isEmpty()) {
      isPartial = true;
      if (envelope.get("spec").isEmpty()) {
        report.error(place, "missing-field", "the template has no 'spec'", "write one");
      }
      return;
    }
    InstanceMarks.refuseInOverrides(spec.get(), "in a template", report);
    SourceLocation namePlace = MetadataPlaces.of(envelope, place).name();
    templates.add(new Templates.Template(name.get(), spec.get(), namePlace), report);
  }

  /// Reads a partial document of the environment.
  public void addOverlay(Node root) {
    var report = new Report(problems, "");
    if (!(root instanceof Node.Mapping envelope)) {
      report.error(root.place(), "envelope", "a document is a mapping, not " + root.what(), "");
      isPartial = true;
      return;
    }
    var plain = new PlainReader(project.lookup(), report);
    DocumentReader.checkEnvelope(envelope, plain);
    var kind = envelopes.kindOf(envelope);
    SourceLocation place =
        envelope.entry("kind").map(Node.Entry::keyPlace).orElse(envelope.place());
    Optional<String> name = name(envelope, plain, place, List.of("name", "labels"));
    Node.Mapping spec =
        envelope
            .get("spec")
            .flatMap(node -> plain.mapping(node, "'spec'"))
            .orElse(Node.Mapping.empty(place));
    InstanceMarks.refuseInOverrides(spec, "in an overlay", report);
    if (kind.isPresent() && name.isPresent()) {
      var labels =
          metadata(envelope)
              .get("labels")
              .map(node -> plain.textMap(node, "'labels'"))
              .orElse(java.util.Map.of());
      overlays.add(
          new Overlays.Overlay(
              kind.get().definition(),
              name.get(),
              labels,
              spec,
              MetadataPlaces.of(envelope, place).name()),
          report);
    }
  }

  private static Optional<String> name(
      Node.Mapping envelope, PlainReader plain, SourceLocation place, List<String> keys) {
    Node.Mapping metadata = metadata(envelope);
    InstanceMarks.refuse(metadata, "in a template or an overlay", plain.report());
    plain.checkKeys(
        metadata.without("absent").without("protect"), "metadata of what is merged", keys);
    String name = new MetadataReader(plain).name(metadata, place);
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private static Node.Mapping metadata(Node.Mapping envelope) {
    return envelope.get("metadata").orElse(null) instanceof Node.Mapping metadata
        ? metadata
        : Node.Mapping.empty(envelope.place());
  }
}
