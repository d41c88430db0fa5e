package dev.ftctl.sandbox.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which handler answers which method and path. Templates are like `/groups/{groupId}/users`; a
/// literal segment wins over a parameter.
///
/// Own code instead of the server's routing, since segments are matched after splitting and
/// decoding (a table may be called `a/b`), and a known path with another method must answer 405.
public final class RouteTable {
  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, List<String> template, Media media, Handler handler) {}

  /// What a route takes and gives.
  enum Media {
    JSON,
    FILES
  }

  /// The handler found, with the path's parameters by name.
  ///
  /// @param literals how many segments the template names
  record Match(Handler handler, Map<String, String> params, int literals, Media media) {}

  public void get(String template, Handler handler) {
    add("GET", template, handler);
  }

  public void post(String template, Handler handler) {
    add("POST", template, handler);
  }

  public void patch(String template, Handler handler) {
    add("PATCH", template, handler);
  }

  public void delete(String template, Handler handler) {
    add("DELETE", template, handler);
  }

  /// A route that takes a file (`multipart/form-data`), or gives one.
  public void files(String method, String template, Handler handler) {
    routes.add(new Route(method, split(template), Media.FILES, handler));
  }

  private void add(String method, String template, Handler handler) {
    routes.add(new Route(method, split(template), Media.JSON, handler));
  }

  private static List<String> split(String template) {
    return List.of(template.substring(1).split("/"));
  }

  Optional<Match> find(String method, List<String> segments) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && fits(route.template(), segments))
        .max((a, b) -> Integer.compare(literals(a.template()), literals(b.template())))
        .map(route ->
            new Match(
                route.handler(),
                params(route.template(), segments),
                literals(route.template()),
                route.media()));
  }

  /// The methods that a path knows, sorted; empty for an unknown path.
  Set<String> methods(List<String> segments) {
    var methods = new TreeSet<String>();
    routes.stream()
        .filter(route -> fits(route.template(), segments))
        .forEach(route -> methods.add(route.method()));
    return methods;
  }

  private static boolean fits(List<String> template, List<String> segments) {
    if (template.size() != segments.size()) {
      return false;
    }
    for (var i = 0; i < template.size(); i++) {
      if (!isParameter(template.get(i)) && !template.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> params(List<String> template, List<String> segments) {
    var params = new HashMap<String, String>();
    for (var i = 0; i < template.size(); i++) {
      var name = template.get(i);
      if (isParameter(name)) {
        params.put(name.substring(1, name.length() - 1), segments.get(i));
      }
    }
    return Map.copyOf(params);
  }

  private static int literals(List<String> template) {
    return (int) template.stream().filter(segment -> !isParameter(segment)).count();
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }
}
