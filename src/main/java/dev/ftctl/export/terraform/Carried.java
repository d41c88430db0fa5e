package dev.ftctl.export.terraform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// What became of the instances of a state.
public final class Carried {

  private final List<Instance> instances;
  private final IdentityHashMap<Instance, String> left = new IdentityHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();

  Carried(List<Instance> instances) {
    this.instances = List.copyOf(instances);
  }

  /// Every instance of a resource of the provider.
  public List<Instance> instances() {
    return instances;
  }

  public boolean isLeft(Instance instance) {
    return left.containsKey(instance);
  }

  /// What is in no document, by address, each with the reason.
  public SequencedMap<String, String> left() {
    SequencedMap<String, String> reasons = new LinkedHashMap<>();
    instances.stream()
        .filter(left::containsKey)
        .forEach(instance -> reasons.put(instance.address(), left.getOrDefault(instance, "")));
    return reasons;
  }

  /// Parts of what is carried that no document says.
  public List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  /// Kinds of objects of which an id is known and no name.
  public Set<String> missing() {
    return Collections.unmodifiableSet(missing);
  }

  void leave(Instance instance, String reason) {
    left.put(instance, reason);
  }

  void note(Instance instance, String what) {
    notes.add(instance.address() + ": " + what);
  }

  void misses(String slug) {
    missing.add(slug);
  }
}
