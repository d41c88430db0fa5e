package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.TooMany;
import dev.ftctl.manifest.document.Written;
import dev.ftctl.manifest.expression.DataFiles;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// From documents to drafts: defaults under each, one draft per group, documents inside documents
/// taken out, and what follows a fanned-out resource expanded along with it.
public final class Expansion {

  private record Name(String kind, String name) {}

  private final ExpansionContext reading;
  private final Layers layers;
  private final List<Document> documents;
  private final Beside beside;

  /// @param defaults per kind name, a partial `spec`
  /// @param beside what is expanded already
  public Expansion(
      ExpansionContext reading,
      Map<String, Node.Mapping> defaults,
      Written written,
      DataFiles data,
      Beside beside) {
    this.reading = reading;
    this.beside = beside;
    this.layers = new Layers(reading, defaults, written, data);
    this.documents = written.documents();
  }

  public List<Draft> drafts() {
    var drafts = new ArrayList<Draft>();
    var followers = new ArrayList<Document>();
    var belonging = new ArrayList<Document>();
    var extent = new Extent();
    for (Document document : unique(documents)) {
      Document whole = layers.merged(document);
      extent.add(whole.spec(), whole.namePlace());
      FieldTable table = reading.fields(whole.kind(), whole.spec(), whole.around());
      if (!table.fanOut().isEmpty()) {
        drafts.addAll(fannedOut(whole, table));
        TooMany.check(drafts.size(), whole.namePlace());
      } else if (Followers.field(table).isPresent()) {
        followers.add(whole);
      } else if (whole.kind().belonging().isPresent()) {
        belonging.add(whole);
      } else {
        drafts.add(Draft.plain(whole, reading.keys(whole, "").in(whole.spec())));
      }
    }
    var hoisting = new Hoisting(reading);
    List<Draft> owners =
        drafts.stream().map(reading::withoutUnset).map(hoisting::withoutParts).toList();
    var all = new ArrayList<>(owners);
    var users = new NamingDrafts(reading, owners);
    belonging.forEach(document -> all.addAll(users.drafts(document)));
    all.addAll(
        new Followers(
                reading,
                joined(owners, beside.drafts()),
                names(joined(documents, beside.documents())))
            .drafts(followers, hoisting.parts()));
    return all.stream().map(reading::withoutUnset).toList();
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private List<Draft> fannedOut(Document document, FieldTable table) {
    if (document.metadata().name().contains("@")) {
      new Report(reading.problems(), document.subject())
          .error(
              document.namePlace(),
              "bad-name",
              "the name holds an '@', which parts name and group in addresses",
              "choose another");
      return List.of();
    }
    return new FanOut(reading, document, table).drafts();
  }

  private static List<String> names(List<Document> documents) {
    return documents.stream()
        .map(document -> document.kind().slug() + "/" + document.metadata().name())
        .toList();
  }

  /// The first document of each name; the others are errors.
  private List<Document> unique(List<Document> documents) {
    var byName = new LinkedHashMap<Name, Document>();
    for (Document document : documents) {
      Document earlier =
          byName.putIfAbsent(
              new Name(document.kind().slug(), document.metadata().name()), document);
      if (earlier != null) {
        SourceLocation first = earlier.namePlace();
        new Report(reading.problems(), document.subject())
            .error(
                document.namePlace(),
                "duplicate-name",
                "the name '"
                    + document.metadata().name()
                    + "' is taken by the "
                    + document.kind().name()
                    + " in "
                    + first.fileAndLine(),
                "rename or remove one of them");
      }
    }
    return List.copyOf(byName.values());
  }
}
