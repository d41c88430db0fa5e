package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.store.RequestRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a run asked of the API, as people read it: names in braces in the place of ids.
///
/// First the details that it read to make its plan, each call once and in alphabetical order, since
/// reading goes side by side; then its writes in their order. Left out are the lists, which every
/// run reads, and what was read between and after the writes. Writes of one sort that follow one
/// another (several creations, the same change of several objects) may go side by side, too, and
/// are in alphabetical order.
final class Calls {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ID = Pattern.compile("\\b[a-z]+_[a-z]+\\b");
  private static final int WIDTH = 100;

  private final Map<String, String> names = new HashMap<>();

  /// Learns the names of what an account holds; of two accounts, the later one wins.
  Calls knowing(JsonNode account) {
    learn(account, "groups", "name");
    learn(account, "external_secrets_managers", "name");
    learn(account, "private_links", "name");
    learn(account, "users", "email");
    learn(account, "teams", "name");
    learn(account, "webhooks", "url");
    account
        .path("connections")
        .properties()
        .forEach(connection -> {
          String group = connection.getValue().path("group_id").asText();
          String schema = connection.getValue().path("schema").asText();
          names.put(connection.getKey(), named(group).replace("}", "") + "/" + schema + "}");
        });
    return this;
  }

  String text(List<RequestRecord> requests) {
    var reads = new TreeSet<String>();
    var writes = new ArrayList<String>();
    for (RequestRecord request : requests) {
      String call = call(request);
      if (!request.method().equals("GET")) {
        writes.add(call);
      } else if (writes.isEmpty() && call.contains("{")) {
        reads.add(call);
      }
    }
    return (reads.isEmpty() ? "" : String.join("\n", reads) + "\n\n")
        + (writes.isEmpty() ? "(no writes)" : String.join("\n", settled(writes)))
        + "\n";
  }

  private static List<String> settled(List<String> writes) {
    var settled = new ArrayList<String>();
    var run = new ArrayList<String>();
    for (String write : writes) {
      if (!run.isEmpty() && !sort(run.getLast()).equals(sort(write))) {
        settled.addAll(run.stream().sorted().toList());
        run.clear();
      }
      run.add(write);
    }
    settled.addAll(run.stream().sorted().toList());
    return settled;
  }

  /// Of a creation where it goes, of all else the call without the object's name.
  private static String sort(String write) {
    String line = write.lines().findFirst().orElseThrow();
    return line.matches("POST /[a-z/]+( .*)?")
        ? line.replaceFirst("(POST \\S+).*", "$1")
        : write.replaceAll("/\\{[^}]*}", "/{}");
  }

  private String call(RequestRecord request) {
    String line =
        request.method() + " " + request.path().replaceFirst("^/v1", "") + query(request.query());
    if (request.body().isMissingNode()) {
      return named(line);
    }
    String whole = named(line + " " + request.body());
    return whole.length() <= WIDTH ? whole : named(line + "\n" + pretty(request.body()));
  }

  private static String query(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  private String named(String text) {
    return ID.matcher(text).replaceAll(id -> names.getOrDefault(id.group(), id.group()));
  }

  private void learn(JsonNode account, String collection, String field) {
    account
        .path(collection)
        .properties()
        .forEach(
            entry -> names.put(entry.getKey(), "{" + entry.getValue().path(field).asText() + "}"));
  }

  private static String pretty(JsonNode body) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(body)
          .indent(2)
          .stripTrailing();
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
