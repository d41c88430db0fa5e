package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.live.Unread;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.Problem;
import java.util.Optional;

/// What could not be read is neither kept nor changed: its own resource is blocked, and what might
/// be made a second time beside it. Nothing else is.
record Unreadable(Snapshot live) {

  /// Of a resource whose object is there; empty when it could be read.
  Optional<Change> blocked(Resource wanted) {
    return Optional.ofNullable(live.unread().wanted().get(wanted.address()))
        .map(unread ->
            new Change.Keep(
                wanted,
                unread.live(),
                Findings.NONE.failing(problem(wanted, "can't be read", unread.failure()))));
  }

  /// The findings of a creation, with what may be the same object already.
  Findings beside(Findings findings, Resource wanted, KindDefinition definition) {
    return live.unread().others().stream()
        .filter(other -> mayBeOne(wanted, other, definition))
        .findFirst()
        .map(other -> {
          String which = live.addressOf(other.live(), definition).toString();
          String what = which + " may be the same connection, and can't be read";
          return findings.failing(problem(wanted, what, other.failure()));
        })
        .orElse(findings);
  }

  /// With what the reading of the account had to say of the document.
  Findings warned(Findings findings, Resource wanted) {
    Findings warned = findings;
    for (Problem problem : live.problems()) {
      if (!problem.isError() && problem.subject().equals(wanted.address().toString())) {
        warned = warned.failing(problem);
      }
    }
    return warned;
  }

  private boolean mayBeOne(Resource wanted, Unread.One other, KindDefinition definition) {
    return other.live().kind().equals(definition.slug())
        && definition
            .lookalikes()
            .filter(facet ->
                facet
                    .neighbourhood(wanted, live.ids())
                    .equals(Optional.of(facet.neighbourhood(other.live()))))
            .isPresent();
  }

  private static Problem problem(Resource wanted, String what, ApiFailure failure) {
    return Problem.error(
        wanted.place(),
        "unreadable",
        wanted.address().toString(),
        what + ": " + failure,
        advice(failure) + ", or apply the rest with --skip-blocked");
  }

  private static String advice(ApiFailure failure) {
    if (failure.isDenied()) {
      return "use a key that may read it";
    }
    return failure.isAway() ? "run the command again in a while" : "look at it in Fivetran";
  }
}
