package dev.ftctl.playground.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which endpoint answers which path, and by which verbs.
public final class RouteTable {

  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> POSTING = List.of("POST", "OPTIONS");

  private static final byte[] NOTHING = {};

  private final Map<String, Route> routes = new HashMap<>();
  private final Map<Pattern, Function<String, Endpoint>> patterns = new HashMap<>();

  private record Route(List<String> verbs, Endpoint endpoint) {

    /// As the header `Allow` has them.
    private String allowed() {
      return String.join(", ", verbs);
    }
  }

  public RouteTable get(String path, Endpoint endpoint) {
    routes.put(path, new Route(READING, endpoint));
    return this;
  }

  public RouteTable post(String path, Endpoint endpoint) {
    routes.put(path, new Route(POSTING, endpoint));
    return this;
  }

  /// @param path a pattern whose one group is given to what answers
  public RouteTable getWithin(Pattern path, Function<String, Endpoint> endpoint) {
    patterns.put(path, endpoint);
    return this;
  }

  /// @throws PracticeError where there is no such path, or it has no such verb
  public Answer answer(Asked asked) {
    Route route = route(asked.path()).orElseThrow(PracticeError::nowhere);
    if (asked.method().equals("OPTIONS")) {
      return Answer.html(200, NOTHING).with(Map.of("Allow", route.allowed()));
    }
    if (!route.verbs().contains(asked.method())) {
      throw PracticeError.wrongVerb(route.allowed());
    }
    return route.endpoint().answer(asked);
  }

  private Optional<Route> route(String path) {
    Route known = routes.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    for (var pattern : patterns.entrySet()) {
      Matcher match = pattern.getKey().matcher(path);
      if (match.matches()) {
        return Optional.of(new Route(READING, pattern.getValue().apply(match.group(1))));
      }
    }
    return Optional.empty();
  }
}
