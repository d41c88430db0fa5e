package dev.ftctl.export.standing;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The documents that stand in files, brought to what the account has. One that has several
/// instances, or is made by `for_each` or a template, is left as it is and named, since what it
/// says is not of one object alone.
public final class Standing {

  private static final List<String> MADE = List.of("template", "overrides");

  private final Function<String, Optional<String>> texts;
  private final SequencedMap<String, Optional<EditedFile>> files = new LinkedHashMap<>();
  private final Map<SourceLocation, Integer> instances = new HashMap<>();
  private final SequencedMap<String, String> kept = new LinkedHashMap<>();

  /// @param texts of files, by the path that places name
  /// @param described every resource of the manifests
  public Standing(Function<String, Optional<String>> texts, List<Resource> described) {
    this.texts = texts;
    described.forEach(resource -> instances.merge(resource.place(), 1, Integer::sum));
  }

  /// An object with its document.
  ///
  /// @param minimal its spec as a new document would say it
  /// @param full its spec with everything that a document could say
  public record Pair(
      KindDefinition definition,
      Resource wanted,
      Live live,
      Value.Mapping minimal,
      Value.Mapping full) {}

  /// Brings one document to its object.
  ///
  /// @param added whether what the document does not say is added
  public void update(Pair pair, Ids ids, boolean added) {
    Resource wanted = pair.wanted();
    boolean isDifferent =
        pair.definition().compare(wanted, pair.live(), ids, Intent.PLAIN).hasChanges();
    String subject = wanted.address() + " (" + wanted.place().fileAndLine() + ")";
    if (isDifferent && pair.definition().ofFile().isPresent()) {
      kept.put(subject, "is another file in the account" + accepting(wanted));
      return;
    }
    Optional<EditedFile> file = file(wanted.place().file());
    Optional<Spot> spec = file.flatMap(it -> spec(it, wanted.place().line()));
    Optional<Spot> root = file.flatMap(it -> it.around(wanted.place().line()));
    boolean isOne = root.filter(it -> instances(wanted, it) == 1).isPresent();
    if (!isOne || spec.isEmpty() || isMade(root.get())) {
      if (isDifferent) {
        kept.put(
            subject,
            (isOne ? "is made by a pattern" : "is one of several instances") + accepting(wanted));
      }
      return;
    }
    var left = new ArrayList<String>();
    boolean isAdded = added && !wanted.metadata().isExisting();
    Value.Mapping minimal = without(isAdded ? pair.minimal() : Value.Mapping.EMPTY, wanted);
    FieldTable table = pair.definition().fields(wanted.spec());
    new Merge(file.get(), isDifferent, left, path -> file(beside(wanted.place().file(), path)), ids)
        .fields(
            table,
            spec.get(),
            new Merge.Sides(minimal, without(pair.full(), wanted)),
            wanted.spec(),
            "");
    if (!left.isEmpty()) {
      kept.put(subject, "can't take " + String.join(", ", left) + accepting(wanted));
    }
  }

  /// Where a value belongs that a template, an override or a row may say, drift knows.
  private static String accepting(Resource wanted) {
    return "; to write it where it belongs: ftctl drift --accept "
        + ShellWord.of(wanted.address().toString());
  }

  /// What is left to others after creation.
  private static Value.Mapping without(Value.Mapping spec, Resource wanted) {
    Value.Mapping rest = spec;
    for (String field : wanted.metadata().initial()) {
      rest = rest.without(field);
    }
    return rest;
  }

  /// The spec of the document whose `kind` stands in a line, or what stands inside another's.
  private static Optional<Spot> spec(EditedFile file, int line) {
    Optional<Spot> document = file.documentOf(line);
    return document.isPresent() ? document.flatMap(root -> root.get("spec")) : file.keyIn(line);
  }

  /// How many resources a document has; what stands inside it has as many.
  private int instances(Resource wanted, Spot root) {
    int line = root.get("kind").map(Spot::line).orElse(0);
    return instances.entrySet().stream()
        .filter(entry ->
            entry.getKey().file().equals(wanted.place().file()) && entry.getKey().line() == line)
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(1);
  }

  private static boolean isMade(Spot root) {
    return root.get("for_each").isPresent()
        || root.get("spec").stream()
            .anyMatch(spec -> MADE.stream().anyMatch(key -> spec.get(key).isPresent()));
  }

  private Optional<EditedFile> file(String path) {
    return files.computeIfAbsent(
        path, name -> texts.apply(name).flatMap(text -> EditedFile.of(name, text)));
  }

  private static String beside(String file, String path) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? path : file.substring(0, slash + 1) + path;
  }

  /// What could not be brought to the account, each with the reason.
  public SequencedMap<String, String> kept() {
    return kept;
  }

  /// The files that changed, by path.
  public SequencedMap<String, String> changed() {
    SequencedMap<String, String> changed = new LinkedHashMap<>();
    files.forEach((path, file) ->
        file.filter(EditedFile::isChanged)
            .ifPresent(edited ->
                edited
                    .result()
                    .filter(text -> !text.equals(edited.before()))
                    .ifPresentOrElse(
                        text -> changed.put(path, text),
                        () -> kept.put(path, "could not be changed"))));
    return changed;
  }
}
