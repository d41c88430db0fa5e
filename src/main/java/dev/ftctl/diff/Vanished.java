package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is to be gone and was not found: gone, unless something is there that may be it.
record Vanished(Snapshot live, UnmanagedObjects unmanaged, KindList kinds) {

  /// Of a document that says `absent`.
  Change absent(Resource wanted) {
    return doubt(wanted)
        .map(what ->
            Findings.NONE.failing(
                Problem.error(
                    wanted.place(),
                    "may-be-there",
                    wanted.address().toString(),
                    "is to be absent, and " + what,
                    "say spec.id where it is it; else describe that one, or take this document"
                        + " away")))
        .map(findings -> new Change.Gone(wanted, findings))
        .orElseGet(() -> new Change.Gone(wanted, Findings.NONE.noting("absent, and already gone")));
  }

  /// Of one that the base had; empty for what is gone.
  Optional<Change> dropped(Resource wanted) {
    return doubt(wanted)
        .map(what ->
            new Change.Gone(
                wanted,
                Findings.NONE.leavingOpen(
                    "removed, and "
                        + what
                        + ": write `absent: true` with its spec.id where it is it")));
  }

  private Optional<String> doubt(Resource wanted) {
    List<Live> all =
        live.extras().getOrDefault(wanted.address(), List.of()).stream()
            .filter(unmanaged.all()::contains)
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it can't be told whether it is "
                + all.stream().map(this::shown).collect(Collectors.joining(", "))
                + ", since what it was found through is another by now, or not known");
  }

  private String shown(Live other) {
    return live.addressOf(other, kinds.ofSlug(other.kind()).definition())
        + " (id "
        + other.id()
        + ")";
  }
}
