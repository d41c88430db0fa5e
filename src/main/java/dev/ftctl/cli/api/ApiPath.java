package dev.ftctl.cli.api;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A path as somebody types it, or copies it from an address bar.
///
/// @param segments decoded, with `v1` or `public` as the first
/// @param query as written behind the question mark, `a=b`; empty without one
/// @param endsInSlash whether it was written with one more at its end
record ApiPath(List<String> segments, String query, boolean endsInSlash) {

  private static final String FIX =
      "Write the path as the API document has it, such as connections/ID or /v1/connections/ID.";

  /// @param bases what a whole URL may begin with: the account's API
  /// @throws RefusedException when it is none, or leads elsewhere
  static ApiPath parse(String written, List<String> bases) {
    String path = written.matches("(?is)[a-z][a-z0-9+.-]*://.*") ? below(written, bases) : written;
    if (path.contains("#")) {
      throw wrong(written, "holds a '#'; write it as %23");
    }
    int question = path.indexOf('?');
    String query = question < 0 ? "" : path.substring(question + 1);
    String way = (question < 0 ? path : path.substring(0, question)).replaceFirst("^/", "");
    boolean endsInSlash = way.endsWith("/");
    String trimmed = endsInSlash ? way.substring(0, way.length() - 1) : way;
    var segments = new ArrayList<String>();
    for (String segment : trimmed.split("/", -1)) {
      segments.add(decoded(segment, written));
    }
    if (!List.of("v1", "public").contains(segments.getFirst())) {
      segments.addFirst("v1");
    }
    segments.forEach(segment -> check(segment, written));
    return new ApiPath(segments, query, endsInSlash);
  }

  ApiPath at(List<String> other) {
    return new ApiPath(List.copyOf(other), query, endsInSlash);
  }

  /// As it is sent: `/v1/groups/a%20b`.
  String encoded() {
    return segments.stream().map(ApiPath::encode).collect(Collectors.joining("/", "/", ""));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String decoded(String segment, String written) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw wrong(written, "holds a '%' that encodes nothing; write it as %25");
    }
  }

  private static void check(String segment, String written) {
    if (segment.isEmpty()) {
      throw wrong(written, "has an empty part: an id that is not set?");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw wrong(written, "leads elsewhere by '" + segment + "'");
    }
    if (segment.startsWith("{") && segment.endsWith("}")) {
      throw wrong(written, "still has the placeholder " + segment);
    }
  }

  private static String below(String url, List<String> bases) {
    for (String base : bases) {
      if (isSameServer(url, base)) {
        String path = url.replaceFirst("(?i)^[a-z]+://[^/?#]*", "");
        String prefix = URI.create(base).getRawPath();
        if (path.startsWith(prefix + "/")) {
          return path.substring(prefix.length());
        }
      }
    }
    throw new RefusedException(
        Refusal.USAGE,
        url.replaceAll("[?#].*", "").replaceAll("//[^/@]*@", "//***@")
            + " is not at the account's API: the key would go there",
        "The API is " + bases.getFirst() + "; another one is named by --api-url.");
  }

  private static boolean isSameServer(String url, String base) {
    try {
      URI one = URI.create(url.replaceFirst("(?s)^([^/]*//[^/?#]*).*", "$1"));
      URI other = URI.create(base);
      return one.getRawUserInfo() == null
          && one.getScheme().equalsIgnoreCase(other.getScheme())
          && one.getHost() != null
          && one.getHost().toLowerCase(Locale.ROOT).equals(other.getHost().toLowerCase(Locale.ROOT))
          && port(one) == port(other);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static int port(URI url) {
    boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
    return url.getPort() >= 0 ? url.getPort() : isSecure ? 443 : 80;
  }

  private static RefusedException wrong(String written, String what) {
    return new RefusedException(Refusal.USAGE, "the path '" + written + "' " + what, FIX);
  }
}
