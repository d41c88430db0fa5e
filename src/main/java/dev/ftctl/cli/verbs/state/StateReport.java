package dev.ftctl.cli.verbs.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Output;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Ending;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a change of states ended, as JSON: each with its state before and after.
record StateReport(List<Ending> endings, ExitCode code, StateTelling telling) {

  void print(Output output) {
    ObjectNode document = Json.object();
    var items = document.putArray("items");
    endings.forEach(ending -> items.add(item(ending)));
    output.document(Json.text(document.put("exit_code", code.number())));
  }

  private ObjectNode item(Ending ending) {
    ObjectNode item =
        Json.object()
            .put("address", ending.connection().address().toString())
            .put("id", ending.connection().id())
            .put("result", ending.how().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .put("verified", ending.how() == Ending.How.CHANGED)
            .put("left_paused", ending.isLeftPaused());
    put(item, "before", ending.before());
    put(item, "after", ending.how() == Ending.How.UNNEEDED ? ending.before() : ending.after());
    ending.kept().ifPresent(kept -> item.put("backup", telling.shown(kept)));
    ending.trouble().ifPresent(trouble -> item.put("text", StateEnd.words(trouble)));
    return item;
  }

  private static void put(ObjectNode item, String name, Optional<Value.Mapping> state) {
    if (state.isPresent()) {
      item.set(name, Json.of(state.get()));
    } else {
      item.putNull(name);
    }
  }
}
