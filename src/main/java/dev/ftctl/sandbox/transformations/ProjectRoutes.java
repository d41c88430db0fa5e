package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;

/// `/transformation-projects`. Seeds of the collection `transformation_projects` say what matters,
/// the rest has defaults.
///
/// What the sources say: fivetran-quirks 2.14.
public final class ProjectRoutes implements Routes {
  private static final String ALL = "/transformation-projects";
  private static final String ONE = "/transformation-projects/{projectId}";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.post(ALL, this::create);
    table.get(ONE, this::details);
    table.patch(ONE, this::change);
    table.delete(ONE, this::delete);
    table.post(ONE + "/test", this::test);
  }

  private Reply list(Call call) {
    var account = call.account();
    var projects =
        account.entries(AccountData.TRANSFORMATION_PROJECTS).keySet().stream()
            .map(id -> existing(account, id))
            .toList();
    return Reply.ok(
        "Transformation projects retrieved successfully",
        call.page()
            .of(
                projects,
                project ->
                    project.retain(
                        List.of("id", "type", "created_at", "created_by_id", "group_id"))));
  }

  private Reply create(Call call) {
    return Reply.created(
        "Transformation project created successfully", kept(call, ProjectDraft.created(call)));
  }

  private Reply details(Call call) {
    return Reply.ok("Transformation project details retrieved successfully", existing(call));
  }

  private Reply change(Call call) {
    var draft = new ProjectDraft(call, existing(call));
    draft.change();
    return Reply.ok("Transformation project updated successfully", kept(call, draft));
  }

  private Reply delete(Call call) {
    var id = existing(call).path("id").asText();
    var account = call.account();
    if (account.all(AccountData.TRANSFORMATIONS).stream()
        .anyMatch(
            each -> each.path("transformation_config").path("project_id").asText().equals(id))) {
      throw ApiError.conflict("Transformation project with id '" + id + "' has transformations");
    }
    account.remove(AccountData.TRANSFORMATION_PROJECTS, id);
    return Reply.done("Transformation project with id '" + id + "' has been deleted");
  }

  private Reply test(Call call) {
    var draft = new ProjectDraft(call, existing(call));
    var answer = draft.tested();
    call.account().put(AccountData.TRANSFORMATION_PROJECTS, call.param("projectId"), draft.node());
    return Reply.ok("Transformation project test completed successfully", answer);
  }

  /// Keeps the project, tested where the request asks for it; gives the answer.
  private static ObjectNode kept(Call call, ProjectDraft draft) {
    var answer = call.bool("run_tests").orElse(false) ? draft.tested() : draft.node();
    var node = draft.node();
    call.account().put(AccountData.TRANSFORMATION_PROJECTS, node.path("id").asText(), node);
    return answer;
  }

  private static ObjectNode existing(Call call) {
    return existing(call.account(), call.param("projectId"));
  }

  /// A copy with its defaults, or 404.
  static ObjectNode existing(AccountData account, String id) {
    var stored =
        account
            .find(AccountData.TRANSFORMATION_PROJECTS, id)
            .orElseThrow(() ->
                ApiError.notFound(
                    "NotFound", "Transformation project with id '" + id + "' is not found"));
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("type", TransformationDraft.DBT).put("status", "READY");
    node.putArray("errors");
    node.put("created_at", "2026-01-01T00:00:00.000000Z");
    node.put("created_by_id", account.userId().orElse("sandbox")).put("group_id", "");
    node.putObject("project_config").put("git_remote_url", "git@git.test:dbt.git");
    return node.setAll(stored.deepCopy());
  }
}
