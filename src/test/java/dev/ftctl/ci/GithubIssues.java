package dev.ftctl.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.ci.Forge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The issues of `acme/fivetran`, as far as GitHub's documentation says how they behave; pull
/// requests are listed among them.
final class GithubIssues {

  private static final String ALL = "/repos/acme/fivetran/issues";

  /// @param comments what was said below it
  record Issue(
      int number, int author, String title, String body, String state, List<String> comments) {}

  final List<Issue> all = new ArrayList<>();
  private final Github github;

  /// Whether the repository has any.
  boolean areOn = true;

  GithubIssues(Github github) {
    this.github = github;
  }

  /// Adds what somebody opened before.
  void open(int author, String body) {
    all.add(new Issue(all.size() + 1, author, "a title", body, "open", List.of()));
  }

  Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
    if (!path.startsWith(ALL)) {
      return Answer.refused(404, "Not Found");
    }
    if (!areOn) {
      return Answer.refused(410, "Issues are disabled for this repo");
    }
    if (method.equals("GET") && path.equals(ALL)) {
      return list(query);
    }
    if (!github.isWritable) {
      return Answer.refused(403, "Resource not accessible by integration");
    }
    if (path.equals(ALL)) {
      return create(body);
    }
    String[] below = path.substring(ALL.length() + 1).split("/");
    Issue issue = all.get(Integer.parseInt(below[0]) - 1);
    return method.equals("PATCH") ? change(issue, body) : say(issue, body);
  }

  private Answer list(Map<String, String> query) {
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    List<Issue> open =
        all.reversed().stream().filter(one -> one.state().equals(query.get("state"))).toList();
    var items = Forge.JSON.createArrayNode();
    open.stream()
        .skip((page - 1L) * github.pageSize)
        .limit(github.pageSize)
        .map(this::json)
        .forEach(items::add);
    return open.size() > page * github.pageSize
        ? new Answer(
            200, items, Map.of("Link", Github.next(github.url() + ALL + "?page=", page + 1)))
        : Answer.of(200, items);
  }

  private Answer create(JsonNode body) {
    if (body.path("title").asText().isEmpty() || body.path("body").asText().length() > 65_536) {
      return Answer.refused(422, "Validation Failed");
    }
    all.add(
        new Issue(
            all.size() + 1,
            Forge.JOB,
            body.path("title").asText(),
            body.path("body").asText(),
            "open",
            List.of()));
    return Answer.of(201, json(all.getLast()));
  }

  private Answer change(Issue issue, JsonNode body) {
    return kept(
        200,
        new Issue(
            issue.number(),
            issue.author(),
            body.path("title").asText(issue.title()),
            body.path("body").asText(issue.body()),
            body.path("state").asText(issue.state()),
            issue.comments()));
  }

  private Answer say(Issue issue, JsonNode body) {
    var comments = new ArrayList<>(issue.comments());
    comments.add(body.path("body").asText());
    return kept(
        201,
        new Issue(
            issue.number(), issue.author(), issue.title(), issue.body(), issue.state(), comments));
  }

  private Answer kept(int status, Issue issue) {
    all.set(issue.number() - 1, issue);
    return Answer.of(status, json(issue));
  }

  private ObjectNode json(Issue issue) {
    ObjectNode json = Forge.JSON.createObjectNode();
    json.put("number", issue.number())
        .put("id", 9000 + issue.number())
        .put("title", issue.title())
        .put("body", issue.body())
        .put("state", issue.state())
        .put("html_url", "https://github.example/acme/fivetran/issues/" + issue.number());
    json.putObject("user").put("login", Github.login(issue.author()));
    return json;
  }
}
