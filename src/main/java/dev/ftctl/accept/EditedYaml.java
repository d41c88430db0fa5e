package dev.ftctl.accept;

import dev.ftctl.accept.Way.Step;
import dev.ftctl.export.Spoken;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One YAML file with the edits that were asked for. What several of them add in one place is added
/// as one. Used once, by one thread.
final class EditedYaml {

  private static final String EXPRESSION = "${";

  private final EditedFile file;
  private final Pieces pieces;

  /// What is put where, by the node that stands there, so that two edits never make two things of
  /// one.
  private final IdentityHashMap<Object, Value> exchanged = new IdentityHashMap<>();

  /// What is added to mappings, in the order in which it was asked for.
  private final List<Added> added = new ArrayList<>();

  private final IdentityHashMap<Object, Added> addedTo = new IdentityHashMap<>();

  private record Added(Spot mapping, Map<String, Value> entries) {}

  private EditedYaml(EditedFile file) {
    this.file = file;
    this.pieces = new Pieces(file, (mapping, entry) -> addedTo(mapping).entries().putAll(entry));
  }

  static Optional<EditedYaml> of(String name, String text) {
    return EditedFile.of(name, text).map(EditedYaml::new);
  }

  boolean exchange(Edit.Exchange edit) {
    return at(edit.place()).filter(spot -> set(spot, edit.value(), edit.now())).isPresent();
  }

  boolean put(Edit.Put edit) {
    Optional<Spot> root =
        edit.place().isKnown() ? at(edit.place()) : file.documents().stream().findFirst();
    return root.filter(spot -> put(spot, edit, 0)).isPresent();
  }

  private Optional<Spot> at(SourceLocation place) {
    return file.at(place.line(), place.column());
  }

  private boolean put(Spot spot, Edit.Put edit, int depth) {
    List<Step> steps = edit.way().steps();
    if (depth == steps.size()) {
      return set(spot, edit.value(), edit.now());
    }
    boolean isNothing = spot.scalar().filter(EditedYaml::isNull).isPresent();
    if (isNothing && !edit.isThere()) {
      return set(spot, edit.way().around(depth, edit.value()), Value.ABSENT);
    }
    if (spot.isAlias() && depth < steps.size()) {
      return false;
    }
    Step step = steps.get(depth);
    Optional<Spot> next = next(spot, step);
    if (next.isPresent()) {
      return put(next.get(), edit, depth + 1);
    }
    return !edit.isThere() && add(spot, step, edit.way().around(depth, edit.value()));
  }

  private static boolean isNull(String text) {
    return text.isEmpty() || text.equals("null") || text.equals("~");
  }

  private static Optional<Spot> next(Spot spot, Step step) {
    return step.isItem()
        ? spot.items().stream().filter(item -> isItem(item, step)).findFirst()
        : spot.get(step.name())
            .or(() -> step.other().isEmpty() ? Optional.empty() : spot.get(step.other()));
  }

  private static boolean isItem(Spot item, Step step) {
    return step.keys().stream()
        .anyMatch(
            key -> item.get(key).flatMap(Spot::scalar).filter(step.name()::equals).isPresent());
  }

  private boolean add(Spot spot, Step step, Value around) {
    if (step.isItem()) {
      return spot.isSequence()
          && around instanceof Value.Items items
          && file.add(spot, items.items().getFirst());
    }
    if (!spot.isMapping() || spot.isShared()) {
      return false;
    }
    Value value = ((Value.Mapping) around).get(step.name());
    Map<String, Value> entries = addedTo(spot).entries();
    Value before = entries.get(step.name());
    Optional<Value> both = before == null ? Optional.of(value) : merged(before, value);
    both.ifPresent(whole -> entries.put(step.name(), whole));
    return both.isPresent();
  }

  private Added addedTo(Spot mapping) {
    return addedTo.computeIfAbsent(
        mapping.node(),
        node -> {
          var more = new Added(mapping, new LinkedHashMap<>());
          added.add(more);
          return more;
        });
  }

  /// Both, where they don't say different things of one.
  static Optional<Value> merged(Value one, Value other) {
    if (one.equals(other)) {
      return Optional.of(one);
    }
    if (one instanceof Value.Items left && other instanceof Value.Items right) {
      var all = new ArrayList<>(left.items());
      all.addAll(right.items());
      return Optional.of(Value.items(all));
    }
    if (!(one instanceof Value.Mapping left && other instanceof Value.Mapping right)) {
      return Optional.empty();
    }
    var all = new LinkedHashMap<>(left.entries());
    for (var entry : right.entries().entrySet()) {
      Value there = all.get(entry.getKey());
      Optional<Value> both =
          there == null ? Optional.of(entry.getValue()) : merged(there, entry.getValue());
      if (both.isEmpty()) {
        return Optional.empty();
      }
      all.put(entry.getKey(), both.get());
    }
    return Optional.of(Value.Mapping.of(all));
  }

