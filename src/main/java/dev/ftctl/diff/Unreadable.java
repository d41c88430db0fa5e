package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.live.Unread;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What could not be read is neither kept nor changed: its own resource is blocked, and what might
/// be made a second time beside it. Nothing else is.
///
/// @param described by address
record Unreadable(Snapshot live, KindList kinds, Map<Address, Resource> described) {

  private static final String RULE = "unreadable";

  static Unreadable of(Snapshot live, KindList kinds, List<Resource> planned) {
    return new Unreadable(
        live,
        kinds,
        planned.stream().collect(Collectors.toMap(Resource::address, one -> one, (a, b) -> a)));
  }

  /// Of a resource of which the account tells nothing, since the list of its kind is closed, or
  /// that of something it stands on; empty when lists tell of it.
  Optional<Change> unlisted(Resource wanted) {
    return live.unread().closed().isEmpty()
        ? Optional.empty()
        : closed(wanted, new HashSet<>())
            .map(found -> {
              String what =
                  found.equals(wanted.address())
                      ? "the account's list of " + found.kind() + " can't be read"
                      : "refers to " + found + ", and the account's list of it can't be read";
              ApiFailure failure = Objects.requireNonNull(live.unread().closed().get(found.kind()));
              return new Change.Gone(
                  wanted, Findings.NONE.failing(problem(wanted, "closed-list", what, failure)));
            });
  }

  /// The first resource of a closed list on the way down from this one, over what is not there.
  private Optional<Address> closed(Resource wanted, Set<Address> seen) {
    if (!seen.add(wanted.address())) {
      return Optional.empty();
    }
    if (live.unread().closed().containsKey(wanted.address().kind())) {
      return Optional.of(wanted.address());
    }
    return wanted.metadata().isAbsent()
        ? Optional.empty()
        : References.of(wanted, kinds.ofSlug(wanted.address().kind()).definition()).stream()
            .map(reference -> described.get(reference.target()))
            .filter(target -> target != null && live.ids().find(target.address()).isEmpty())
            .flatMap(target -> closed(target, seen).stream())
            .findFirst();
  }

  /// Of a resource whose object is there; empty when it could be read.
  Optional<Change> blocked(Resource wanted) {
    return Optional.ofNullable(live.unread().wanted().get(wanted.address()))
        .map(unread ->
            new Change.Keep(
                wanted,
                unread.live(),
                Findings.NONE.failing(problem(wanted, RULE, "can't be read", unread.failure()))));
  }

  /// The findings of a creation, with what may be the same object already.
  Findings beside(Findings findings, Resource wanted, KindDefinition definition) {
    return live.unread().others().stream()
        .filter(other -> mayBeOne(wanted, other, definition))
        .findFirst()
        .map(other -> {
          String which = live.addressOf(other.live(), definition).toString();
          String what = which + " may be the same connection, and can't be read";
          return findings.failing(problem(wanted, RULE, what, other.failure()));
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

  private static Problem problem(Resource wanted, String rule, String what, ApiFailure failure) {
    return Problem.error(
        wanted.place(),
        rule,
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
