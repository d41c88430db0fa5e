package dev.ftctl.render.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.NotRead;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.Json;
import dev.ftctl.render.Paint;
import dev.ftctl.render.plan.FileDiff;
import java.util.Locale;

/// What `drift --accept` did as JSON, `schemas/accept.schema.json`. The shape changes only together
/// with the version in `format`.
public final class AcceptJson {

  private static final String FORMAT = "ftctl-accept/v1";

  private AcceptJson() {}

  public static String of(AcceptReport report) {
    ObjectNode json = Json.object();
    header(json, report);
    body(json, report);
    ArrayNode unread = json.putArray("unread");
    for (NotRead one : report.unread()) {
      unread
          .addObject()
          .put(one.isKind() ? "kind" : "address", one.what())
          .put("why", one.why())
          .put("whole", one.isWhole());
    }
    json.put("closing", report.closing());
    json.put("exit_code", report.exitCode());
    return Json.text(json);
  }

  private static void header(ObjectNode json, AcceptReport report) {
    Plan.Header header = report.header();
    json.put("format", FORMAT);
    json.putObject("account").put("id", header.accountId()).put("name", header.account());
    if (!header.environment().isEmpty()) {
      json.put("environment", header.environment());
    }
    if (!report.base().isEmpty()) {
      ObjectNode base = json.putObject("base");
      base.put("revision", report.base());
      base.set("unread", Json.texts(report.unreadBase()));
    }
    json.put("written", report.isWritten());
  }

  private static void body(ObjectNode json, AcceptReport report) {
    Accepted accepted = report.accepted();
    ArrayNode lines = json.putArray("accepted");
    accepted.lines().forEach(line -> lines.add(line(line)));
    ArrayNode left = json.putArray("left");
    accepted.left().forEach(one -> left.add(left(one)));
    ArrayNode files = json.putArray("files");
    for (EditedText file : accepted.files()) {
      files
          .addObject()
          .put("file", file.shown())
          .put("new", file.before().isEmpty())
          .put("diff", FileDiff.of(file.shown(), file.before(), file.after(), Paint.PLAIN));
    }
    report
        .copies()
        .forEach(file ->
            files
                .addObject()
                .put("file", file)
                .put("new", false)
                .put("diff", AcceptReport.binary(file)));
    json.putObject("counts")
        .put("accepted", accepted.lines().size())
        .put("left", accepted.left().size())
        .put("files", accepted.files().size() + report.copies().size())
        .put("intended", accepted.intended());
  }

  private static ObjectNode line(Line line) {
    ObjectNode json = drift(line.drift());
    json.put("where", line.where());
    Json.putPlace(json, line.place());
    return json;
  }

  private static ObjectNode left(Left one) {
    ObjectNode json = drift(one.drift());
    json.put("why", one.why());
    Json.putPlace(json, one.drift().place());
    return json;
  }

  private static ObjectNode drift(Drift drift) {
    ObjectNode json = Json.object();
    json.put("class", drift.sort().word())
        .put("what", drift.what().name().toLowerCase(Locale.ROOT))
        .put("address", drift.subject().address().toString());
    if (drift.cause() != Cause.UNKNOWN) {
      json.put("cause", drift.cause().word());
    }
    if (drift.what() == Drift.What.FIELD) {
      json.put("field", drift.path().toString()).put("path", drift.written().jsonPointer());
      side(json, "live", drift.live());
      side(json, "manifest", drift.now());
    }
    return json.put("hash", drift.key());
  }

  private static void side(ObjectNode json, String name, Drift.Side side) {
    if (side.isSaid()) {
      json.set(name, Json.of(side.value()));
      json.put(name + "_shown", side.shown());
    }
  }
}
