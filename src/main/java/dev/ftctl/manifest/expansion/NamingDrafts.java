package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The drafts that may name what belongs to them. A document of such a thing has one draft for each
/// draft that names it, and one alone where none does.
record NamingDrafts(ExpansionContext reading, List<Draft> owners) {

  List<Draft> drafts(Document document) {
    Belonging facet = document.kind().belonging().orElseThrow();
    var users = new ArrayList<Draft>();
    for (Draft owner : owners) {
      if (owner.address().kind().equals(facet.user())
          && names(owner, document.kind().slug(), document.metadata().name())) {
        users.add(owner);
      }
    }
    refuseSecond(document, users);
    if (users.isEmpty()) {
      return List.of(Draft.plain(document, reading.keys(document, "").in(document.spec())));
    }
    var staying = new TreeSet<String>();
    users.stream()
        .filter(user -> !user.metadata().isAbsent())
        .forEach(user -> staying.add(user.address().instance()));
    return users.stream()
        .map(user -> user.address().instance())
        .distinct()
        .map(group -> draft(document, group, !staying.isEmpty() && !staying.contains(group)))
        .toList();
  }

  /// @param isLeft whether what names it goes from this group and stays in others: it goes along,
  ///   since nobody could tell afterwards whose it was
  private Draft draft(Document document, String group, boolean isLeft) {
    Draft plain = Draft.plain(document, reading.keys(document, group).in(document.spec()));
    Metadata metadata = plain.metadata();
    return new Draft(
        plain.address().inGroup(group),
        document,
        isLeft && !metadata.isExisting() ? metadata.marked(true, metadata.isProtected()) : metadata,
        plain.spec(),
        plain.files());
  }

  /// One that several documents name has no one place among them.
  private void refuseSecond(Document document, List<Draft> users) {
    var names = new TreeSet<Address>();
    users.forEach(user -> names.add(user.address().inGroup("")));
    boolean isTogether =
        users.stream().map(user -> user.metadata().environments()).allMatch(List::isEmpty);
    if (names.size() > 1 && isTogether) {
      new Report(reading.problems(), document.subject())
          .error(
              document.namePlace(),
              "named-twice",
              "is named by "
                  + String.join(" and by ", names.stream().map(Address::toString).toList())
                  + ", and can belong to one only",
              "write a second document of the same file for the other");
    }
  }

  private boolean names(Draft owner, String slug, String name) {
    FieldTable table = reading.fields(owner.kind(), owner.spec(), reading.around(owner));
    return name(owner, table, owner.spec(), slug)
        .map(text -> text.equals(name) || text.equals(name + "@" + owner.address().instance()))
        .orElse(false);
  }

  private Optional<String> name(Draft owner, FieldTable table, Node.Mapping spec, String slug) {
    for (var entry : spec.entries().entrySet()) {
      Optional<Field> field = table.meant(entry.getKey());
      Node value = entry.getValue().value();
      if (field.isPresent() && field.get().shape() instanceof Shape.Ref ref) {
        if (ref.slug().equals(slug)) {
          return new PlainReader(reading.lookup(), reading.around(owner), Report.muted())
              .text(value, "");
        }
      } else if (field.isPresent()
          && field.get().shape() instanceof Shape.Nested nested
          && value instanceof Node.Mapping inside) {
        Optional<String> found = name(owner, nested.table(), inside, slug);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
