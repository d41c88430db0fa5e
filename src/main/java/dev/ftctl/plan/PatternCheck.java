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
/// @param elsewhere documents, without group, whose instances other environments have: what the
///   project file says of them is none of this run's business
public record PatternCheck(Set<Address> known, Set<Address> elsewhere) {

  public PatternCheck {
    known = Set.copyOf(known);
    elsewhere = Set.copyOf(elsewhere);
  }

  /// Errors for what the command line says; warnings, also with `--strict`, for what the project
  /// file says, since what it protects or ignores may come and go without it.
  public List<Problem> uncovered(Collection<WrittenPattern> patterns) {
    return patterns.stream()
        .filter(written -> !written.pattern().equals(AddressPattern.ALL))
        .filter(written -> !written.pattern().coversAny(known))
        .filter(written -> !written.place().isKnown() || !meansElsewhere(written.pattern()))
        .map(this::problem)
        .sorted()
        .toList();
  }

  private boolean meansElsewhere(AddressPattern pattern) {
    int at = pattern.text().lastIndexOf('@');
    return pattern.coversAny(elsewhere)
        || at > 0 && new AddressPattern(pattern.text().substring(0, at)).coversAny(elsewhere);
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
