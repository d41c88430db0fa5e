package dev.ftctl.check;

import dev.ftctl.model.Allowance;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads `plan`, the flags that a plan is asked with, and risks wherever they stand.
record AskedReader(TestNodes nodes) {

  static final List<String> KEYS =
      List.of(
          "allow", "max_deletes", "prune", "skip_blocked", "strict", "rotate_secrets", "reload");

  Asked read(Node node) {
    return nodes.mapping(node, "'plan'", KEYS).map(this::asked).orElse(Asked.NOTHING);
  }

  private Asked asked(Node.Mapping plan) {
    return new Asked(
        plan.get("allow").map(node -> risks(node, "'allow'")).orElse(List.of()),
        plan.get("max_deletes").flatMap(node -> nodes.count(node, "'max_deletes'")),
        isSet(plan, "prune"),
        isSet(plan, "skip_blocked"),
        isSet(plan, "strict"),
        patterns(plan, "rotate_secrets"),
        patterns(plan, "reload"));
  }

  private boolean isSet(Node.Mapping plan, String key) {
    return plan.get(key).map(node -> nodes.flag(node, "'" + key + "'")).orElse(false);
  }

  /// `true` means all that there is.
  private List<AddressPattern> patterns(Node.Mapping plan, String key) {
    Optional<Node> node = plan.get(key);
    Optional<Boolean> flag =
        node.filter(Node.Scalar.class::isInstance)
            .flatMap(scalar -> Core.bool(((Node.Scalar) scalar).text()));
    if (flag.isPresent()) {
      return flag.get() ? List.of(AddressPattern.ALL) : List.of();
    }
    return node.map(written -> nodes.texts(written, "'" + key + "'")).orElse(List.of()).stream()
        .map(AddressPattern::new)
        .toList();
  }

  /// `RISK` or `RISK:ADDRESS`.
  List<Allowance> risks(Node node, String what) {
    return nodes.items(node).stream().flatMap(item -> risk(item, what).stream()).toList();
  }

  private Optional<Allowance> risk(Node item, String what) {
    Optional<String> text = nodes.text(item, "an item of " + what);
    Optional<Allowance> risk = text.flatMap(Allowance::parse);
    if (text.isPresent() && risk.isEmpty()) {
      String name = Allowance.riskOf(text.get());
      List<String> risks = Arrays.stream(Risk.values()).map(Risk::flag).toList();
      String hint = Near.hint(name, risks);
      nodes.wrong(
          item.place(),
          "unknown-risk",
          "unknown risk '" + name + "'",
          hint.isEmpty() ? "there are " + Near.list(risks) : hint);
    }
    return risk;
  }
}
