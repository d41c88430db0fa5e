package dev.ftctl.render.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.NotRead;
import dev.ftctl.drift.Remembered;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.Json;
import java.util.Locale;

/// A report of drift as JSON, `schemas/drift.schema.json`. The shape changes only together with the
/// version in `format`.
public final class DriftJson {

  private static final String FORMAT = "ftctl-drift/v1";

  private DriftJson() {}

  public static String of(DriftReport report) {
    ObjectNode json = Json.object();
    header(json, report);
    // Without what was there before nobody knows since when.
    boolean isRemembered =
        report.memory() == Comparison.FIRST || report.memory() == Comparison.DONE;
    ArrayNode drift = json.putArray("drift");
    report.told().forEach(one -> drift.add(told(one, isRemembered)));
    ArrayNode gone = json.putArray("gone");
    report.gone().forEach(one -> gone.add(gone(one)));
    ArrayNode unread = json.putArray("unread");
    for (NotRead one : report.unread()) {
      unread
          .addObject()
          .put(one.isKind() ? "kind" : "address", one.what())
          .put("why", one.why())
          .put("whole", one.isWhole());
    }
    json.put("complete", report.isComplete());
    json.put("closing", DriftWords.closing(report));
    ObjectNode counts = json.putObject("counts");
    counts
        .put("breaks", report.breaches().size())
        .put("unmanaged", report.of(DriftClass.UNMANAGED).size())
        .put("new", report.of(DriftClass.NEW).size())
        .put("normalised", report.of(DriftClass.NORMALISED).size())
        .put("intended", report.intended().size())
        .put("gone", report.gone().size());
    json.put("exit_code", report.exitCode());
    return Json.text(json);
  }

  private static void header(ObjectNode json, DriftReport report) {
    Plan.Header header = report.header();
    json.put("format", FORMAT);
    json.putObject("account").put("id", header.accountId()).put("name", header.account());
    if (!header.environment().isEmpty()) {
      json.put("environment", header.environment());
    }
    json.put("manifests", header.manifests())
        .put("resources", header.resources())
        .put("narrowed", header.part().isNarrowed());
    if (!report.base().isEmpty()) {
      ObjectNode base = json.putObject("base");
      base.put("revision", report.base());
      base.set("unread", Json.texts(report.unreadBase()));
    }
    json.put("since", report.memory().name().toLowerCase(Locale.ROOT))
        .put("new_judged", report.memory() == Comparison.DONE);
  }

  private static ObjectNode told(Told one, boolean isRemembered) {
    Drift drift = one.drift();
    ObjectNode json = Json.object();
    json.put("class", drift.sort().word())
        .put("what", drift.what().name().toLowerCase(Locale.ROOT))
        .put("address", drift.subject().address().toString());
    if (drift.cause() != Cause.UNKNOWN) {
      json.put("cause", drift.cause().word());
    }
    if (!drift.subject().id().isEmpty()) {
      json.put("id", drift.subject().id());
    }
    if (drift.what() == Drift.What.FIELD) {
      json.put("field", drift.path().toString()).put("path", drift.written().jsonPointer());
      side(json, "live", drift.live());
      side(json, "manifest", drift.now());
      side(json, "base", drift.base());
    }
    if (!drift.note().isEmpty()) {
      json.put("note", drift.note());
    }
    Json.putPlace(json, drift.place());
    json.set("owners", Json.texts(drift.subject().owners()));
    json.put("hash", drift.key());
    if (one.status() != Status.UNKNOWN) {
      json.put("status", one.status().name().toLowerCase(Locale.ROOT));
    }
    if (isRemembered) {
      one.since().ifPresent(since -> json.put("since", since.toString()));
    }
    return json;
  }

  /// Values that print as their source, or in the words of a kind, are shown so.
  private static void side(ObjectNode json, String name, Drift.Side side) {
    if (side.isSaid()) {
      json.set(name, Json.of(side.value()));
      json.put(name + "_shown", side.shown());
    }
  }

  private static ObjectNode gone(Remembered gone) {
    return Json.object()
        .put("class", gone.sort().word())
        .put("address", gone.address())
        .put("field", gone.field())
        .put("since", gone.since().toString());
  }
}
