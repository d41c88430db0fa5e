package dev.ftctl.kind.access;

import dev.ftctl.kind.Writes;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Carries out changes of memberships, a call each: what adds and alters before what removes, so
/// that nobody loses access in between.
public final class MembershipWrites {

  private static final int CONFLICT = 409;

  private MembershipWrites() {}

  /// @param changes of all fields; those of memberships are picked out
  /// @param calls by the name of the block
  public static void run(
      FieldTable table,
      List<FieldChange> changes,
      Ids ids,
      Function<String, MembershipCalls> calls) {
    List<FieldChange> ours =
        changes.stream().filter(change -> isMembership(table, change)).toList();
    ours.stream()
        .filter(change -> change.effect() != Effect.REMOVE)
        .forEach(change -> write(table, change, ids, calls));
    ours.stream()
        .filter(change -> change.effect() == Effect.REMOVE)
        .forEach(change -> write(table, change, ids, calls));
  }

  /// How many calls that takes.
  public static long calls(FieldTable table, List<FieldChange> changes) {
    return changes.stream().filter(change -> isMembership(table, change)).count();
  }

  private static boolean isMembership(FieldTable table, FieldChange change) {
    return change.path().segments().size() == 2
        && table
            .field(change.path().segments().getFirst())
            .filter(field -> field.shape() instanceof Shape.RoleMap)
            .isPresent();
  }

  private static void write(
      FieldTable table, FieldChange change, Ids ids, Function<String, MembershipCalls> byBlock) {
    String name = change.path().segments().getFirst();
    Field block = table.field(name).orElseThrow();
    MembershipCalls calls = byBlock.apply(name);
    String role = change.after().asText();
    Optional<String> known =
        ids.find(Access.target(block, change.path().leaf())).map(RemoteId::value);
    if (change.effect() == Effect.REMOVE) {
      // What no address names is shown, and so removed, by its id.
      String id = known.orElse(change.path().leaf());
      Writes.delete(() -> calls.remove(id));
      return;
    }
    String id = known.orElseThrow(() -> new IllegalStateException("no id yet of " + change.path()));
    if (change.effect() == Effect.ADD) {
      add(calls, id, role);
    } else {
      change(calls, id, role);
    }
  }

  /// A membership that came into being meanwhile (Fivetran makes the creator of a group a member of
  /// it) is given its role.
  private static void add(MembershipCalls calls, String id, String role) {
    try {
      Writes.create(
          () -> {
            calls.add(id, role);
            return true;
          },
          () -> calls.has(id) ? Optional.of(true) : Optional.empty());
    } catch (ApiException refused) {
      if (refused.failure().status() != CONFLICT) {
        throw refused;
      }
      change(calls, id, role);
    }
  }

  private static void change(MembershipCalls calls, String id, String role) {
    Writes.repeat(() -> {
      calls.change(id, role);
      return true;
    });
  }
}