  private boolean set(Spot spot, Value value, Value now) {
    Value earlier = exchanged.get(spot.node());
    if (earlier != null) {
      return earlier.equals(value);
    }
    boolean isSet =
        value instanceof Value.Items items && spot.isSequence() && isPlain(items, spot)
            ? list(spot, items, now)
            : !isExpression(spot)
                && (file.hasComments(spot) ? pieces.set(spot, value) : file.set(spot, value));
    if (isSet && !spot.isAlias()) {
      exchanged.put(spot.node(), value);
    }
    return isSet;
  }

  /// An expression is never taken out of a file.
  private static boolean isExpression(Spot spot) {
    return !spot.isAlias()
        && (spot.scalar().filter(text -> hasExpression(text)).isPresent()
            || spot.items().stream().anyMatch(EditedYaml::isExpression)
            || spot.keys().stream()
                .anyMatch(key -> hasExpression(key) || isExpression(spot.get(key).orElseThrow())));
  }

  static boolean hasExpression(String text) {
    return text.replace("$${", "").contains(EXPRESSION);
  }

  private static boolean isPlain(Value.Items items, Spot list) {
    return list.items().stream().allMatch(item -> item.scalar().isPresent())
        && items.items().stream()
            .noneMatch(item -> item instanceof Value.Mapping || item instanceof Value.Items);
  }

  /// A set, item by item. What an expression stands for is known by what the whole list came to.
  private boolean list(Spot list, Value.Items wanted, Value now) {
    List<Spot> there = list.items();
    List<Value> resolved = now instanceof Value.Items items ? items.items() : List.of();
    boolean isKnown = resolved.size() == there.size();
    List<String> names = wanted.items().stream().map(item -> Spoken.plain(item).asText()).toList();
    List<String> texts = new ArrayList<>();
    var gone = new ArrayList<Integer>();
    for (int i = 0; i < there.size(); i++) {
      String text = there.get(i).scalar().orElse("");
      boolean isExpression = hasExpression(text);
      if (isExpression && !isKnown) {
        return false;
      }
      texts.add(isExpression ? Spoken.plain(resolved.get(i)).asText() : text);
      if (!names.contains(texts.get(i))) {
        if (isExpression) {
          return false;
        }
        gone.add(i);
      }
    }
    List<Value> more =
        wanted.items().stream()
            .filter(item -> !texts.contains(Spoken.plain(item).asText()))
            .toList();
    return pieces.items(list, gone, more);
  }

  boolean take(Edit.Take edit) {
    Optional<Spot> here = at(edit.place());
    List<Step> steps = edit.way().steps();
    for (Step step : steps.subList(0, steps.size() - 1)) {
      here = here.filter(spot -> !spot.isAlias()).flatMap(spot -> next(spot, step));
    }
    Step last = steps.getLast();
    Optional<Spot> gone = here.flatMap(spot -> next(spot, last));
    if (here.isEmpty() || gone.isEmpty() || isExpression(gone.get())) {
      return false;
    }
    if (last.isItem()) {
      return file.drop(here.get(), here.get().items().indexOf(gone.get()));
    }
    String key = here.get().get(last.name()).isPresent() ? last.name() : last.other();
    return file.remove(here.get(), key);
  }

  boolean widen(Edit.Widen edit) {
    Optional<Spot> list = at(edit.place()).filter(Spot::isSequence);
    if (list.isEmpty()
        || isExpression(list.get())
        || !list.get().items().stream().allMatch(item -> item.scalar().isPresent())) {
      return false;
    }
    Value on = Value.Mapping.of(Map.of("enabled", Value.bool(true)));
    var names = new LinkedHashMap<String, Value>();
    list.get().items().forEach(item -> names.put(item.scalar().orElseThrow(), on));
    Value.Mapping said = (Value.Mapping) edit.way().around(0, edit.value());
    String name = edit.way().steps().getFirst().name();
    Value.Mapping more = said.mapping(name);
    var one = new HashMap<>(Map.of("enabled", Value.bool(true)));
    one.putAll(more.entries());
    names.put(name, Value.Mapping.of(one));
    return file.set(list.get(), Value.Mapping.of(names));
  }

  /// The text with all of it; empty where that would be no YAML.
  Optional<String> result() {
    for (Added more : added) {
      for (var entry : more.entries().entrySet()) {
        boolean isAdded =
            file.put(more.mapping(), entry.getKey(), entry.getValue(), after(more, entry));
        if (!isAdded) {
          return Optional.empty();
        }
      }
    }
    return file.result();
  }

  /// A scalar stands behind the last scalar, since what follows that is often long.
  private static Optional<String> after(Added more, Map.Entry<String, Value> entry) {
    boolean isLong = entry.getValue() instanceof Value.Mapping;
    return isLong
        ? Optional.empty()
        : more.mapping().keys().stream()
            .filter(key -> more.mapping().get(key).flatMap(Spot::scalar).isPresent())
            .reduce((one, next) -> next);
  }
}
