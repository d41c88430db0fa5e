package dev.ftctl.operate.rollout;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Settling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Items of a list in the config of a connection: put behind those that stand there.
///
/// @param field of `config`
/// @param areNumbers whether the API takes numbers there
public record ItemSwitch(ConnectionsApi api, String id, String field, boolean areNumbers)
    implements Switch {

  private static final String CONFIG = "config";
  private static final String NUMBER = "0|-?[1-9]\\d{0,17}";

  @Override
  public List<Problem> problems(Rollout rollout) {
    var problems = new ArrayList<Problem>();
    Value live = live();
    if (!live.isBlank() && !(live instanceof Value.Items)) {
      problems.add(
          wrong(
              rollout,
              rollout.subject(),
              "config." + field + " of this connection is no list",
              "name a field of config that is one"));
    }
    rollout.pieces().stream()
        .filter(piece -> areNumbers && !piece.text().matches(NUMBER))
        .forEach(piece ->
            problems.add(
                wrong(
                    rollout,
                    piece,
                    "'" + piece.text() + "' is no number, and config." + field + " holds those",
                    "write a whole number")));
    return problems;
  }

  private static Problem wrong(Rollout rollout, Rollout.Word at, String message, String fix) {
    return Problem.error(at.place(), "wrong-type", "rollout " + rollout.name(), message, fix);
  }

  private Value live() {
    return api.details(id).mapping(CONFIG).get(field);
  }

  @Override
  public Set<String> on(Collection<String> pieces) {
    var on = new LinkedHashSet<>(Progress.texts(live()));
    on.retainAll(new LinkedHashSet<>(pieces));
    return on;
  }

  @Override
  public String beside(List<String> pieces) {
    return "";
  }

  /// A read that fails ends it: what stands there is sent along, and must not be guessed.
  @Override
  public void turnOn(List<String> pieces, Set<String> reached) {
    Value live = live();
    var all = new ArrayList<Value>(live instanceof Value.Items items ? items.items() : List.of());
    Set<String> known = new LinkedHashSet<>(Progress.texts(live));
    pieces.stream().filter(piece -> !known.contains(piece)).map(this::item).forEach(all::add);
    Value.Mapping body =
        Value.Mapping.EMPTY
            .with(CONFIG, Value.Mapping.EMPTY.with(field, Value.items(all)))
            .with("run_setup_tests", Value.bool(false));
    var settling =
        new Settling(() -> on(pieces).size() == pieces.size(), "whether they stand there");
    settling.send(() -> api.update(id, body));
    settling.verified("Fivetran did not keep them in config." + field);
  }

  /// A list of a manifest is complete.
  @Override
  public Value.Mapping lasting(List<String> pieces) {
    return Value.Mapping.EMPTY.with(CONFIG, Value.Mapping.EMPTY.with(field, live()));
  }

  private Value item(String text) {
    return areNumbers ? new Value.Num(new BigDecimal(text), Origin.LIVE) : Value.text(text);
  }
}
