package dev.ftctl.render.page;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.status.Column;
import dev.ftctl.render.status.Look;
import java.util.List;

/// Every connection with its facts, folded where there are many.
record Rows(StringBuilder page, Fleet fleet) {

  private static final int FEW = 100;

  void of() {
    List<Column> columns = Column.of(fleet);
    String open = fleet.connections().size() <= FEW ? " open" : "";
    page.append("<details class=\"all\"")
        .append(open)
        .append(">\n<summary>Every connection</summary>");
    page.append("\n<table>\n<thead><tr><th>Health</th>");
    columns.forEach(column -> page.append("<th>").append(column.name()).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
    fleet.connections().forEach(each -> row(each, columns));
    page.append("</tbody>\n</table>\n</details>\n");
  }

  private void row(ConnectionStatus each, List<Column> columns) {
    String health = each.health().key();
    page.append("<tr class=\"c ").append(health).append("\" id=\"");
    page.append(StatusPage.anchor(each)).append("\"><td class=\"h\">");
    page.append(Look.sign(each.health())).append(' ').append(each.health().words()).append("</td>");
    for (Column column : columns) {
      page.append("<td data-h=\"").append(column.name()).append("\">");
      // An address that is too long goes on in the next line with its group.
      page.append(Html.text(column.cell().apply(each)).replace("@", "<wbr>@")).append("</td>");
    }
    page.append("</tr>\n");
  }
}
