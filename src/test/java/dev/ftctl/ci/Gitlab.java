package dev.ftctl.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.Map;

/// GitLab's notes of merge request 12 of project 5, as far as its documentation says how they
/// behave.
final class Gitlab extends Forge {

  private static final String NOTES = "/api/v4/projects/5/merge_requests/12/notes";

  @Override
  boolean isAllowed(HttpExchange exchange) {
    return TOKEN.equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
  }

  @Override
  Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
    if (path.equals("/api/v4/user")) {
      return Answer.of(
          200, JSON.createObjectNode().put("id", JOB).put("username", "project_5_bot"));
    }
    if (path.equals(NOTES) && method.equals("GET")) {
      int page = Integer.parseInt(query.getOrDefault("page", "1"));
      String next = hasMore(page) ? String.valueOf(page + 1) : "";
      return new Answer(200, page(page), Map.of("X-Next-Page", next));
    }
    if (path.equals(NOTES) && method.equals("POST")) {
      return write(0, body);
    }
    if (path.startsWith(NOTES + "/") && method.equals("PUT")) {
      return write(Integer.parseInt(path.substring(NOTES.length() + 1)), body);
    }
    return Answer.refused(404, "404 Not found");
  }

  @Override
  ObjectNode json(Comment comment) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", comment.number()).put("body", comment.body()).put("system", false);
    json.putObject("author").put("id", comment.author());
    return json;
  }
}
