package dev.ftctl.fivetran.pacing;

import feign.Request;
import java.util.HashMap;
import java.util.Map;

/// What calls of each sort take when they are quick, so that a list that takes long does not look
/// like a server that got slow. Not safe for use by many threads; [InFlight] locks.
final class RouteTimes {

  /// How fast a quicker answer counts, and a slower one.
  private static final double DOWN = 0.3;

  private static final double UP = 0.02;

  private final Map<String, Double> quick = new HashMap<>();

  /// The method and every other segment of the path: the others are ids.
  static String route(Request request, String path) {
    String[] segments = path.split("/", -1);
    var route = new StringBuilder(request.httpMethod().name()).append(' ').append(segments.length);
    for (int index = segments.length > 1 && segments[1].equals("v1") ? 2 : 1;
        index < segments.length;
        index += 2) {
      route.append('/').append(segments[index]);
    }
    return route.toString();
  }

  /// How many times longer than a quick one an answer took.
  double slowness(String route, long nanos) {
    double time = Math.max(1, nanos);
    double base = quick.getOrDefault(route, time);
    quick.put(route, base + (time < base ? DOWN : UP) * (time - base));
    return time / base;
  }
}
