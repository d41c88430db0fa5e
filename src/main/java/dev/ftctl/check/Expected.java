package dev.ftctl.check;

import dev.ftctl.model.Allowance;
import dev.ftctl.model.address.AddressPattern;
import java.util.List;
import java.util.Optional;

/// What a plan has to come to. What is not named must not come, unless `others` are allowed.
///
/// @param allowsOthers whether more may come than is named
/// @param risks with the addresses that run them
/// @param policies names of rules of the project that are not kept
/// @param exitCode of the command; empty where nobody cares
record Expected(
    List<ExpectedChange> changes,
    boolean allowsOthers,
    List<Allowance> risks,
    List<AddressPattern> blocked,
    List<String> policies,
    List<ExpectedError> errors,
    Optional<Integer> exitCode) {

  Expected {
    changes = List.copyOf(changes);
    risks = List.copyOf(risks);
    blocked = List.copyOf(blocked);
    policies = List.copyOf(policies);
    errors = List.copyOf(errors);
  }
}
