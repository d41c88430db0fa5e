package dev.ftctl.operate.rollout;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Settling;
import dev.ftctl.operate.rollout.Rollout.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables of a connection's schema configuration.
///
/// @param address of the connection, for messages
public record TableSwitch(SchemasApi api, String id, String address) implements Switch {

  @Override
  public List<Problem> problems(Rollout rollout) {
    Optional<TableTree> tree = known();
    var problems = new ArrayList<Problem>();
    if (tree.isEmpty()) {
      problems.add(
          wrong(
              rollout.connector(),
              address + " has no schema configuration yet",
              "sync it once, or let ftctl apply set it up"));
    }
    tree.ifPresent(all -> {
      List<String> names = all.names();
      for (Word piece : rollout.pieces()) {
        if (all.find(piece.text()).isEmpty()) {
          String hint = Near.hint(piece.text(), names);
          problems.add(
              wrong(
                  piece,
                  address + " has no table " + piece.text(),
                  hint.isEmpty()
                      ? "names are as in the source, and letter case counts; a new table is there"
                          + " after ftctl apply --reload"
                      : hint + " Letter case counts."));
        } else if (all.isLocked(piece.text()) && !all.isOn(piece.text())) {
          problems.add(
              wrong(
                  piece,
                  "Fivetran keeps " + piece.text() + " off: " + all.lockReason(piece.text()),
                  "take it out"));
        }
      }
    });
    return problems;
  }

  private static Problem wrong(Word at, String message, String fix) {
    return Problem.error(at.place(), "missing-element", "", message, fix);
  }

  /// Empty before anything is known of the source.
  private Optional<TableTree> known() {
    try {
      return Optional.of(tree());
    } catch (ApiException none) {
      if (none.failure().isNotFound()) {
        return Optional.empty();
      }
      throw none;
    }
  }

  private TableTree tree() {
    return new TableTree(api.read(id));
  }

  @Override
  public Set<String> on(Collection<String> pieces) {
    TableTree tree = tree();
    var on = new LinkedHashSet<>(pieces);
    on.removeIf(piece -> !tree.isOn(piece));
    return on;
  }

  @Override
  public String beside(List<String> pieces) {
    return tree().beside(pieces);
  }

  @Override
  public void turnOn(List<String> pieces, Set<String> reached) {
    TableTree tree = tree();
    var settling = new Settling(() -> on(pieces).size() == pieces.size(), "whether they are on");
    settling.send(() -> api.update(id, tree.turningOn(pieces, reached)));
    settling.verified("Fivetran did not switch all of them on");
  }

  @Override
  public Value.Mapping lasting(List<String> pieces) {
    return tree().lasting(pieces);
  }
}
