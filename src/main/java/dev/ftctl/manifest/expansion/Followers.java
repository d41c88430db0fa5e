package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Expands documents that refer to a fanned-out resource (schema settings) into one draft per
/// instance. What one document says of one instance lies over what another says of all.
final class Followers {

  /// How much of a fan-out a document speaks for.
  private enum Reach {
    ALL,
    ONE,
    INSIDE
  }

  private record Contribution(Reach reach, Draft draft) {}

  private final ExpansionContext reading;

  /// By their addresses without group.
  private final Map<Address, List<Draft>> owners = new HashMap<>();

  private final Set<String> described;
  private final Map<Address, List<Contribution>> contributions = new LinkedHashMap<>();

  /// @param owners drafts that may be referred to
  /// @param described every document as `connector/orders_db`, those with errors too
  Followers(ExpansionContext reading, List<Draft> owners, List<String> described) {
    this.reading = reading;
    for (Draft owner : owners) {
      this.owners
          .computeIfAbsent(owner.address().inGroup(""), document -> new ArrayList<>())
          .add(owner);
    }
    this.described = new HashSet<>(described);
  }

  /// The field that a document follows, if its kind has one.
  static Optional<Field> field(FieldTable table) {
    return table.all().stream()
        .filter(field -> field.shape() instanceof Shape.Ref ref && ref.isFannedOut())
        .findFirst();
  }

  /// @param inside what stood in its owner
  List<Draft> drafts(List<Document> documents, List<Draft> inside) {
    inside.forEach(draft -> add(Reach.INSIDE, draft));
    documents.forEach(this::expand);
    return contributions.values().stream().map(this::combined).toList();
  }

  private void expand(Document document) {
    var report = new Report(reading.problems(), document.subject());
    Field field =
        field(reading.fields(document.kind(), document.spec(), document.around())).orElseThrow();
    Optional<Node.Entry> entry = document.spec().entry(field.name());
    if (entry.isEmpty() && document.spec().isTorn()) {
      return;
    }
    if (entry.isEmpty()) {
      String fix = "add " + field.name() + ": NAME";
      report.error(
          document.specPlace(), "missing-field", "'" + field.name() + "' is missing in spec", fix);
      return;
    }
    Optional<String> name =
        new PlainReader(reading.lookup(), document.around(), report)
            .text(entry.get().value(), "'" + field.name() + "'");
    String slug = ((Shape.Ref) field.shape()).slug();
    name.ifPresent(
        text -> expand(document, field.name(), entry.get(), Address.of(slug, text), report));
  }

  private void expand(
      Document document, String field, Node.Entry entry, Address target, Report report) {
    SourceLocation place = entry.value().place();
    int at = target.name().lastIndexOf('@');
    if (at > 0 && at < target.name().length() - 1) {
      var one =
          Address.of(target.kind(), target.name().substring(0, at))
              .inGroup(target.name().substring(at + 1));
      add(Reach.ONE, draft(document, field, entry, one));
      return;
    }
    List<Address> instances =
        owners.getOrDefault(target, List.of()).stream()
            .filter(owner -> document.metadata().isAbsent() || !owner.metadata().isAbsent())
            .map(Draft::address)
            .toList();
    instances.forEach(instance -> add(Reach.ALL, draft(document, field, entry, instance)));
    if (instances.isEmpty()) {
      withoutInstances(target, place, report);
    }
  }

  private void withoutInstances(Address target, SourceLocation place, Report report) {
    if (owners.containsKey(target)) {
      report.error(
          place,
          "absent-reference",
          "the " + target.kind() + " '" + target.name() + "' is to be absent",
          "remove this document");
    } else if (reading.isWhole() && !described.contains(target.kind() + "/" + target.name())) {
      var names =
          described.stream()
              .filter(name -> name.startsWith(target.kind() + "/"))
              .map(name -> name.substring(target.kind().length() + 1));
      String hint = Near.hint(target.name(), names.toList());
      report.error(
          place,
          "undescribed-reference",
          "no manifest describes the " + target.kind() + " '" + target.name() + "'",
          hint.isEmpty() ? "for one that only the account has write SCHEMA@GROUP" : hint);
    }
  }

  private Draft draft(Document document, String field, Node.Entry entry, Address owner) {
    String label = owner.name() + (owner.instance().isEmpty() ? "" : "@" + owner.instance());
    var scalar = new Node.Scalar(PartReader.literal(label), false, entry.value().place());
    Node.Mapping spec =
        reading
            .keys(document, owner.instance())
            .in(document.spec())
            .with(field, new Node.Entry(entry.keyPlace(), scalar));
    return new Draft(
        owner.withKind(document.kind().slug()),
        document,
        document.metadata(),
        spec,
        Set.of(document.file()));
  }

  private void add(Reach reach, Draft draft) {
    List<Contribution> all =
        contributions.computeIfAbsent(draft.address(), address -> new ArrayList<>());
    for (Contribution other : all) {
      boolean isClash =
          other.reach == reach || other.reach == Reach.INSIDE || reach == Reach.INSIDE;
      if (isClash) {
        clash(draft, other.draft);
        return;
      }
    }
    all.add(new Contribution(reach, draft));
  }

  private void clash(Draft draft, Draft other) {
    String where = other.document().place().fileAndLine();
    new Report(reading.problems(), draft.document().subject())
        .error(
            draft.document().place(),
            "same-reach",
            "this " + draft.kind().name() + " speaks of the same instances as the one in " + where,
            "keep one of them");
  }

  private Draft combined(List<Contribution> several) {
    if (several.stream().noneMatch(one -> one.reach == Reach.INSIDE)) {
      reading
          .trail()
          .said(
              several.getFirst().draft.address(),
              several.stream()
                  .sorted(Comparator.comparing(Contribution::reach).reversed())
                  .map(one -> one.draft.document())
                  .toList());
    }
    Optional<Draft> common =
        several.stream().filter(one -> one.reach == Reach.ALL).map(Contribution::draft).findFirst();
    Optional<Draft> own =
        several.stream().filter(one -> one.reach != Reach.ALL).map(Contribution::draft).findFirst();
    if (common.isEmpty() || own.isEmpty()) {
      return own.or(() -> common).orElseThrow();
    }
    Draft below = common.get();
    Draft above = own.get();
    FieldTable table = reading.fields(above.kind(), above.spec(), reading.around(above));
    Metadata metadata =
        above
            .metadata()
            .marked(
                above.metadata().isAbsent(),
                above.metadata().isProtected() || below.metadata().isProtected());
    var files = new HashSet<>(above.files());
    files.addAll(below.files());
    return new Draft(
        above.address(),
        above.document(),
        metadata,
        reading.merging(reading.around(above)).over(below.spec(), above.spec(), table),
        files);
  }
}
