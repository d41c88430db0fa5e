package dev.ftctl.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.Map;

/// GitHub's comments of pull request 12 of `acme/fivetran`, as far as its documentation says how
/// they behave.
final class Github extends Forge {

  private static final String ISSUES = "/repos/acme/fivetran/issues/";

  /// Whether the token may ask whose it is.
  boolean tellsWhoAsks = true;

  @Override
  boolean isAllowed(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  @Override
  Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
    if (path.equals("/graphql")) {
      return tellsWhoAsks
          ? Answer.of(200, viewer())
          : Answer.refused(403, "Resource not accessible by integration");
    }
    if (path.equals(ISSUES + "12/comments") && method.equals("GET")) {
      int page = Integer.parseInt(query.getOrDefault("page", "1"));
      return hasMore(page)
          ? new Answer(200, page(page), Map.of("Link", link(page + 1)))
          : Answer.of(200, page(page));
    }
    if (path.equals(ISSUES + "12/comments") && method.equals("POST")) {
      return write(0, body);
    }
    if (path.startsWith(ISSUES + "comments/") && method.equals("PATCH")) {
      return write(Integer.parseInt(path.substring((ISSUES + "comments/").length())), body);
    }
    return Answer.refused(404, "Not Found");
  }

  private static ObjectNode viewer() {
    ObjectNode whole = JSON.createObjectNode();
    whole.putObject("data").putObject("viewer").put("login", "github-actions[bot]");
    return whole;
  }

  private String link(int next) {
    String comments = url() + ISSUES + "12/comments?page=";
    return "<" + comments + next + ">; rel=\"next\", <" + comments + "9>; rel=\"last\"";
  }

  @Override
  ObjectNode json(Comment comment) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", comment.number())
        .put("body", comment.body())
        .put("html_url", "https://github.example/acme/fivetran/pull/12#" + comment.number());
    json.putObject("user")
        .put("login", comment.author() == JOB ? "github-actions[bot]" : "mallory");
    return json;
  }
}
