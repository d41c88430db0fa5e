package dev.ftctl.export.terraform;

import dev.ftctl.export.Document;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.AccountDocuments.Written;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Live;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The documents of a state's objects with what an account does not tell.
public final class StateDocuments {

  private StateDocuments() {}

  /// Without those that are described already, which stay as they are. Instances of what no
  /// document can mean are left.
  ///
  /// @param unplaced objects whose files have no place, by kind and id, with the reason
  public static AccountDocuments.Result finished(
      AccountDocuments.Result result, Sketches sketches, Map<String, String> unplaced) {
    unplaced.forEach((key, why) ->
        sketches.with(key).ifPresent(sketch -> leave(sketch, sketches.carried(), why)));
    leaveOthers(result, sketches);
    List<Written> fresh =
        result.all().stream()
            .filter(written -> written.found().wanted().isEmpty())
            .map(written -> finished(written, sketches))
            .toList();
    return new AccountDocuments.Result(fresh, result.variables(), sketches.carried().left());
  }

  private static void leaveOthers(AccountDocuments.Result result, Sketches sketches) {
    Set<String> written =
        result.all().stream()
            .map(one -> one.found().live().kind() + "/" + one.found().live().id())
            .collect(Collectors.toSet());
    sketches.all().stream()
        .filter(sketch -> !sketch.slug().equals(Sketch.SETTINGS))
        .filter(sketch -> sketches.kinds().ofSlug(sketch.slug()).definition().ofFile().isEmpty())
        .filter(sketch -> !written.contains(sketch.key()))
        .forEach(sketch ->
            leave(sketch, sketches.carried(), "is one of several objects of the same name"));
  }

  private static void leave(Sketch sketch, Carried carried, String why) {
    carried.instances().stream()
        .filter(instance -> !carried.isLeft(instance))
        .filter(instance -> sketch.key().endsWith("/" + instance.first("id")))
        .forEach(instance -> carried.leave(instance, why));
  }

  /// What is described already, each with its place.
  public static List<String> described(AccountDocuments.Result result) {
    return result.all().stream()
        .map(Written::found)
        .flatMap(found -> found.wanted().stream())
        .map(resource -> resource.address() + " (" + resource.place().fileAndLine() + ")")
        .toList();
  }

  private static Written finished(Written written, Sketches sketches) {
    Found found = written.found();
    Live live = found.live();
    Optional<Sketch> sketch = sketches.with(live.kind() + "/" + live.id());
    return sketch
        .map(it ->
            new Written(document(written.document(), it, sketches.kinds()), found, written.full()))
        .orElse(written);
  }

  private static Document document(Document document, Sketch sketch, KindList kinds) {
    Map<String, Value> metadata = new LinkedHashMap<>(document.metadata().entries());
    if (sketch.isExisting) {
      metadata.put("existing", Value.bool(true));
    }
    Map<String, Value> spec = new LinkedHashMap<>(document.spec().entries());
    sketch.local.forEach((name, value) -> {
      if (!name.startsWith("~")) {
        spec.put(name, value);
      }
    });
    FieldTable table =
        kinds.ofSlug(sketch.slug()).definition().fields(Value.Mapping.of(sketch.fields));
    List<Value> initial =
        sketch.initial.stream().filter(spec::containsKey).sorted().map(Value::text).toList();
    if (!initial.isEmpty()) {
      metadata.put("initial", Value.items(initial));
    }
    return document
        .withSpec(Value.Mapping.of(ordered(table, spec)))
        .withMetadata(Value.Mapping.of(metadata));
  }

  private static Map<String, Value> ordered(FieldTable table, Map<String, Value> spec) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (Field field : table.all()) {
      for (String name : List.of(field.name(), field.shortName(), table.fanOut())) {
        boolean isFanOut = name.equals(table.fanOut());
        Value value = spec.get(name);
        if (value != null && (!isFanOut || field.apiName().equals("group_id"))) {
          ordered.put(name, value);
        }
      }
    }
    spec.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
