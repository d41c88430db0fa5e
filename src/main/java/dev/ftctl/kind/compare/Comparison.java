package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the comparison of an object with its live one found, driven by the table (fivetran-quirks
/// 3.5). Only what the manifest names is compared.
///
/// @param changes in the table's order, secrets that are sent along behind them
/// @param unchanged how many leaves need nothing
/// @param secretsNotCompared how many secrets the manifest holds that are neither compared nor sent
/// @param problems live secrets that a body would need and no manifest supplies, as errors
public record Comparison(
    List<FieldChange> changes, int unchanged, int secretsNotCompared, List<Problem> problems) {

  public Comparison {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /// With no object that the API merges, and no rotation.
  public static Comparison between(
      FieldTable table, Value.Mapping wanted, Value.Mapping live, Ids ids) {
    return between(table, wanted, live, ids, Set.of(), "");
  }

  /// @param said by the names of manifests
  /// @param live by the names of the API
  /// @param merged the objects that the API merges at their top level (`config`); other objects are
  ///   sent whole
  /// @param rotation why all secrets are sent again; where it is empty, those are that a change of
  ///   a login field asks for
  public static Comparison between(
      FieldTable table,
      Value.Mapping said,
      Value.Mapping live,
      Ids ids,
      Set<String> merged,
      String rotation) {
    Value.Mapping wanted = Pinned.without(table, said);
    var comparer = new FieldWalk(ids);
    comparer.object(table, FieldPath.ROOT, wanted, live, false);
    List<FieldChange> found = comparer.changes();
    List<FieldChange> changes = SecretsDue.due(table, wanted, found, rotation);
    var problems = new ArrayList<Problem>();
    for (PatchUnit unit : PatchUnit.of(table, changes, wanted, live, merged)) {
      var overlay = new BodyBuilder(ids);
      overlay.value(unit.field(), unit.path(), unit.wanted(), unit.live());
      changes = SecretsDue.joined(changes, overlay.secrets(), SecretsDue.withChangeOf(unit.path()));
      overlay.masked().forEach(path -> problems.add(masked(unit, path)));
    }
    int sentAlong = changes.size() - found.size();
    int hidden = Math.max(0, comparer.secretsNotCompared() - sentAlong);
    return new Comparison(changes, comparer.unchanged(), hidden, problems);
  }

  /// What a creation sets: each leaf that the manifest names.
  public static Comparison creation(FieldTable table, Value.Mapping wanted) {
    var changes = new ArrayList<FieldChange>();
    set(table, FieldPath.ROOT, Pinned.without(table, wanted), changes);
    return new Comparison(changes, 0, 0, List.of());
  }

  /// As findings about the resource.
  public Findings findings(Address address) {
    String subject = address.toString();
    var told =
        problems.stream()
            .map(p -> Problem.error(p.place(), p.rule(), subject, p.message(), p.fix()))
            .toList();
    return new Findings(changes, unchanged, secretsNotCompared, List.of(), List.of(), told, false);
  }

  private static void set(
      FieldTable table, FieldPath path, Value.Mapping wanted, List<FieldChange> changes) {
    for (Field field : FieldWalk.named(table, wanted)) {
      FieldPath here = path.then(field.name());
      Value value = wanted.get(field.name());
      if (!BodyBuilder.isSent(field) || value.isBlank()) {
        continue;
      }
      if (field.is(Trait.SECRET) || value instanceof Value.Secret) {
        changes.add(FieldChange.secret(here, value, ""));
      } else if (value instanceof Value.Mapping mapping) {
        set(
            field.shape() instanceof Shape.Nested nested ? nested.table() : FieldTable.of().open(),
            here,
            mapping,
            changes);
      } else {
        changes.add(FieldChange.set(here, Value.ABSENT, value));
      }
    }
  }

  private static Problem masked(PatchUnit unit, FieldPath path) {
    return Problem.error(
        unit.wanted().origin().place(),
        "masked-secret",
        "",
        unit.path()
            + " is sent whole, and "
            + path
            + " is a secret that the account holds and does not tell",
        "add " + path + " to the manifest");
  }
}
