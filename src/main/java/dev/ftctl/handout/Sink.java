package dev.ftctl.handout;

import dev.ftctl.model.address.Address;
import java.io.IOException;

/// Who gets what was told of objects. Safe for use by many threads.
public sealed interface Sink permits FileSink, CommandSink {

  /// Opens it before something is told.
  ///
  /// @param id of the object; empty while it is still to be made
  /// @throws dev.ftctl.model.RefusedException when it can't be
  Opened open(Address address, String id);

  /// As it is named to people.
  String shown();

  /// An open one, for one text.
  interface Opened extends AutoCloseable {

    /// All of it, and kept there when this returns.
    ///
    /// @throws IOException when it isn't kept
    void write(HandedText told) throws IOException;

    /// Where nothing was written, nothing changes.
    @Override
    void close();
  }
}
