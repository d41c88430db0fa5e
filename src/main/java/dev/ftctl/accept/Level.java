package dev.ftctl.accept;

import dev.ftctl.manifest.Speaker;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// One of the places that may say something of a resource, seen from that resource.
///
/// @param group whose `overrides` it is; empty for what is said of all instances
/// @param inside the field of the spec that holds what is said; empty for all of it
record Level(Speaker speaker, Speaker.Layer layer, String group, String inside) {

  static final String OVERRIDES = "overrides";

  /// All of a resource, the last that counts first: every layer may say something of a group, and
  /// all of that beats what is said of all groups.
  static List<Level> of(Address resource, List<Speaker> speakers, String inside) {
    var levels = new ArrayList<Level>();
    for (Speaker speaker : speakers) {
      String within = inside.isEmpty() ? speaker.inside() : inside;
      List<Speaker.Layer> down = speaker.layers().reversed();
      if (!resource.instance().isEmpty()) {
        down.forEach(layer -> levels.add(new Level(speaker, layer, resource.instance(), within)));
      }
      down.forEach(layer -> levels.add(new Level(speaker, layer, "", within)));
    }
    return levels;
  }

  boolean isOfGroup() {
    return !group.isEmpty();
  }

  /// The way from the layer's spec.
  Way from(Way way) {
    return isOfGroup() ? way.below(OVERRIDES, group, inside) : way.below(inside);
  }

  Way.Reached reach(Way way) {
    return from(way).in(layer.spec());
  }

  SourceLocation place() {
    return layer.spec().place();
  }

  /// Whether both are one place of one file.
  boolean isSame(Level other) {
    return group.equals(other.group) && place().equals(other.place());
  }

  String where() {
    return isOfGroup() ? "overrides of " + group + ", " + layer.what() : layer.what();
  }

  boolean isSaidIn(Way way) {
    Way.Reached reached = reach(way);
    return reached.rest() == 0 && !(reached.node() instanceof Node.Refused);
  }
}
