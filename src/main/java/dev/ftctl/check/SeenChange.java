package dev.ftctl.check;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.address.Address;
import dev.ftctl.plan.PlannedChange;
import java.util.List;

/// A change of a plan.
///
/// @param action the word of a plan, `unchanged` for none
/// @param blocks why it may not run; empty when it may
record SeenChange(
    Address address,
    String action,
    List<SeenField> fields,
    List<RiskFinding> risks,
    List<String> blocks) {

  /// One of its fields.
  record SeenField(String path, SeenValue from, SeenValue to) {

    static SeenField of(FieldChange field) {
      return new SeenField(
          field.path().toString(),
          new SeenValue(field.before(), field.from()),
          new SeenValue(field.after(), field.to()));
    }

    boolean isMeantBy(ExpectedField expected) {
      return expected.path().equals(path)
          && expected.from().map(from::isMeantBy).orElse(true)
          && expected.to().map(to::isMeantBy).orElse(true);
    }

    String line() {
      return from.words().isEmpty()
          ? path + ": " + to.words()
          : path + ": " + from.words() + " → " + to.words();
    }
  }

  static SeenChange of(PlannedChange planned) {
    Action action = planned.change().action();
    return new SeenChange(
        planned.change().address(),
        action == Action.NONE ? ExpectedChange.UNCHANGED : action.word(),
        planned.change().findings().fields().stream().map(SeenField::of).toList(),
        planned.change().findings().risks(),
        planned.blocks().stream().map(PlannedChange.Block::reason).toList());
  }

  boolean isChange() {
    return !action.equals(ExpectedChange.UNCHANGED);
  }

  String line() {
    return action + " " + address;
  }
}
