package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.impact.Impact;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.Gap;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.plan.Part;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.Json;
import dev.ftctl.render.ProblemJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A plan out of its JSON, as [PlanJson] wrote it: what is printed of it is what was printed of the
/// plan.
public final class PlanReading {

  private PlanReading() {}

  /// @param json of the shape of `schemas/plan.schema.json`
  /// @throws IllegalArgumentException when something in it is nothing that ftctl writes
  public static PlanReport of(JsonNode json) {
    var policies = new PolicyFindings(ProblemJson.read(json.path("policies")), new Sources());
    List<PlanReport.Entry> entries = Json.list(json.path("changes"), PlanReading::entry);
    Map<Address, Impact> impacts = new HashMap<>();
    entries.stream()
        .filter(entry -> !entry.impact().isOfNothing())
        .forEach(entry -> impacts.put(entry.address(), entry.impact()));
    return new PlanReport(
        header(json),
        entries,
        Json.list(json.path("unmanaged"), PlanReading::unmanaged),
        Json.list(json.path("not_looked_at"), JsonNode::asText),
        ProblemJson.read(json.path("notices")),
        policies,
        counts(json.path("counts")),
        cost(json.path("cost")),
        ImpactJson.read(json.path("dbt"), impacts),
        json.path("exit_code").asInt());
  }

  private static Plan.Header header(JsonNode json) {
    JsonNode since = json.path("changed_since");
    String commit = since.path("commit").asText();
    Part part =
        since.isMissingNode()
            ? json.path("narrowed").asBoolean() ? Part.NARROWED : Part.WHOLE
            : Part.changedSince(
                since.path("revision").asText(commit), commit, since.path("documents").asInt());
    return new Plan.Header(
        json.at("/account/name").asText(),
        json.at("/account/id").asText(),
        json.path("environment").asText(),
        json.path("manifests").asInt(),
        json.path("resources").asInt(),
        part,
        json.path("digest").asText());
  }

  private static PlanReport.Entry entry(JsonNode json) {
    return new PlanReport.Entry(
        Action.valueOf(json.path("action").asText().toUpperCase(Locale.ROOT)),
        address(json),
        json.path("instances").asLong(1),
        ProblemJson.place(json),
        json.path("reason").asText(),
        findings(json),
        Json.list(
            json.path("blocks"),
            block ->
                new PlannedChange.Block(block.path("reason").asText(), block.path("fix").asText())),
        ImpactJson.read(json.path("impact")));
  }

  private static Address address(JsonNode json) {
    String text = json.path("address").asText();
    return Address.parse(text, kind -> json.has("instance"))
        .filter(address -> address.toString().equals(text))
        .orElseThrow(() -> new IllegalArgumentException("no address"));
  }

  private static Findings findings(JsonNode json) {
    return new Findings(
        Json.list(json.path("fields"), FieldJson::read),
        json.path("unchanged").asInt(),
        json.path("secrets_not_compared").asInt(),
        Json.list(json.path("risks"), PlanReading::risk),
        Json.list(json.path("notes"), JsonNode::asText),
        ProblemJson.read(json.path("problems")),
        json.path("follow_up").asBoolean(),
        json.path("open").asBoolean(),
        Json.list(
            json.path("gaps"),
            gap ->
                new Gap(
                    gap.path("element").asText(),
                    Gap.Weight.valueOf(gap.path("weight").asText().toUpperCase(Locale.ROOT)),
                    gap.path("why").asText())));
  }

  private static RiskFinding risk(JsonNode json) {
    Risk risk = Risk.named(json.path("risk").asText()).orElseThrow(IllegalArgumentException::new);
    return new RiskFinding(risk, json.path("why").asText(), "", json.path("named").asBoolean());
  }

  private static Unmanaged unmanaged(JsonNode json) {
    return new Unmanaged(
        address(json),
        json.path("id").asText(),
        json.path("service").asText(),
        json.path("activity").asText(),
        json.path("setup").asText(),
        json.path("type").asText());
  }

  private static PlanReport.Counts counts(JsonNode json) {
    return new PlanReport.Counts(
        json.path("create").asLong(),
        json.path("update").asLong(),
        json.path("replace").asLong(),
        json.path("delete").asLong(),
        json.path("move").asLong(),
        json.path("blocked").asLong(),
        json.path("unchanged").asLong(),
        json.path("secrets_not_compared").asLong());
  }

  private static Cost cost(JsonNode json) {
    Calls calls =
        Calls.NONE
            .with(CallSort.REQUEST, json.path("requests").asLong())
            .with(CallSort.SETUP_TEST, json.path("setup_tests").asLong())
            .with(CallSort.SOURCE_INTERACTION, json.path("source_interactions").asLong())
            .with(CallSort.CONNECTION_CREATION, json.path("connections_created").asLong())
            .with(CallSort.USER_CREATION, json.path("users_created").asLong())
            .with(CallSort.PRIVATE_LINK_CREATION, json.path("private_links_created").asLong());
    JsonNode limit = json.path("limited_by");
    return new Cost(
        json.path("steps").asLong(),
        calls,
        Duration.ofSeconds(json.path("seconds").asLong()),
        limit.isMissingNode() ? Optional.empty() : Optional.of(quota(limit)),
        json.path("settling").asLong());
  }

  private static Quota quota(JsonNode json) {
    return new Quota(
        CallSort.valueOf(json.path("calls").asText().toUpperCase(Locale.ROOT)),
        json.path("most").asLong(),
        Duration.ofMillis(json.path("milliseconds").asLong()));
  }
}
