package dev.ftctl.impact;

import dev.ftctl.impact.DbtManifest.Node;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What depends on what one change breaks, or all changes of a plan.
///
/// @param breaks what it breaks
/// @param isKnown whether a manifest of dbt was asked; else nobody knows what depends
/// @param sources the tables that dbt reads among what breaks, by id, with the name in the
///   warehouse
/// @param dependents everything that depends on those, sorted by name
/// @param notes of what could not be told exactly
public record Impact(
    List<Break> breaks,
    boolean isKnown,
    SequencedMap<String, String> sources,
    List<Dependent> dependents,
    List<String> notes) {

  /// Of what breaks nothing.
  public static final Impact NONE =
      new Impact(List.of(), true, new LinkedHashMap<>(), List.of(), List.of());

  /// What dbt calls a test.
  private static final List<String> TESTS = List.of("test", "unit_test");

  /// One thing that depends.
  ///
  /// @param id dbt's own
  /// @param type dbt's own: `model`, `test`, `exposure`, `snapshot`
  public record Dependent(String id, String type, String name, List<String> owners) {

    static Dependent of(Node node) {
      return new Dependent(node.id(), node.type(), node.name(), node.owners());
    }
  }

  public Impact {
    breaks = List.copyOf(breaks);
    dependents = List.copyOf(dependents);
    notes = List.copyOf(notes);
  }

  public boolean isOfNothing() {
    return breaks.isEmpty();
  }

  public List<Dependent> models() {
    return all(type -> type.equals("model"));
  }

  /// Unit tests are among them: they ask the warehouse for the columns that they make up.
  public List<Dependent> tests() {
    return all(TESTS::contains);
  }

  public List<Dependent> exposures() {
    return all(type -> type.equals("exposure"));
  }

  /// Snapshots, metrics and what else dbt knows.
  public List<Dependent> others() {
    return all(type -> !type.equals("model") && !type.equals("exposure") && !TESTS.contains(type));
  }

  private List<Dependent> all(Predicate<String> isMeant) {
    return dependents.stream().filter(one -> isMeant.test(one.type())).toList();
  }

  /// Of everything that depends.
  public SequencedSet<String> owners() {
    var owners = new TreeSet<String>();
    dependents.forEach(one -> owners.addAll(one.owners()));
    return owners;
  }

  /// The words of what happens, each once.
  public SequencedSet<String> effects() {
    var words = new LinkedHashSet<String>();
    breaks.forEach(one -> words.add(one.effect().word()));
    return words;
  }

  /// How many of each sort, by the names that reports and policies use.
  public SequencedMap<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("models", models().size());
    counts.put("tests", tests().size());
    counts.put("exposures", exposures().size());
    counts.put("owners", owners().size());
    counts.put("others", others().size());
    counts.put("sources", sources.size());
    return counts;
  }

  /// What policies may ask. What nobody knows is not there.
  public Value.Mapping facts() {
    Map<String, Value> facts = new LinkedHashMap<>();
    facts.put("effects", Value.items(effects().stream().map(Value::text).toList()));
    if (isKnown || breaks.isEmpty()) {
      counts().forEach((name, count) -> facts.put(name, Value.number(count)));
    }
    return Value.Mapping.of(facts);
  }

  /// Of several changes together; what depends on two of them counts once.
  static Impact together(List<Impact> all) {
    var breaks = new ArrayList<Break>();
    var sources = new TreeMap<String, String>();
    var dependents = new TreeMap<String, Dependent>();
    boolean isKnown = true;
    for (Impact one : all) {
      breaks.addAll(one.breaks);
      sources.putAll(one.sources);
      one.dependents.forEach(dependent -> dependents.put(dependent.id(), dependent));
      isKnown &= one.isKnown;
    }
    return new Impact(breaks, isKnown, sources, List.copyOf(dependents.values()), List.of());
  }
}
