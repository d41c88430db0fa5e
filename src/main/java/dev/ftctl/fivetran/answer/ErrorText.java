package dev.ftctl.fivetran.answer;

import feign.Request;
import feign.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What an error says that is no JSON: a load balancer's page, a line of text, nothing at all.
final class ErrorText {

  private static final int LONGEST = 200;
  private static final int REDIRECTED = 300;
  private static final int REFUSED = 400;
  private static final int PROXY = 407;

  private ErrorText() {}

  /// One line to show, never a page.
  static String of(Request request, Response response, byte[] body) {
    if (response.status() == PROXY) {
      return "a proxy wants a user and a password, or others than it was told: write"
          + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT";
    }
    if (isForeign(response, body) && response.status() < 500) {
      return host(request) + " is not Fivetran's API" + came(response);
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return "the answer is empty";
    }
    if (isPage(response, body)) {
      return "a page instead of an answer of Fivetran's API" + came(response);
    }
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /// Whether somebody else answered: Fivetran's API neither redirects nor answers with pages. Texts
  /// and empty answers were seen of its own.
  static boolean isForeign(Response response, byte[] body) {
    boolean isRedirect = response.status() >= REDIRECTED && response.status() < REFUSED;
    return isRedirect
        || response.status() == PROXY
        || isPage(response, body)
        || isNoRoute(response, body);
  }

  static boolean isPage(Response response, byte[] body) {
    String type = Headers.text(response, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String begin =
        new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8).stripLeading();
    return begin.startsWith("<") || type.startsWith("text/html") && !begin.startsWith("{");
  }

  /// `404 page not found`, as servers say that know no such path: Fivetran's say it in JSON.
  private static boolean isNoRoute(Response response, byte[] body) {
    return response.status() == 404 && body.length > 0;
  }

  private static String came(Response response) {
    Optional<String> to = Headers.text(response, "Location");
    return to.isEmpty()
        ? Headers.text(response, "Content-Type").map(type -> " (" + type + ")").orElse("")
        : ": it redirects" + elsewhere(to.get());
  }

  /// No more than the host: the rest may hold a token.
  private static String elsewhere(String location) {
    try {
      URI there = URI.create(location);
      return there.getHost() == null ? "" : " to " + there.getScheme() + "://" + there.getHost();
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static String host(Request request) {
    URI url = URI.create(request.url());
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
