package dev.ftctl.live;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;

/// A live object, and the resource that means it.
record Match(Resource wanted, Live live) {

  /// From where what document moved, the same for all its instances.
  String move() {
    return wanted.address().inGroup("") + " from " + live.id();
  }
}
