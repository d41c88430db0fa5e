package dev.ftctl.manifest.outline;

import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.TreeCache;
import java.util.Map;

/// The outlines that earlier runs left of a project, and the place of those that this one leaves.
public final class OutlineShelf {

  private final TreeCache.Place place;
  private final String project;
  private final String environment;
  private String opened = "";
  private Map<String, FileOutline> known = Map.of();

  /// @param request with the environment that is asked for
  public OutlineShelf(TreeCache.Place place, ReadRequest request) {
    this.place = place;
    this.project = request.tree().canonical("") + "\n" + request.configFile();
    this.environment = request.environment();
  }

  /// Whether an earlier run left any at all.
  public boolean isFilled() {
    return file("").isThere();
  }

  /// By canonical path.
  ///
  /// @param context that they hold in, as a hash
  Map<String, FileOutline> in(String context) {
    if (!opened.equals(context)) {
      known = file(context).read();
      opened = context;
    }
    return known;
  }

  /// For later runs.
  public void put(String context, Map<String, FileOutline> outlines) {
    if (!in(context).equals(outlines)) {
      file(context).write(outlines);
    }
  }

  private OutlineFile file(String context) {
    return new OutlineFile(place, project, environment, context);
  }
}
