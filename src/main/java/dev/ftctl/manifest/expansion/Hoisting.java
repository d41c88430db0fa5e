package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.MetadataPlaces;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes documents that stand inside others out of them.
final class Hoisting {

  private final ExpansionContext reading;
  private final List<Draft> parts = new ArrayList<>();

  Hoisting(ExpansionContext reading) {
    this.reading = reading;
  }

  /// The draft without the documents inside it, which are then among [#parts]. Parts of what is to
  /// be absent vanish with it; what it names is to be absent too.
  Draft withoutParts(Draft owner) {
    Draft rest = owner;
    FieldTable table = reading.fields(owner.kind(), owner.spec(), reading.around(owner));
    for (Field field : table.all()) {
      if (field.shape() instanceof Shape.Hoisted hoisted) {
        Optional<Node.Entry> entry = owner.spec().entry(field.name());
        rest = rest.withSpec(rest.spec().without(field.name()));
        boolean isNamed = isNamed(hoisted.slug());
        if (entry.isPresent() && (isNamed || !owner.metadata().isAbsent())) {
          take(owner, field.name(), hoisted.slug(), entry.get());
        }
        if (entry.isPresent() && isNamed) {
          rest = naming(rest, table, field.name(), hoisted.slug(), entry.get());
        }
      }
    }
    return rest;
  }

  List<Draft> parts() {
    return List.copyOf(parts);
  }

  private void take(Draft owner, String field, String slug, Node.Entry inside) {
    var report = new Report(reading.problems(), owner.document().subject());
    var spec =
        new PlainReader(reading.lookup(), reading.around(owner), report)
            .mapping(inside.value(), "'" + field + "'");
    var kind = reading.kinds().withSlug(slug);
    if (spec.isPresent() && kind.isPresent()) {
      KindDefinition definition = kind.get().definition();
      Address address = owner.address().withKind(slug);
      Optional<Field> back =
          Followers.field(reading.fields(definition, spec.get(), reading.around(owner)));
      Node.Mapping whole = spec.get();
      if (back.isPresent()) {
        whole
            .entry(back.get().name())
            .ifPresent(entry ->
                report.error(
                    entry.keyPlace(),
                    "contradiction",
                    "'" + back.get().name() + "' is known here",
                    "remove it"));
        whole =
            whole.with(back.get().name(), new Node.Entry(inside.keyPlace(), name(owner, inside)));
      }
      Metadata metadata =
          named(owner.metadata()).marked(owner.metadata().isAbsent() && isNamed(slug), false);
      var document =
          new Document(
              definition,
              metadata,
              whole,
              owner.document().each(),
              owner.document().file(),
              inside.keyPlace(),
              MetadataPlaces.at(inside.keyPlace()),
              inside.keyPlace());
      reading.trail().inside(address, owner.document(), field);
      parts.add(new Draft(address, document, metadata, whole, owner.files()));
    }
  }

  /// Whether documents inside are found by the one that they stand in, which names them.
  private boolean isNamed(String slug) {
    return reading
        .kinds()
        .withSlug(slug)
        .filter(kind -> kind.definition().belonging().isPresent())
        .isPresent();
  }

  /// The draft that names what stood in it, where its table says how.
  private Draft naming(
      Draft owner, FieldTable table, String field, String slug, Node.Entry inside) {
    var report = new Report(reading.problems(), owner.document().subject());
    for (Field nested : table.all()) {
      Optional<Field> reference =
          nested.shape() instanceof Shape.Nested(FieldTable inner)
              ? inner.all().stream()
                  .filter(one -> one.shape() instanceof Shape.Ref ref && ref.slug().equals(slug))
                  .findFirst()
              : Optional.empty();
      if (reference.isPresent()) {
        return naming(owner, nested.name(), reference.get(), inside, report);
      }
    }
    report.error(
        inside.keyPlace(),
        "unknown-field",
        "'" + field + "' is of no use in " + table.owner() + " of this service",
        "take it out: connections of service connector_sdk run code of one's own");
    return owner;
  }

  private Draft naming(
      Draft owner, String nested, Field reference, Node.Entry inside, Report report) {
    Node.Mapping config =
        owner.spec().get(nested).orElse(null) instanceof Node.Mapping mapping
            ? mapping
            : Node.Mapping.empty(inside.keyPlace());
    for (String name : List.of(reference.name(), reference.shortName())) {
      Optional<Node.Entry> named = config.entry(name);
      if (named.isPresent()) {
        report.error(
            named.get().keyPlace(),
            "contradiction",
            "'" + name + "' names another than the one that stands here",
            "remove one of them");
        return owner;
      }
    }
    Node.Mapping whole =
        config.with(reference.name(), new Node.Entry(inside.keyPlace(), name(owner, inside)));
    return owner.withSpec(owner.spec().with(nested, new Node.Entry(inside.keyPlace(), whole)));
  }

  private static Metadata named(Metadata owner) {
    return new Metadata(
        owner.name(),
        owner.labels(),
        false,
        false,
        false,
        List.of(),
        owner.rotation(),
        "",
        List.of(),
        false,
        owner.unchecked(),
        Duration.ZERO,
        owner.owners(),
        "",
        Duration.ZERO);
  }

  private static Node.Scalar name(Draft owner, Node.Entry inside) {
    String instance = owner.address().instance();
    String text = owner.address().name() + (instance.isEmpty() ? "" : "@" + instance);
    return new Node.Scalar(PartReader.literal(text), false, inside.keyPlace());
  }
}
