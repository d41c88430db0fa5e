package dev.ftctl.check;

import dev.ftctl.model.address.AddressPattern;
import java.util.List;

/// A change that a plan has to hold.
///
/// @param action the word of a plan: `create`, `update`, …, or `unchanged`
/// @param fields that have to differ; empty for none that a test looks at
/// @param looksAtFields whether the fields are named
/// @param allowsOthers whether more fields may differ than are named
record ExpectedChange(
    AddressPattern address,
    String action,
    List<ExpectedField> fields,
    boolean looksAtFields,
    boolean allowsOthers) {

  /// Of what a plan has to leave alone.
  static final String UNCHANGED = "unchanged";

  ExpectedChange {
    fields = List.copyOf(fields);
  }

  String line() {
    return action + " " + address;
  }
}
