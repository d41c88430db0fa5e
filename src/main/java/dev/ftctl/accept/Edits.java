package dev.ftctl.accept;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes edits of files: always of the files as they were read, all at once.
final class Edits {

  /// What came of it.
  ///
  /// @param texts of the files that changed, by path
  /// @param refused what their files could not take
  record Made(SequencedMap<String, String> texts, Set<Edit> refused) {}

  private static final Pattern COMMENT = Pattern.compile("(?:^|[\\s])(#[^\\r\\n]*)");

  private final Trial trial;
  private final SequencedMap<String, String> texts = new LinkedHashMap<>();
  private final Set<Edit> refused = new HashSet<>();

  private Edits(Trial trial) {
    this.trial = trial;
  }

  static Made of(Collection<Edit> all, Trial trial) {
    var edits = new Edits(trial);
    var byFile = new LinkedHashMap<String, Set<Edit>>();
    all.forEach(
        edit -> byFile.computeIfAbsent(edit.file(), file -> new LinkedHashSet<>()).add(edit));
    byFile.forEach(edits::file);
    return new Made(edits.texts, edits.refused);
  }

  private void file(String file, Set<Edit> all) {
    Optional<String> text = trial.text(file);
    if (text.isEmpty() && trial.isTaken(file)) {
      refused.addAll(all);
      return;
    }
    String before = text.orElse("");
    boolean isCsv = all.stream().anyMatch(Edit.Cell.class::isInstance);
    Optional<String> after = isCsv ? cells(before, all) : yaml(file, before, all);
    if (after.isEmpty() || !keeps(before, after.get())) {
      refused.addAll(all);
    } else if (!after.get().equals(before)) {
      texts.put(file, after.get());
    }
  }

  private Optional<String> cells(String before, Set<Edit> all) {
    var csv = new CsvText(before);
    for (Edit edit : all) {
      boolean isMade =
          edit instanceof Edit.Cell cell
              && csv.set(cell.place().line(), cell.place().column(), cell.text());
      if (!isMade) {
        refused.add(edit);
      }
    }
    return Optional.of(csv.result());
  }

  private Optional<String> yaml(String file, String before, Set<Edit> all) {
    Optional<EditedYaml> yaml =
        before.isBlank() ? Optional.empty() : EditedYaml.of(trial.shown(file), before);
    Map<Value, Value.Mapping> documents = new LinkedHashMap<>();
    for (Edit edit : all) {
      boolean isMade =
          switch (edit) {
            case Edit.Exchange exchange -> yaml.filter(text -> text.exchange(exchange)).isPresent();
            case Edit.Put put -> yaml.filter(text -> text.put(put)).isPresent();
            case Edit.Take take -> yaml.filter(text -> text.take(take)).isPresent();
            case Edit.Widen widen -> yaml.filter(text -> text.widen(widen)).isPresent();
            case Edit.Document document -> add(document, documents);
            case Edit.Cell cell -> false;
          };
      if (!isMade) {
        refused.add(edit);
      }
    }
    Optional<String> after = yaml.isPresent() ? yaml.get().result() : Optional.of(before);
    return after.map(text -> with(text, documents));
  }

  private static boolean add(Edit.Document document, Map<Value, Value.Mapping> documents) {
    Value.Mapping before = documents.getOrDefault(document.head(), Value.Mapping.EMPTY);
    Optional<Value> both = EditedYaml.merged(before, document.spec());
    both.ifPresent(spec -> documents.put(document.head(), (Value.Mapping) spec));
    return both.isPresent();
  }

  private static String with(String text, Map<Value, Value.Mapping> documents) {
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    var whole = new StringBuilder(text);
    documents.forEach((head, spec) -> {
      if (!whole.isEmpty()) {
        if (whole.charAt(whole.length() - 1) != '\n') {
          whole.append(lineEnd);
        }
        whole.append("---").append(lineEnd);
      }
      Value.Mapping document = ((Value.Mapping) head).with("spec", spec);
      whole.append(ManifestText.of(document).replace("\n", lineEnd));
    });
    return whole.toString();
  }

  /// Whether every comment and every expression is still there.
  private static boolean keeps(String before, String after) {
    return count(after, "${") >= count(before, "${") && isWithin(comments(before), comments(after));
  }

  private static boolean isWithin(Map<String, Integer> some, Map<String, Integer> all) {
    return some.entrySet().stream()
        .allMatch(entry -> all.getOrDefault(entry.getKey(), 0) >= entry.getValue());
  }

  private static Map<String, Integer> comments(String text) {
    var comments = new HashMap<String, Integer>();
    COMMENT
        .matcher(text)
        .results()
        .forEach(found -> comments.merge(found.group(1).stripTrailing(), 1, Integer::sum));
    return comments;
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
