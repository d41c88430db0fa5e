package dev.ftctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is let in, over sockets of its own, since a client would set Host by itself: each name ×
/// each origin × each route of API and control desk.
class DoorTest {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

  private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";

  private static final String EXTRA = "host.docker.internal";

  private static final List<String> ROUTES =
      List.of(
          "GET /v1/account/info",
          "GET /v1/nowhere",
          "POST /v1/groups",
          "DELETE /v1/groups/g_1",
          "OPTIONS /v1/groups",
          "GET /public/connector/connect-card",
          "GET /_sandbox/account",
          "GET /_sandbox/requests",
          "DELETE /_sandbox/requests",
          "PUT /_sandbox/faults",
          "PUT /_sandbox/quotas",
          "PUT /_sandbox/account",
          "POST /_sandbox/clock",
          "POST /_sandbox/reset",
          "OPTIONS /_sandbox/reset",
          "GET /_sandbox/nowhere");

  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.inMemory().withHosts(Set.of(EXTRA, "sim.test:81")));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void onlyOwnNamesAndNoForeignPagesAreLetIn() throws IOException {
    for (var host : hosts().entrySet()) {
      for (var page : pages(host.getKey()).entrySet()) {
        for (String route : ROUTES) {
          String answer = ask(route, "Host: " + host.getKey() + "\r\n" + page.getKey(), "", "");
          boolean isRefused = answer.startsWith("HTTP/1.1 403");

          assertThat(isRefused)
              .as("%s as %s, %s%n%s", route, host.getKey(), page.getKey(), answer)
              .isEqualTo(!(host.getValue() && page.getValue()));
          assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow");
        }
      }
    }
  }

  @Test
  void whoIsRefusedChangesNothingAndIsToldHow() throws IOException {
    var before = sandbox.control().account();

    String byName = ask("POST /_sandbox/reset", "Host: evil.example:80\r\n", "", "");
    String byPage =
        ask(
            "POST /v1/groups",
            own() + "Origin: https://evil.example\r\n",
            JSON,
            "{\"name\":\"a\"}");

    assertThat(sandbox.control().account()).isEqualTo(before);
    assertThat(sandbox.requests()).isEmpty();
    assertThat(byName)
        .contains("\"code\":\"Forbidden\"", "'evil.example:80'", "--allow-host evil.example");
    assertThat(byPage).contains("no requests from web pages (https://evil.example)");
  }

  @Test
  void controlTakesBodiesAsJsonOnly() throws IOException {
    for (String type :
        List.of("", "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data\r\n")) {
      for (String route :
          List.of("PUT /_sandbox/faults", "PUT /_sandbox/account", "POST /_sandbox/clock")) {
        assertThat(ask(route, own(), type, "{}")).as("%s %s", route, type).contains("HTTP/1.1 415");
      }
    }
    assertThat(ask("PUT /_sandbox/faults", own(), JSON, "[]")).startsWith("HTTP/1.1 200");
  }

  /// Whether each is let in.
  private Map<String, Boolean> hosts() {
    int port = sandbox.url().getPort();
    var hosts = new LinkedHashMap<String, Boolean>();
    for (String name : List.of("127.0.0.1", "localhost", "LocalHost", "[::1]")) {
      hosts.put(name + ":" + port, true);
    }
    hosts.put(EXTRA, true);
    hosts.put(EXTRA + ":9", true);
    hosts.put("sim.test:81", true);
    for (String name :
        List.of(
            "evil.example",
            "127.0.0.1.nip.io",
            "localhost.evil.example",
            "evil-localhost",
            "127.0.0.2",
            "0.0.0.0",
            "sub." + EXTRA,
            "sim.test")) {
      hosts.put(name + ":" + port, false);
    }
    hosts.put("localhost", false);
    hosts.put("localhost:1", false);
    hosts.put("evil.example", false);
    return hosts;
  }

  /// Headers of a browser, and whether they are let in.
  private static Map<String, Boolean> pages(String host) {
    var pages = new LinkedHashMap<String, Boolean>();
    pages.put("", true);
    pages.put("Origin: http://" + host + "\r\n", true);
    pages.put("Sec-Fetch-Site: none\r\n", true);
    pages.put("Origin: https://" + host + "\r\n", false);
    for (String origin :
        List.of("null", "https://evil.example", "http://localhost:3000", "http://" + host + ".a")) {
      pages.put("Origin: " + origin + "\r\n", false);
    }
    pages.put("Sec-Fetch-Site: cross-site\r\n", false);
    pages.put("Sec-Fetch-Site: same-site\r\n", false);
    pages.put("Origin: http://" + host + "\r\nOrigin: http://a.b\r\n", false);
    return pages;
  }

  private String own() {
    return "Host: 127.0.0.1:" + sandbox.url().getPort() + "\r\n";
  }

  private String ask(String route, String headers, String type, String body) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(route + " HTTP/1.1\r\n" + headers + type);
    lines.add("Authorization: " + ApiClient.basic(sandbox.apiKey(), sandbox.apiSecret()));
    lines.add("\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    try (var socket = new Socket("127.0.0.1", sandbox.url().getPort())) {
      // The server keeps the connection, so the answer ends where its head says.
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        assertThat(next).as("%s%n%s", lines, head).isNotNegative();
        head.append((char) next);
      }
      Matcher length = LENGTH.matcher(head);
      byte[] rest = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
      return head + new String(rest, StandardCharsets.UTF_8);
    }
  }
}
