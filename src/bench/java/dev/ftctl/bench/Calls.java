package dev.ftctl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Requests of one run by the quotas that count them.
///
/// @param interactions with a source: schema reloads and tests of connections
/// @param tests runs of setup tests, those of a creation or change included
record Calls(int all, int writes, int interactions, int tests, int refused) {

  private static final Pattern RELOAD = Pattern.compile(".*/schemas/(reload|refresh)$");
  private static final Pattern TEST = Pattern.compile(".*/(test|setup-tests)$");
  private static final Pattern TESTED =
      Pattern.compile("/v1/(connections|connectors|destinations)(/[^/]+)?$");

  private static final Pattern ID = Pattern.compile("/[^/]*_[^/]*");

  static Calls of(JsonNode requests) {
    int writes = 0;
    int interactions = 0;
    int tests = 0;
    int refused = 0;
    for (JsonNode request : requests) {
      String method = request.path("method").asText();
      String path = request.path("path").asText();
      boolean isWrite = !method.equals("GET");
      boolean isTest =
          isWrite
              && (TEST.matcher(path).matches()
                  || TESTED.matcher(path).matches()
                      && !method.equals("DELETE")
                      && request.path("body").path("run_setup_tests").asBoolean(true));
      writes += isWrite ? 1 : 0;
      tests += isTest ? 1 : 0;
      interactions += RELOAD.matcher(path).matches() ? 1 : 0;
      refused += request.path("status").asInt() == 429 ? 1 : 0;
    }
    return new Calls(requests.size(), writes, interactions, tests, refused);
  }

  /// @throws IllegalStateException when there are more
  void requireAtMost(int budget) {
    if (all > budget) {
      throw new IllegalStateException(all + " calls are over the budget of " + budget);
    }
  }

  /// A line for each sort of request; ids, which have an underscore, are left out of the paths.
  static String byPath(JsonNode requests) {
    var counts = new TreeMap<String, Integer>();
    for (JsonNode request : requests) {
      String path = ID.matcher(request.path("path").asText()).replaceAll("/*");
      counts.merge(request.path("method").asText() + " " + path, 1, Integer::sum);
    }
    var lines = new StringBuilder();
    counts.forEach((path, count) -> lines.append("    %6d %s%n".formatted(count, path)));
    return lines.toString();
  }
}
