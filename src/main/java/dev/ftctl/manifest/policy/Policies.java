package dev.ftctl.manifest.policy;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The policies of a project, ready to judge. Pure: reads nothing.
public final class Policies {

  public static final Policies NONE = new Policies(List.of());

  private final List<CompiledPolicy> policies;

  Policies(List<CompiledPolicy> policies) {
    this.policies = List.copyOf(policies);
  }

  public boolean isEmpty() {
    return policies.isEmpty();
  }

  /// Everything that resources, elements of schema settings and changes have against them.
  ///
  /// A resource that is `absent` is judged by its deletion only.
  ///
  /// @param resources all of the project
  /// @param live the fields of live objects, as far as they are known
  /// @param changes of a plan, none offline
  /// @param impact what depends on the change of a resource, as far as somebody knows
  /// @param now for rules about time
  public List<Problem> judge(
      List<Resource> resources,
      Map<Address, Value.Mapping> live,
      List<Change> changes,
      Function<Address, Value.Mapping> impact,
      KindList kinds,
      Instant now) {
    if (policies.isEmpty()) {
      return List.of();
    }
    var facts = new PolicyFacts(resources, kinds);
    var findings = new FindingFold();
    for (Resource resource : resources) {
      if (!resource.metadata().isAbsent()) {
        resource(resource, facts, findings, now);
        Value.Mapping known = live.getOrDefault(resource.address(), Value.Mapping.EMPTY);
        elements(resource, known, facts, kinds, findings, now);
      }
    }
    for (Change change : changes) {
      if (change.action() != Action.NONE) {
        on(Subject.CHANGE)
            .forEach(policy -> {
              Verdict verdict =
                  policy.judge(
                      facts.of(change).with("impact", impact.apply(change.address())), now);
              findings.add(
                  policy, verdict, change.place(), change.address(), change.action().word());
            });
      }
    }
    return findings.problems();
  }

  private void resource(Resource resource, PolicyFacts facts, FindingFold findings, Instant now) {
    List<CompiledPolicy> asked = on(Subject.RESOURCE);
    if (!asked.isEmpty()) {
      Value.Mapping own = facts.of(resource);
      for (CompiledPolicy policy : asked) {
        SourceLocation place = SpokenFields.place(resource, policy.policy().rule());
        findings.add(policy, policy.judge(own, now), place, resource.address(), "");
      }
    }
  }

  private void elements(
      Resource resource,
      Value.Mapping live,
      PolicyFacts facts,
      KindList kinds,
      FindingFold findings,
      Instant now) {
    var asked = new ArrayList<CompiledPolicy>();
    List.of(Subject.SCHEMA, Subject.TABLE, Subject.COLUMN)
        .forEach(subject -> asked.addAll(on(subject)));
    if (asked.isEmpty()) {
      return;
    }
    var definition = kinds.ofSlug(resource.address().kind()).definition();
    Value.Mapping owner = facts.common(resource.address());
    List<SourceElement> elements =
        definition.partOf().map(part -> part.elements(resource, live)).orElse(List.of());
    for (SourceElement element : elements) {
      for (CompiledPolicy policy : asked) {
        if (policy.policy().subject().depth() == element.path().size()) {
          Verdict verdict = policy.judge(PolicyFacts.of(owner, element), now);
          String label = String.join(".", element.path());
          findings.add(policy, verdict, element.place(), resource.address(), label);
        }
      }
    }
  }

  private List<CompiledPolicy> on(Subject subject) {
    return policies.stream().filter(policy -> policy.policy().subject() == subject).toList();
  }
}
