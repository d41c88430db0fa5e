package dev.ftctl.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A request as it came over the wire, without the server library.
///
/// `rawPath` and `rawQuery` are still encoded; absent headers are empty texts.
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares
public record Incoming(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, String> query,
    String authorization,
    String accept,
    String contentType,
    byte[] body) {

  /// The decoded segments of the path below `/v1`, in today's names: `connectors` is `connections`,
  /// `force` is `sync`. Trailing slashes don't count. An encoded slash stays inside its segment.
  public List<String> segments() {
    var segments =
        new ArrayList<>(
            Arrays.stream(rawPath.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Incoming::decoded)
                .toList());
    if (!segments.isEmpty() && segments.getFirst().equals("v1")) {
      segments.removeFirst();
    }
    rename(segments, 0, "connectors", "connections");
    switch (segments.isEmpty() ? "" : segments.getFirst()) {
      case "groups", "users", "teams" -> rename(segments, 2, "connectors", "connections");
      case "connections" -> rename(segments, 2, "force", "sync");
      default -> {}
    }
    return segments;
  }

  /// Whether its body says that it is JSON.
  public boolean isJson() {
    return mediaType(contentType).equals(Answer.JSON_TYPE);
  }

  /// Whether its body says that it is a form with files.
  boolean isMultipart() {
    return mediaType(contentType).equals(Multipart.MEDIA_TYPE);
  }

  /// Without parameters, in small letters.
  static String mediaType(String header) {
    var end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }

  private static void rename(List<String> segments, int place, String from, String to) {
    if (segments.size() > place && segments.get(place).equals(from)) {
      segments.set(place, to);
    }
  }

  /// Percent-decoded; a plus is a plus in a path.
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEncoding) {
      return segment;
    }
  }
}
