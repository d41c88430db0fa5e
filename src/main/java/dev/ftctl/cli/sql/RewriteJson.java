package dev.ftctl.cli.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.render.Json;
import dev.ftctl.render.ProblemJson;
import dev.ftctl.sql.Change;
import dev.ftctl.sql.Left;

/// What became of files, as JSON.
final class RewriteJson {

  private RewriteJson() {}

  /// @param isPrinted whether the texts are a part of it
  static String of(RewrittenFiles rewritten, boolean isPrinted, boolean isCheck, int exitCode) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-sql/v1");
    json.put("dialect", rewritten.dialect().written());
    json.put("check", isCheck);
    ArrayNode files = json.putArray("files");
    for (RewrittenFiles.One one : rewritten.files()) {
      ObjectNode file = files.addObject();
      file.put("file", one.file().shown());
      file.put("changed", one.isChanged());
      ArrayNode changes = file.putArray("rewritten");
      one.rewriting().changes().forEach(change -> add(changes.addObject(), one.file(), change));
      ArrayNode left = file.putArray("left");
      one.rewriting().left().forEach(name -> add(left.addObject(), one.file(), name));
      if (isPrinted) {
        file.put("text", one.after());
      }
    }
    json.set("unread", Json.texts(rewritten.unread()));
    json.set("problems", ProblemJson.list(rewritten.problems()));
    json.put("exit_code", exitCode);
    return Json.text(json);
  }

  private static void add(ObjectNode json, SqlFile file, Change change) {
    putPlace(json, file, change.offset());
    json.put("from", change.from()).put("to", change.to());
  }

  private static void add(ObjectNode json, SqlFile file, Left left) {
    putPlace(json, file, left.offset());
    json.put("name", left.name()).put("why", left.why());
  }

  private static void putPlace(ObjectNode json, SqlFile file, int offset) {
    var place = file.place(offset);
    json.put("line", place.line()).put("column", place.column());
  }
}
