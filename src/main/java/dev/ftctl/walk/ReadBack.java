package dev.ftctl.walk;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Shown;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.live.Reach;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an apply wrote, as it was read again.
///
/// @param writes that were read back
/// @param left what is not as the manifests say: `update connector/ads@prod`, sorted; `unread …` is
///   what could not be read again
/// @param notKept fields that were sent and accepted, and that are not there; as errors the objects
///   of which that is so
/// @param accepted those of the writes of which the account shows nothing
/// @param unshown what went with the others and no answer shows: `connector/ads@prod:
///   config.password`, sorted
public record ReadBack(
    long writes, List<String> left, List<Problem> notKept, long accepted, List<String> unshown) {

  /// Nothing was written.
  public static final ReadBack NONE = new ReadBack(0, List.of(), List.of());

  public ReadBack {
    left = List.copyOf(left);
    notKept = List.copyOf(notKept);
    unshown = List.copyOf(unshown);
  }

  /// Of writes of which the account shows all.
  public ReadBack(long writes, List<String> left, List<Problem> notKept) {
    this(writes, left, notKept, 0, List.of());
  }

  /// How many writes could be compared.
  public long compared() {
    return writes - accepted;
  }

  public boolean isAsWanted() {
    return left.isEmpty() && notKept.isEmpty();
  }

  /// Whether something was made that is not there, or deleted that is.
  public boolean isBelied() {
    return notKept.stream().anyMatch(Problem::isError);
  }

  /// What is to be read again: what was written to its end, its parts, and what refers to what is
  /// gone. The parts are looked for in the manifests: a saved plan holds only those that it
  /// touches.
  ///
  /// @param planned the resources of the run
  static Reach reach(Plan whole, List<Resource> planned, Outcomes outcomes, KindList kinds) {
    Set<Address> written = written(outcomes);
    Set<Address> gone =
        changes(whole)
            .filter(change -> change instanceof Change.Delete || change instanceof Change.Replace)
            .map(Change::address)
            .filter(written::contains)
            .collect(Collectors.toSet());
    var all = new HashSet<>(written);
    planned.stream()
        .filter(wanted -> standsOn(wanted, written, gone, kinds))
        .forEach(wanted -> all.add(wanted.address()));
    failed(outcomes).forEach(all::remove);
    return new Reach.Only(all.stream().map(Address::toString).collect(Collectors.toSet()));
  }

  /// @param whole the plan that was made before
  /// @param now the plan of what [#reach] says, made afterwards
  static ReadBack of(Plan whole, Plan now, Outcomes outcomes, KindList kinds) {
    Set<Address> written = written(outcomes);
    Map<Address, Change> before =
        changes(whole).collect(Collectors.toMap(Change::address, change -> change));
    Stream<String> left =
        Stream.concat(
            Stream.concat(
                changes(now).flatMap(ReadBack::unprotected),
                now.changes().stream()
                    .filter(
                        planned -> planned.isBlocked() || planned.change().action() != Action.NONE)
                    .map(ReadBack::open)),
            written.stream()
                .map(before::get)
                .filter(change -> change instanceof Change.Delete gone && isThere(gone, now))
                .map(change -> change.action().word() + " " + change.address()));
    Set<Address> ended = written(outcomes);
    ended.removeAll(waiting(outcomes));
    List<Problem> notKept =
        Stream.concat(
                changes(now)
                    .filter(change -> written.contains(change.address()))
                    .flatMap(change -> belying(before.get(change.address()), change, ended)),
                ended.stream()
                    .sorted()
                    .map(before::get)
                    .filter(change -> change instanceof Change.Delete gone && isLeft(gone, now))
                    .map(ReadBack::stillThere))
            .toList();
    List<Outcome> read =
        outcomes.outcomes().stream()
            .filter(outcome -> written.contains(outcome.step().address()))
            .filter(outcome -> !outcome.writes().isEmpty())
            .toList();
    long writes = read.stream().mapToLong(outcome -> outcome.writes().size()).sum();
    Shown shown = Shown.of(read, there(now), kinds);
    return new ReadBack(
        writes, left.sorted().distinct().toList(), notKept, shown.accepted(), shown.values());
  }

  /// What documents describe, as it is.
  private static Map<Address, Live> there(Plan now) {
    var there = new HashMap<Address, Live>();
    changes(now)
        .filter(Change.OfDocument.class::isInstance)
        .forEach(change -> change.found().ifPresent(live -> there.put(change.address(), live)));
    return there;
  }

  /// What was written, and of which no step ended badly.
  private static Set<Address> written(Outcomes outcomes) {
    Set<Address> written =
        outcomes.outcomes().stream()
            .filter(outcome -> !outcome.writes().isEmpty())
            .map(outcome -> outcome.step().address())
            .collect(Collectors.toSet());
    written.removeAll(failed(outcomes));
    return written;
  }

  private static Set<Address> failed(Outcomes outcomes) {
    return addresses(outcomes, outcome -> !Outcomes.isGood(outcome));
  }

  /// Of which no step claims that it came to its end.
  private static Set<Address> waiting(Outcomes outcomes) {
    return addresses(outcomes, Outcome.Waiting.class::isInstance);
  }

  private static Set<Address> addresses(Outcomes outcomes, Predicate<Outcome> which) {
    return outcomes.outcomes().stream()
        .filter(which)
        .map(outcome -> outcome.step().address())
        .collect(Collectors.toSet());
  }

  private static boolean standsOn(
      Resource wanted, Set<Address> written, Set<Address> gone, KindList kinds) {
    return References.of(wanted, kinds.ofSlug(wanted.address().kind()).definition()).stream()
        .anyMatch(reference ->
            gone.contains(reference.target())
                || reference.isOwner() && written.contains(reference.target()));
  }

  private static String open(PlannedChange planned) {
    // A change that is blocked by now was none when it was made.
    String word =
        planned.change().action() == Action.NONE ? "unread" : planned.change().action().word();
    return word + " " + planned.change().address();
  }

  /// Nothing is as wanted of which an exclusion or hashing is not held.
  private static Stream<String> unprotected(Change change) {
    return change.findings().unprotected().stream()
        .map(gap -> "not held: " + gap.element() + " (" + change.address() + ")");
  }

  private static boolean isLeft(Change.Delete gone, Plan now) {
    return isThere(gone, now)
        || changes(now)
            .anyMatch(change ->
                change instanceof Change.Delete again && again.address().equals(gone.address()));
  }

  /// Also where no document says `absent`.
  private static boolean isThere(Change.Delete gone, Plan now) {
    return now.unmanaged().stream()
        .anyMatch(
            live -> live.kind().equals(gone.live().kind()) && live.id().equals(gone.live().id()));
  }

  /// What of a change is not there.
  ///
  /// @param sent none where the plan that was carried out had none for the address
  private static Stream<Problem> belying(@Nullable Change sent, Change now, Set<Address> ended) {
    if (sent == null) {
      return Stream.of();
    }
    return now instanceof Change.Create create ? notThere(create, ended) : notKept(sent, now);
  }

  /// What was made, and is not there: nobody can tell whether it ever was, or only is not listed
  /// yet.
  private static Stream<Problem> notThere(Change.Create now, Set<Address> ended) {
    return ended.contains(now.address())
        ? Stream.of(
            Problem.error(
                now.place(),
                "not-there",
                now.address().toString(),
                "Fivetran said that it was made, and does not list it",
                "plan again in a while; where it is not there then, apply again"))
        : Stream.of();
  }

  private static Problem stillThere(Change deleted) {
    return Problem.error(
        deleted.place(),
        "still-there",
        deleted.address().toString(),
        "Fivetran said that it was deleted, and lists it still",
        "plan again in a while; where it is there then, look in Fivetran what keeps it");
  }

  private static Stream<Problem> notKept(Change sent, Change now) {
    return now.findings().fields().stream()
        .filter(field -> field.effect() != FieldChange.Effect.SECRET)
        .filter(field ->
            sent.findings().fields().stream()
                .anyMatch(before -> field.path().startsWith(before.path())))
        .map(field -> notKept(now, field));
  }

  private static Problem notKept(Change now, FieldChange field) {
    String instead = field.before().isBlank() ? "" : ": it has " + field.from();
    return Problem.warning(
        field.after().isAbsent() ? now.place() : field.after().origin().place(),
        "not-kept",
        now.address().toString(),
        "Fivetran did not keep " + field.path() + instead,
        field.before().isBlank()
            ? "take it out of the manifest, or leave it to others with `ignore:` in ftctl.yaml"
            : "write it as Fivetran keeps it, or leave it to others with `ignore:` in ftctl.yaml");
  }

  private static Stream<Change> changes(Plan plan) {
    return plan.changes().stream().map(PlannedChange::change);
  }
}
