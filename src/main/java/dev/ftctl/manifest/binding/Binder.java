package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.expansion.LentPauses;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Binds one draft to the table of its kind: checks every field and converts it to the type that
/// the table declares. What the kind takes in words of its own is in the API's afterwards.
final class Binder {

  private final ExpansionContext reading;
  private final Draft draft;
  private final InstanceContext around;
  private final Report report;
  private final List<Link> links = new ArrayList<>();

  Binder(ExpansionContext reading, Draft draft) {
    this.reading = reading;
    this.draft = draft;
    this.around = reading.around(draft);
    this.report = new Report(reading.problems(), draft.document().subject());
  }

  Bound bind(Instances instances) {
    FieldTable table = table();
    int before = reading.problems().errors();
    var scalars = new ScalarBinder(reading, around, report);
    var shapes =
        new ShapeBinder(
            scalars, new ReferenceBinder(scalars, targets(instances), report, links), report);
    var fields = new TableBinder(shapes, reading.redaction(), report, draft.metadata().isAbsent());
    Value.Mapping bound = fields.bind(table, named(table), draft.document().specPlace());
    Value.Mapping spec = new NamedFile(reading.lookup().files(), report).in(bound, draft);
    Metadata metadata = reading.pauses().heeded(draft.metadata(), spec);
    var resource = new Resource(draft.address(), metadata, spec, draft.document().place());
    if (reading.problems().errors() == before && !isTorn(draft.spec())) {
      draft.kind().check(resource).forEach(report::add);
      refuseSetup(resource);
      refuseFreshness(resource);
      refuseLentConsent();
    }
    return new Bound(translated(resource), links, draft, unsettled(table, spec));
  }

  private ReferenceTargets targets(Instances instances) {
    return new ReferenceTargets(
        instances,
        report,
        reading.isWhole(),
        () -> new Home(reading, instances).group(draft).or(this::own));
  }

  /// The group of an instance.
  private Optional<String> own() {
    return Optional.of(draft.address().instance()).filter(group -> !group.isEmpty());
  }

  /// Whether the kind would miss what was refused.
  private static boolean isTorn(Node node) {
    if (node.contents().isLiteral()) {
      return false;
    }
    return switch (node) {
      case Node.Refused refused -> true;
      case Node.Scalar scalar -> false;
      case Node.Sequence list -> list.items().stream().anyMatch(Binder::isTorn);
      case Node.Mapping mapping ->
          mapping.entries().values().stream().anyMatch(entry -> isTorn(entry.value()));
    };
  }

  /// Tells at once of unknown names that nobody can be asked about.
  private List<UnknownName> unsettled(FieldTable table, Value.Mapping spec) {
    var unsettled = new ArrayList<UnknownName>();
    for (UnknownName name :
        new NameCheck(draft.kind(), draft.metadata())
            .unknown(table, spec, report, draft.document().namePlace())) {
      boolean isAsked =
          name.sort() != UnknownName.Sort.DROPPED
              && draft.kind().typed().filter(typed -> typed.tellsOf(name.path())).isPresent();
      if (isAsked) {
        unsettled.add(name);
      } else {
        report.add(name.offline(""));
      }
    }
    return unsettled;
  }

  private Resource translated(Resource written) {
    return draft
        .kind()
        .ownWords()
        .map(words -> words.translated(written))
        .map(spec -> new Resource(written.address(), written.metadata(), spec, written.place()))
        .orElse(written);
  }

  private void refuseSetup(Resource resource) {
    if (resource.metadata().isSetUpByHand() && !draft.kind().isSetUp()) {
      report.error(
          draft.document().place(),
          "contradiction",
          "says `setup: by-hand`, and a " + draft.kind().name() + " needs no setup",
          "take `setup` out");
    }
  }

  /// Who agrees to something writes it where he reads what it is about: no default, template,
  /// overlay or reference says it for him.
  private void refuseLentConsent() {
    String field = LentPauses.CONSENT;
    draft
        .spec()
        .entry(field)
        .filter(entry -> !isWritten(entry.value()))
        .ifPresent(entry ->
            report.error(
                entry.keyPlace(),
                "consent-elsewhere",
                "`"
                    + field
                    + "` is not written in the document itself, as true or false, and it says that"
                    + " somebody agrees to something",
                "write " + field + ": true in the spec of the document"));
  }

  private boolean isWritten(Node said) {
    return said instanceof Node.Scalar scalar
        && scalar.isPlain()
        && scalar.contents().isLiteral()
        && !reading.pauses().isLent(said)
        && said.place().file().equals(draft.document().place().file());
  }

  private void refuseFreshness(Resource resource) {
    if (resource.metadata().freshness().isPositive() && !draft.kind().bringsData()) {
      report.error(
          draft.document().places().of("freshness"),
          "contradiction",
          "says `freshness`, and a " + draft.kind().name() + " brings no data",
          "take `freshness` out");
    }
  }

  /// The spec, with the document's name in the field that defaults to it where it has to be said.
  private Node.Mapping named(FieldTable table) {
    String field = draft.kind().namedBy();
    boolean isAsked = table.field(field).filter(it -> it.is(Trait.REQUIRED)).isPresent();
    if (!isAsked || draft.spec().entry(field).isPresent()) {
      return draft.spec();
    }
    SourceLocation place = draft.document().namePlace();
    var name = new Node.Scalar(PartReader.literal(draft.metadata().name()), false, place);
    return draft.spec().with(field, new Node.Entry(place, name));
  }

  /// The kind's table, with the pinned id that every kind takes, and the group of an instance.
  private FieldTable table() {
    FieldTable table = reading.fields(draft.kind(), draft.spec(), around);
    var fields = new LinkedHashMap<>(table.fields());
    fields.put("id", Field.text("id").local());
    if (!table.fanOut().isEmpty()) {
      fields.remove(table.fanOut());
      fields.remove(Document.OVERRIDES);
      fields.putIfAbsent(
          ExpansionContext.GROUP,
          Field.ref(ExpansionContext.GROUP, "group_id", ExpansionContext.GROUP)
              .identity()
              .immutable());
    }
    return new FieldTable(fields, table.fanOut(), table.isOpen(), table.dropped(), table.owner());
  }
}
