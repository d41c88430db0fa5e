package dev.ftctl.render.page;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.render.status.Look;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The fleet at a glance: one page of HTML that loads nothing, from anywhere. A script adds a
/// search and how old the page is; filters, links and folding work without it.
public final class StatusPage {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder page = new StringBuilder();

  private StatusPage() {}

  public static String of(Fleet fleet) {
    var page = new StatusPage();
    List<ConnectionStatus> bad =
        fleet.connections().stream().filter(ConnectionStatus::needsAttention).toList();
    boolean isGood = bad.isEmpty();
    String verdict =
        isGood
            ? "✓ No connection needs attention"
            : "✗ %d of %d need attention".formatted(bad.size(), fleet.connections().size());
    page.begin(fleet.account(), verdict, isGood, fleet.at());
    page.filters(fleet);
    var cards = new Cards(page.page, fleet);
    cards.of("Needs attention", bad);

    new Groups(page.page, fleet).of();
    cards.of(
        "Fivetran tells",
        fleet.connections().stream().filter(ConnectionStatus::isOnlyNoted).toList());
    new Rows(page.page, fleet).of();
    return page.end();
  }

  /// Where nothing is known: never a page that looks like a good day.
  public static String unread(Instant at, String why) {
    var page = new StatusPage();
    page.begin("", "✗ The connections could not be read", false, at);
    page.page.append("<p class=\"why\">").append(Html.text(why)).append("</p>\n");
    return page.end();
  }

  private void begin(String account, String verdict, boolean isGood, Instant at) {
    var style = Inlined.of("status.css");
    var script = Inlined.of("status.js");
    String title = "Fivetran" + (account.isEmpty() ? "" : " · " + Html.text(account));
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <header>
        <h1>%s</h1>
        <p class="verdict %s">%s</p>
        <p class="when">As of <time datetime="%s">%s</time><span class="old"></span></p>
        </header>
        <main>
        """
            .formatted(
                style.source(),
                script.source(),
                verdict + " · " + title,
                style.text(),
                title,
                isGood ? "good" : "bad",
                verdict,
                at,
                MINUTE.format(at)));
  }

  private String end() {
    return page.append("</main>\n<footer>")
        .append("Made by ftctl status. Ages are as of the time above.</footer>\n<script>")
        .append(Inlined.of("status.js").text())
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  /// Radio buttons, which style sheets can look at.
  private void filters(Fleet fleet) {
    page.append("<form class=\"filters\" aria-label=\"Show\">\n");
    filter("all", "All", fleet.connections().size(), " checked");
    fleet
        .counts()
        .forEach((health, count) -> {
          if (count > 0 || health == Health.BROKEN) {
            filter(health.key(), Look.sign(health) + " " + health.words(), count, "");
          }
        });
    page.append("<input type=\"search\" class=\"search\" hidden placeholder=\"Search name, ")
        .append("group, service\" aria-label=\"Search\">\n</form>\n");
  }

  private void filter(String key, String words, int count, String checked) {
    page.append("<label class=\"chip ")
        .append(key)
        .append("\"><input type=\"radio\" name=\"show\" id=\"f-")
        .append(key)
        .append('"')
        .append(checked)
        .append("><b>")
        .append(count)
        .append("</b> ")
        .append(words)
        .append("</label>\n");
  }

  /// What a connection is found by.
  static String anchor(ConnectionStatus connection) {
    return "c-" + Html.text(connection.id());
  }
}
