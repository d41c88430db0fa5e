package dev.ftctl.cli.verbs.rollout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.verbs.Table;
import dev.ftctl.operate.rollout.Batch;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.operate.rollout.Rollout;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a rollout has come.
///
/// @param progress empty before the first run
record RolloutView(RolloutSource source, Optional<Progress> progress) {

  private static final int SHOWN = 10;

  /// Each line ended.
  String text() {
    var text = new StringBuilder(head()).append('\n');
    var rows = new ArrayList<List<String>>();
    List<Batch> batches = progress.map(Progress::batches).orElse(List.of());
    for (int index = 0; index < batches.size(); index++) {
      Batch batch = batches.get(index);
      rows.add(
          List.of(
              "batch " + (index + 1),
              word(batch.phase()),
              time(batch.ended()),
              shown(batch.pieces())));
    }
    if (!rows.isEmpty()) {
      text.append(new Table(rows));
    }
    List<String> already = progress.map(Progress::onAlready).orElse(List.of());
    if (!already.isEmpty()) {
      text.append("on already: ").append(shown(already)).append('\n');
    }
    if (!left().isEmpty()) {
      text.append("left: ").append(shown(left())).append('\n');
    }
    return text.toString();
  }

  /// `rollout shop of connector/shop@prod: 5 tables: 2 done, 1 now, 2 left`.
  String head() {
    Rollout rollout = source.rollout();
    int now = progress.flatMap(Progress::open).map(batch -> batch.pieces().size()).orElse(0);
    int done = progress.map(Progress::done).map(List::size).orElse(0);
    int already = progress.map(Progress::onAlready).map(List::size).orElse(0);
    return "rollout "
        + rollout.name()
        + " of "
        + progress.map(Progress::address).orElse(rollout.connector().text())
        + ": "
        + English.count(rollout.pieces().size(), rollout.noun())
        + ", "
        + rollout.size()
        + " at a time: "
        + done
        + " done, "
        + (already == 0 ? "" : already + " on already, ")
        + (now == 0 ? "" : now + " now, ")
        + left().size()
        + " left";
  }

  private List<String> left() {
    Rollout rollout = source.rollout();
    return progress.map(each -> each.left(rollout)).orElseGet(rollout::texts);
  }

  static String shown(List<String> pieces) {
    String first = String.join(", ", pieces.stream().limit(SHOWN).toList());
    return pieces.size() > SHOWN ? first + " and " + (pieces.size() - SHOWN) + " more" : first;
  }

  /// Nobody reads a table for fractions of a second.
  private static String time(String told) {
    return told.isEmpty() ? "-" : told.replaceFirst("\\.\\d+Z$", "Z");
  }

  private static String word(Batch.Phase phase) {
    return switch (phase) {
      case SWITCHING -> "switching on";
      case SYNCING -> "syncing";
      case SYNCED -> "synced";
      case FAILED -> "sync failed";
    };
  }

  /// As `schemas/rollout-progress.schema.json` has it, without the exit code.
  ObjectNode json() {
    Rollout rollout = source.rollout();
    ObjectNode document =
        Json.object()
            .put("format", "ftctl-rollout/v1")
            .put("rollout", rollout.name())
            .put("file", source.shown())
            .put("connector", progress.map(Progress::address).orElse(rollout.connector().text()))
            .put("id", progress.map(Progress::id).orElse(""))
            .put("of", rollout.subject().text())
            .put("total", rollout.pieces().size())
            .put("done", progress.map(Progress::done).map(List::size).orElse(0));
    document.set("on_already", texts(progress.map(Progress::onAlready).orElse(List.of())));
    document.set("left", texts(left()));
    ArrayNode batches = document.putArray("batches");
    for (Batch batch : progress.map(Progress::batches).orElse(List.of())) {
      ObjectNode node =
          batches
              .addObject()
              .put("number", batches.size())
              .put("state", batch.phase().name().toLowerCase(Locale.ROOT));
      node.set("pieces", texts(batch.pieces()));
      if (batch.ended().isEmpty()) {
        node.putNull("sync_ended_at");
      } else {
        node.put("sync_ended_at", batch.ended());
      }
    }
    return document;
  }

  private static ArrayNode texts(List<String> texts) {
    return Json.texts(texts);
  }
}
