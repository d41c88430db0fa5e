package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The health of connections for programs, comments, browsers and metrics.
class StatusFormatsTest {

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^<>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-z-]+)(?:=\"([^\"<>]*)\")?");
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "article",
          "b",
          "body",
          "details",
          "div",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "head",
          "header",
          "html",
          "input",
          "label",
          "li",
          "main",
          "meta",
          "p",
          "script",
          "section",
          "small",
          "span",
          "style",
          "summary",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "time",
          "title",
          "tr",
          "ul",
          "wbr",
          "!doctype");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "aria-label",
          "charset",
          "checked",
          "class",
          "content",
          "data-h",
          "datetime",
          "hidden",
          "href",
          "html",
          "http-equiv",
          "id",
          "lang",
          "name",
          "open",
          "placeholder",
          "title",
          "type");

  @TempDir Path folder;
  private WatchedFleet fleet;

  private Workspace with(String... connections) {
    fleet = new WatchedFleet(folder, connections);
    return fleet.workspace;
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  /// Each name and each word that Fivetran tells is one of them.
  private Workspace nasty() {
    Workspace workspace = with("plain g {}");
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    int number = 0;
    for (String text : Nasty.TEXTS) {
      String id = "n" + number++;
      ObjectNode node =
          (ObjectNode)
              fleet.lab.sandbox().control().account().at("/connections/id_plain").deepCopy();
      node.put("id", id)
          .put("schema", text + number)
          .put("service", "s3")
          .put("group_id", "g" + id);
      ObjectNode status = node.withObjectProperty("status");
      status.put("setup_state", "broken");
      status
          .putArray("tasks")
          .addObject()
          .put("code", text)
          .put("message", text)
          .put("details", text);
      account.withObjectProperty("connections").set(id, node);
      account
          .withObjectProperty("groups")
          .putObject("g" + id)
          .put("id", "g" + id)
          .put("name", text + number);
    }
    fleet.lab.sandbox().control().mergeAccount(account);
    return workspace;
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "openmetrics", "html", "json"})
  void nothingThatOthersWroteActs(String format) {
    String out = nasty().succeed("status", "--format", format).out();

    assertThat(out).contains("plain");
    assertThat(out.lines()).noneMatch(line -> line.matches("\\s*(::|##\\[).*"));
    assertThat(out).doesNotContain("\u001b").doesNotContain("\u202e").doesNotContain("\r");
    switch (format) {
      case "markdown" ->
          assertThat(out)
              .doesNotContain("<script", "<img")
              .doesNotContainPattern("(?<!\\\\)\\]\\(http|(?<![`@])@org(?!%2F)");
      case "openmetrics" ->
          assertThat(MetricsReader.read(out)).hasSizeGreaterThan(Nasty.TEXTS.size() * 4);
      case "html" -> requireHarmless(out);
      default -> assertThat(out).isNotEmpty();
    }
  }

  /// Only what we wrote are tags, and nothing of it loads or runs anything but the one script.
  private static void requireHarmless(String page) {
    assertThat(page.split("<script>", -1)).hasSize(2);
    String without = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
    Matcher tag = TAG.matcher(without);
    var texts = new StringBuilder();
    int from = 0;
    while (tag.find()) {
      texts.append(without, from, tag.start());
      from = tag.end();
      assertThat(TAGS).contains(tag.group(2));
      requireHarmless(tag.group(2), tag.group(3));
    }
    assertThat(texts.toString()).doesNotContain("<").doesNotContain(">");
    String acting = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
    assertThat(acting).doesNotContain("url(").doesNotContain("@import");
  }

  private static void requireHarmless(String tag, String written) {
    Matcher attribute = ATTRIBUTE.matcher(written);
    int end = 0;
    while (attribute.lookingAt()) {
      assertThat(ATTRIBUTES).contains(attribute.group(1));
      if (attribute.group(1).equals("href")) {
        assertThat(attribute.group(2)).startsWith("#c-");
      }
      end = attribute.end();
      attribute.region(end, written.length());
    }
    assertThat(written.substring(end)).as("<%s%s>", tag, written).isEmpty();
  }

  @Test
  void pageHoldsEverythingAndAllowsNothingElse() throws Exception {
    String page = with(WatchedFleet.EVERY).succeed("status", "--format", "html").out();

    requireHarmless(page);
    // What is inlined is looked at in a browser, and its hash below.
    String structure =
        page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
            .replaceAll("'sha256-[^']*'", "'sha256-…'");
    Golden.check("status/every.html", structure);
    assertThat(page)
        .contains("default-src 'none'")
        .contains("style-src '" + hash(page, "style") + "'")
        .contains("script-src '" + hash(page, "script") + "'");
    assertThat(anchors(page, "href=\"#(c-[^\"]*)\""))
        .hasSize(12)
        .isEqualTo(anchors(page, " id=\"(c-[^\"]*)\""));
    assertThat(page.indexOf("dead@eu")).isLessThan(page.indexOf("failing@us"));
    assertThat(page.indexOf("No route to db.")).isLessThan(page.indexOf("good@eu"));
  }

  private static String hash(String page, String tag) throws Exception {
    String text = page.replaceFirst("(?s).*<" + tag + ">(.*?)</" + tag + ">.*", "$1");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static TreeSet<String> anchors(String page, String pattern) {
    var anchors = new TreeSet<String>();
    Matcher found = Pattern.compile(pattern).matcher(page);
    while (found.find()) {
      anchors.add(found.group(1));
    }
    return anchors;
  }

  @Test
  void markdownIsOneComment() {
    Workspace workspace = with(WatchedFleet.EVERY);

    Golden.check("status/every.md", workspace.succeed("status", "--format", "markdown").out());
    fleet.put(
        Stream.iterate(0, i -> i < 900, i -> i + 1)
            .map(i -> "c" + i + " eu {'failed_at':'-1m'}")
            .toArray(String[]::new));
    String large = workspace.succeed("status", "--format", "markdown").out();
    assertThat(large.length()).isLessThanOrEqualTo(65_536);
    assertThat(large).contains(" more.\n").contains("902 broken");
  }

  @Test
  void jsonKeepsToItsSchema() {
    var check = new SchemaCheck("status.schema.json");
    Workspace workspace = with(WatchedFleet.EVERY);

    for (String line :
        List.of("status", "status --history 1d --fail-on broken", "status -q good")) {
      Ran ran = workspace.run((line + " --format json").split(" "));

      assertThat(check.faults(ran.json())).isEmpty();
      assertThat(ran.json().path("exit_code").asInt()).isEqualTo(ran.code());
    }
  }

  @Test
  void metricsAreOpenMetrics() {
    String text = with(WatchedFleet.EVERY).succeed("status", "--format", "openmetrics").out();

    List<MetricsReader.Sample> samples = MetricsReader.read(text);
    assertThat(value(samples, "fivetran_up", "", "")).isEqualTo(1);
    assertThat(value(samples, "fivetran_connections", "health", "broken")).isEqualTo(2);
    assertThat(value(samples, "fivetran_connections", "health", "fine")).isEqualTo(2);
    assertThat(value(samples, "fivetran_connection_paused", "id", "id_idle")).isEqualTo(1);
    assertThat(value(samples, "fivetran_connection_last_success_timestamp_seconds", "id", "id_old"))
        .isEqualTo(WatchedFleet.NOW.getEpochSecond() - 4 * 3600);
    assertThat(samples)
        .filteredOn(each -> each.name().equals("fivetran_connection_condition"))
        .filteredOn(each -> "id_dead".equals(each.labels().get("id")))
        .extracting(each -> each.labels().get("condition"))
        .containsExactly("broken", "stale");
  }

  private static double value(
      List<MetricsReader.Sample> samples, String name, String label, String value) {
    return samples.stream()
        .filter(each -> each.name().equals(name))
        .filter(each -> label.isEmpty() || value.equals(each.labels().get(label)))
        .mapToDouble(MetricsReader.Sample::value)
        .findFirst()
        .orElseThrow();
  }
}
