package dev.ftctl.render.graph;

import java.util.List;

/// What is drawn: boxes in clusters, and arrows.
///
/// @param clusters one for each group, one for what spans groups, one for what has none
/// @param arrows from who refers to what is referred to, by id
public record Picture(List<Cluster> clusters, List<Arrow> arrows) {

  public Picture {
    clusters = List.copyOf(clusters);
    arrows = List.copyOf(arrows);
  }

  /// @param id unique, of letters and digits
  record Cluster(String id, String title, List<Box> boxes) {}

  /// @param id unique, of letters and digits
  /// @param detail a second line; may be empty
  record Box(String id, String label, String detail, Look look) {
    String text() {
      return look.sign + label;
    }
  }

  record Arrow(String from, String to) {}

  /// How something is; sign and colours say the same.
  enum Look {
    PLAIN("", "#eef3fb", "#5b7db1"),
    BROKEN("✗ ", "#fde2e0", "#b3261e"),
    INCOMPLETE("! ", "#fff1d6", "#a86400"),
    MISSING("+ ", "#e3f4e4", "#2e7d32"),
    UNMANAGED("? ", "#f2f2f2", "#777777");

    final String sign;
    final String fill;
    final String line;

    Look(String sign, String fill, String line) {
      this.sign = sign;
      this.fill = fill;
      this.line = line;
    }
  }
}
