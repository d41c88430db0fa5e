package dev.ftctl.plan;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.WrittenPattern;
import dev.ftctl.model.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Finds address patterns that cover nothing. Judged once everything was read, so that a pattern
/// may name what no manifest describes any more, or what only the account knows. A command that
/// does not read the account (`validate`, `render`) can't tell and doesn't ask; nor does a run over
/// a part of the project ask about the patterns of the project file.
///
/// @param known addresses of what manifests describe, planned or not, of what the base described,
///   and of what is live
public record PatternCheck(Set<Address> known) {

  public PatternCheck {
    known = Set.copyOf(known);
  }

  /// Errors for what the command line says; warnings, also with `--strict`, for what the project
  /// file says, since what it protects or ignores may come and go without it.
  public List<Problem> uncovered(Collection<WrittenPattern> patterns) {
    return patterns.stream()
        .filter(written -> !written.pattern().equals(AddressPattern.ALL))
        .filter(written -> !written.pattern().coversAny(known))
        .map(this::problem)
        .sorted()
        .toList();
  }

  private Problem problem(WrittenPattern written) {
    String message = written.said() + " covers nothing that is described or live";
    String near = written.pattern().hint(known);
    String fix = near.isEmpty() ? "mend the address, or take it out" : near;
    return written.place().isKnown()
        ? Problem.warning(written.place(), "covers-nothing", "", message, fix)
        : Problem.error(written.place(), "covers-nothing", "", message, fix);
  }
}
