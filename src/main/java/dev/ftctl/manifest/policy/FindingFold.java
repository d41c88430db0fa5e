package dev.ftctl.manifest.policy;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Collects findings; what the instances of a fan-out have in common is told once. Used by one
/// thread.
final class FindingFold {

  private record Key(CompiledPolicy policy, SourceLocation place, Address document, String text) {}

  /// In place of a document: the finding is about the policy.
  private static final Address ANY = Address.of("", "");

  private record Found(String fix, SequencedSet<Address> addresses) {}

  private final Map<Key, Found> found = new LinkedHashMap<>();

  /// @param label what of the resource it is about; may be empty
  void add(
      CompiledPolicy policy, Verdict verdict, SourceLocation place, Address address, String label) {
    String what = label.isEmpty() ? "" : label + ": ";
    switch (verdict) {
      case Verdict.Said said -> {
        if (!said.holds()) {
          add(policy, place, address, what + policy.policy().message());
        }
      }
      case Verdict.Undecided undecided ->
          // The same for every resource that it is so for: it is the policy that has to be mended.
          undecided(policy, undecided, address);
    }
  }

  private void undecided(CompiledPolicy policy, Verdict.Undecided undecided, Address address) {
    String text = "can't be decided: " + undecided.why();
    collect(new Key(policy, policy.policy().place(), ANY, text), undecided.fix(), address);
  }

  private void add(CompiledPolicy policy, SourceLocation place, Address address, String text) {
    // What stands in no file has nothing but its address to be told apart by.
    Address document = place.isKnown() ? address.inGroup("") : address;
    String origin = " (policy " + policy.policy().name() + ")";
    collect(new Key(policy, place, document, text + origin), "", address);
  }

  private void collect(Key key, String fix, Address address) {
    found
        .computeIfAbsent(key, first -> new Found(fix, new LinkedHashSet<>()))
        .addresses()
        .add(address);
  }

  /// Sorted by place.
  List<Problem> problems() {
    return found.entrySet().stream()
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  private static Problem problem(Key key, Found found) {
    Policy policy = key.policy().policy();
    return new Problem(
        policy.severity(),
        key.place(),
        policy.ruleId(),
        subject(key, found),
        key.text(),
        found.fix());
  }

  private static String subject(Key key, Found found) {
    String first = found.addresses().getFirst().toString();
    int others = found.addresses().size() - 1;
    if (key.document().equals(ANY)) {
      String more = others == 0 ? "" : " and " + others + " more";
      return "policy " + key.policy().policy().name() + ": " + first + more;
    }
    return others == 0 ? first : key.document() + "@* (" + (others + 1) + " instances)";
  }
}
