package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A body of `multipart/form-data` (RFC 7578): its parts by their names, each with its bytes.
///
/// Own code, since the server library's module for it reads a request, and here the request has
/// ended: faults and the log of requests need its bytes.
final class Multipart {
  static final String MEDIA_TYPE = "multipart/form-data";

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"?([^\";\\r\\n]+)");
  private static final String HEAD_END = "\r\n\r\n";

  private Multipart() {}

  /// The parts as members that hold bytes.
  static ObjectNode parsed(String contentType, byte[] body) {
    var boundary = boundary(contentType).orElseThrow(Multipart::malformed);
    // One letter a byte, so that places in the text are places in the body.
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var line = "--" + boundary;
    var parts = JsonNodeFactory.instance.objectNode();
    var at = text.indexOf(line);
    while (at >= 0 && !text.startsWith("--", at + line.length())) {
      var head = text.indexOf(HEAD_END, at);
      var next = text.indexOf("\r\n" + line, Math.max(head, at + line.length()));
      if (head < 0 || next < head) {
        throw malformed();
      }
      var from = Math.min(head + HEAD_END.length(), next);
      name(text.substring(at, head))
          .ifPresent(name -> parts.put(name, Arrays.copyOfRange(body, from, next)));
      at = next + 2;
    }
    return parts;
  }

  private static Optional<String> boundary(String contentType) {
    var found = BOUNDARY.matcher(contentType);
    return found.find()
        ? Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(2)))
        : Optional.empty();
  }

  private static Optional<String> name(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
        .map(NAME::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static ApiError malformed() {
    return ApiError.invalid("The request body is not valid multipart/form-data");
  }
}
