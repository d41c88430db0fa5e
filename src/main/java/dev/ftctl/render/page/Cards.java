package dev.ftctl.render.page;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.History;
import dev.ftctl.render.status.Look;
import java.util.List;

/// What needs somebody, each with its reasons.
record Cards(StringBuilder page, Fleet fleet) {

  /// So many that the fleet below them is still in sight.
  private static final int MOST = 12;

  void of(String title, List<ConnectionStatus> connections) {
    if (connections.isEmpty()) {
      return;
    }
    page.append("<section class=\"cards\">\n<h2>").append(title);
    page.append("</h2>\n<div class=\"grid\">\n");
    connections.stream().limit(MOST).forEach(this::card);
    page.append("</div>\n");
    if (connections.size() > MOST) {
      page.append("<details class=\"more\">\n<summary>").append(connections.size() - MOST);
      page.append(" more</summary>\n<div class=\"grid\">\n");
      connections.stream().skip(MOST).forEach(this::card);
      page.append("</div>\n</details>\n");
    }
    page.append("</section>\n");
  }

  private void card(ConnectionStatus each) {
    String health = each.health().key();
    page.append("<article class=\"c card ").append(health).append("\">\n<h3><span class=\"sign\">");
    page.append(Look.sign(each.health())).append("</span> ");
    page.append("<a href=\"#").append(StatusPage.anchor(each)).append("\">");
    page.append(Html.text(each.address().label())).append("</a></h3>\n<p class=\"facts\"><b>");
    page.append(each.health().words()).append("</b> · ").append(Html.text(each.service()));
    String success = Look.ago(each.succeeded(), fleet);
    page.append(" · ")
        .append(each.succeeded().isEmpty() ? "no success yet" : "last success " + success);
    each.failed()
        .ifPresent(
            failed -> page.append(" · last failure ").append(Look.ago(each.failed(), fleet)));
    page.append(" · ").append(Html.text(each.schedule().text())).append("</p>\n<ul>\n");
    each.reasons().forEach(this::line);
    each.notes().forEach(this::line);
    if (each.history().orElse(null) instanceof History.Unread unread) {
      line("history unread: " + unread.why().getMessage());
    }
    page.append("</ul>\n</article>\n");
  }

  private void line(String text) {
    page.append("<li>").append(Html.text(text)).append("</li>\n");
  }
}
