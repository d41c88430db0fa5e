package dev.ftctl.fivetran.http;

import java.util.concurrent.atomic.AtomicLong;

/// How much of answers may stand in memory while it waits to be taken apart: then the next requests
/// are on their way already, and on a slow machine more comes than can be worked off. Safe for many
/// threads.
final class BodyRoom {

  private final AtomicLong free;

  /// @param bytes that there is room for
  BodyRoom(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /// Takes room, if there is so much; who took it gives it back.
  boolean take(int bytes) {
    if (free.addAndGet(-bytes) >= 0) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  void giveBack(int bytes) {
    free.addAndGet(bytes);
  }
}
