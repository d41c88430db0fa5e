package dev.ftctl.export.terraform;

import dev.ftctl.export.terraform.Instance.Condition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects that instances of resources tell of.
public final class Sketches {

  private final KindList kinds;
  private final Names names;
  private final Carried carried;
  private final Map<String, Sketch> all = new LinkedHashMap<>();

  private Sketches(KindList kinds, Names names, Carried carried) {
    this.kinds = kinds;
    this.names = names;
    this.carried = carried;
  }

  /// Objects come before what only adds to them.
  public static Sketches of(KindList kinds, List<Instance> managed, Names names) {
    var sketches = new Sketches(kinds, names, new Carried(managed));
    var ordered = new ArrayList<>(managed);
    ordered.sort(Comparator.comparing(instance -> ResourceType.of(instance.type())));
    ordered.forEach(sketches::carry);
    sketches.all.values().forEach(sketches::finish);
    return sketches;
  }

  /// What became of each instance.
  public Carried carried() {
    return carried;
  }

  /// Where an object's file was uploaded from, as the configuration names it; empty where the state
  /// doesn't tell.
  public String fileOf(String slug, String id) {
    return with(slug + "/" + id).map(sketch -> sketch.text(Packages.PATH)).orElse("");
  }

  Names names() {
    return names;
  }

  KindList kinds() {
    return kinds;
  }

  List<Sketch> all() {
    return List.copyOf(all.values());
  }

  Optional<Sketch> with(String key) {
    return Optional.ofNullable(all.get(key));
  }

  private void carry(Instance instance) {
    if (instance.condition() == Condition.DEPOSED) {
      carried.leave(
          instance,
          "is deposed: another object has taken its place, and Terraform is to destroy it. Let it"
              + " (terraform apply), then import again");
      return;
    }
    Optional<String> reason = ResourceType.of(instance.type()).carry(instance, this);
    reason.ifPresent(why -> carried.leave(instance, why));
    if (reason.isEmpty() && instance.condition() == Condition.TAINTED) {
      carried.note(instance, "is tainted: its creation was not finished, so look at it");
    }
  }

  /// An object of its own.
  Sketch object(String slug, String id) {
    Sketch sketch = all.computeIfAbsent(slug + "/" + id, key -> new Sketch(slug, id));
    sketch.isExisting = false;
    return sketch;
  }

  /// The object that a resource adds to: one of these files, or one that is only known by name.
  Optional<Sketch> owner(String slug, String id) {
    Sketch known = all.get(slug + "/" + id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Value.Mapping> fields = id.isEmpty() ? Optional.empty() : names.of(slug, id);
    if (fields.isEmpty()) {
      carried.misses(slug);
    }
    return fields
        .filter(named -> isNamed(slug, named))
        .map(named -> {
          var sketch = new Sketch(slug, id);
          sketch.isExisting = true;
          List.of("name", "email", "schema", "group_id", "service")
              .forEach(field -> sketch.take(field, named.get(field)));
          all.put(sketch.key(), sketch);
          return sketch;
        });
  }

  /// A connection whose group nobody can name is none either.
  private boolean isNamed(String slug, Value.Mapping fields) {
    return !slug.equals(Sketch.CONNECTOR) || isKnown("group", fields.text("group_id"));
  }

  /// Whether a document can name it.
  boolean isKnown(String slug, String id) {
    boolean isKnown = names.of(slug, id).isPresent();
    if (!isKnown) {
      carried.misses(slug);
    }
    return isKnown;
  }

  /// What a new connection is not told: Terraform creates it paused, and leaves that to others.
  private void finish(Sketch sketch) {
    if (sketch.slug().equals(Sketch.CONNECTOR)) {
      Packages.belongs(sketch, sketch.id(), this);
    }
    boolean isOpen = sketch.fields.getOrDefault("paused", Value.ABSENT).isBlank();
    if (sketch.slug().equals(Sketch.CONNECTOR) && !sketch.isExisting && isOpen) {
      sketch.fields.put("paused", Value.bool(true));
      sketch.initial.add("paused");
    }
  }
}
