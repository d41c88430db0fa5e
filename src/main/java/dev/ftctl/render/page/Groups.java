package dev.ftctl.render.page;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.render.English;
import dev.ftctl.render.status.Look;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Every connection as a tile with its sign, by group.
record Groups(StringBuilder page, Fleet fleet) {

  void of() {
    Map<String, List<ConnectionStatus>> groups = new TreeMap<>();
    fleet
        .connections()
        .forEach(each -> groups.computeIfAbsent(each.group(), name -> new ArrayList<>()).add(each));
    page.append("<section class=\"fleet\">\n<h2>").append(Look.size(fleet)).append("</h2>\n");
    groups.forEach(this::group);
    page.append("</section>\n");
  }

  private void group(String name, List<ConnectionStatus> connections) {
    page.append("<section class=\"group\">\n<h3>").append(Html.text(name)).append(" <small>");
    page.append(English.count(connections.size(), "connection")).append(counts(connections));
    page.append("</small></h3>\n<div class=\"tiles\">\n");
    connections.forEach(this::tile);
    page.append("</div>\n</section>\n");
  }

  /// Of what is not as it should be.
  private static String counts(List<ConnectionStatus> connections) {
    Map<Health, Integer> counts = new EnumMap<>(Health.class);
    connections.forEach(each -> counts.merge(each.health(), 1, Integer::sum));
    counts.remove(Health.FINE);
    return counts.entrySet().stream()
        .map(each -> ", " + each.getValue() + " " + each.getKey().words())
        .collect(Collectors.joining());
  }

  private void tile(ConnectionStatus each) {
    String health = each.health().key();
    page.append("<a class=\"c t ").append(health).append("\" href=\"#");
    page.append(StatusPage.anchor(each)).append("\" title=\"");
    page.append(Html.text(each.address().label() + ", " + each.service()));
    page.append(": ").append(each.health().words());
    page.append("\">").append(Look.sign(each.health())).append("</a>\n");
  }
}
