package dev.ftctl.cli.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// A stream of the process as text, which remembers why it could not be written: the JDK's writers
/// only know that something failed.
final class ProcessWriter extends PrintWriter {

  private final Remembering stream;

  private ProcessWriter(Remembering stream) {
    super(stream, false, StandardCharsets.UTF_8);
    this.stream = stream;
  }

  static PrintWriter to(FileDescriptor stream) {
    return new ProcessWriter(new Remembering(new FileOutputStream(stream)));
  }

  /// Whether nobody reads any more what is written there, as behind `| head`.
  static boolean isClosedPipe(PrintWriter writer) {
    return writer instanceof ProcessWriter process && process.stream.why.contains("Broken pipe");
  }

  private static final class Remembering extends FilterOutputStream {

    private volatile String why = "";

    Remembering(FileOutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException failed) {
        why = String.valueOf(failed.getMessage());
        throw failed;
      }
    }
  }
}
