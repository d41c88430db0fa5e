package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.impact.Impacts;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.Json;
import dev.ftctl.render.ProblemJson;
import java.util.Locale;
import java.util.Map;

/// A plan as JSON, `schemas/plan.schema.json`. The shape changes only together with the version in
/// `format`.
public final class PlanJson {

  public static final String FORMAT = "ftctl-plan/v1";

  private PlanJson() {}

  public static String of(PlanReport report) {
    ObjectNode json = Json.object();
    header(json, report.header());
    ArrayNode changes = json.putArray("changes");
    report.entries().forEach(entry -> changes.add(entry(entry)));
    ArrayNode unmanaged = json.putArray("unmanaged");
    report.unmanaged().forEach(one -> unmanaged.add(one.json()));
    ArrayNode unlooked = json.putArray("not_looked_at");
    report.unlooked().forEach(unlooked::add);
    json.set("notices", ProblemJson.list(report.notices()));
    json.set("policies", ProblemJson.list(report.policies().problems()));
    counts(json.putObject("counts"), report.counts());
    cost(json.putObject("cost"), report.cost());
    ImpactJson.whole(report.impacts()).ifPresent(dbt -> json.set("dbt", dbt));
    json.put(
        "blocked",
        report.counts().blocked() > 0 || report.notices().stream().anyMatch(Problem::isError));
    json.put("exit_code", report.exitCode());
    return Json.text(json);
  }

  private static void cost(ObjectNode json, Cost cost) {
    Calls calls = cost.calls();
    json.put("steps", cost.steps())
        .put("requests", calls.of(CallSort.REQUEST))
        .put("setup_tests", calls.of(CallSort.SETUP_TEST))
        .put("source_interactions", calls.of(CallSort.SOURCE_INTERACTION))
        .put("connections_created", calls.of(CallSort.CONNECTION_CREATION))
        .put("users_created", calls.of(CallSort.USER_CREATION))
        .put("private_links_created", calls.of(CallSort.PRIVATE_LINK_CREATION))
        .put("settling", cost.settling())
        .put("seconds", cost.steps() == 0 ? 0 : cost.seconds());
    cost.limit()
        .ifPresent(limit ->
            json.putObject("limited_by")
                .put("calls", limit.sort().name().toLowerCase(Locale.ROOT))
                .put("most", limit.limit())
                .put("milliseconds", limit.window().toMillis()));
  }

  private static void header(ObjectNode json, Plan.Header header) {
    json.put("format", FORMAT);
    json.putObject("account").put("id", header.accountId()).put("name", header.account());
    if (!header.environment().isEmpty()) {
      json.put("environment", header.environment());
    }
    if (header.part().isChanged()) {
      json.putObject("changed_since")
          .put("commit", header.part().commit())
          .put("revision", header.part().revision())
          .put("documents", header.part().documents());
    }
    if (header.part().isNarrowed()) {
      json.put("narrowed", true);
    }
    json.put("manifests", header.manifests())
        .put("resources", header.resources())
        .put("digest", header.digest());
  }

  static void counts(ObjectNode json, PlanReport.Counts counts) {
    json.put("create", counts.create())
        .put("update", counts.update())
        .put("replace", counts.replace());
    json.put("delete", counts.delete()).put("move", counts.move());
    json.put("blocked", counts.blocked()).put("unchanged", counts.unchanged());
    json.put("secrets_not_compared", counts.secretsNotCompared());
  }

  /// What the JSON of a plan says of one change.
  static ObjectNode change(PlannedChange planned) {
    return entry(
        PlanReport.Entry.of(planned, Map.of(planned.change().address(), 1L), Impacts.NONE));
  }

  private static ObjectNode entry(PlanReport.Entry entry) {
    ObjectNode json = Json.object();
    json.put("action", entry.action().word()).put("address", entry.address().toString());
    if (!entry.address().instance().isEmpty()) {
      json.put("instance", entry.address().instance());
    }
    if (entry.instances() > 1) {
      json.put("instances", entry.instances());
    }
    Json.putPlace(json, entry.place());
    if (!entry.reason().isEmpty()) {
      json.put("reason", entry.reason());
    }
    Findings findings = entry.findings();
    ArrayNode fields = json.putArray("fields");
    findings.fields().forEach(field -> fields.add(FieldJson.of(field)));
    json.put("unchanged", findings.unchanged())
        .put("secrets_not_compared", findings.secretsNotCompared());
    risks(json.putArray("risks"), findings);
    json.set("dangers", Json.texts(entry.dangers()));
    json.set("notes", Json.texts(findings.notes()));
    json.put("follow_up", findings.followUp());
    if (findings.isOpen()) {
      json.put("open", true);
    }
    gaps(json.putArray("gaps"), findings);
    ArrayNode blocks = json.putArray("blocks");
    entry
        .blocks()
        .forEach(block -> blocks.addObject().put("reason", block.reason()).put("fix", block.fix()));
    json.set("problems", ProblemJson.list(findings.problems()));
    ImpactJson.of(entry.impact()).ifPresent(impact -> json.set("impact", impact));
    return json;
  }

  private static void gaps(ArrayNode gaps, Findings findings) {
    findings
        .gaps()
        .forEach(gap ->
            gaps.addObject()
                .put("element", gap.element())
                .put("weight", gap.weight().name().toLowerCase(Locale.ROOT))
                .put("why", gap.why()));
  }

  private static void risks(ArrayNode risks, Findings findings) {
    findings
        .risks()
        .forEach(risk ->
            risks
                .addObject()
                .put("risk", risk.risk().flag())
                .put("why", risk.why())
                .put("named", risk.isNamed()));
  }
}
