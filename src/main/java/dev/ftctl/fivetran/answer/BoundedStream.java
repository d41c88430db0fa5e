package dev.ftctl.fivetran.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body as it comes, which ends with an error where it passes what is read of one. Remembers what
/// tells a torn text from an ill-formed one.
public final class BoundedStream extends FilterInputStream {

  private static final long MEGA = 1024 * 1024;

  private static final long MEMORY = Runtime.getRuntime().maxMemory();

  /// Bytes of an answer that may stand in memory, taken apart or not.
  public static final long WHOLE = Math.min(64 * MEGA, MEMORY / 8);

  /// Bytes of an answer of which most is dropped as it comes.
  public static final long SKIMMED = 1024 * MEGA;

  /// Bytes of a file, which go to disk.
  public static final long SPOOLED = 256 * MEGA;

  private final long most;
  private long count;
  private int first = -1;
  private int last = -1;
  private boolean isBroken;

  public BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// @throws UnreadableAnswerException when more than the bound came
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int come;
    try {
      come = super.read(into, offset, length);
    } catch (IOException broken) {
      isBroken = true;
      throw broken;
    }
    if (come > 0) {
      first = count == 0 ? into[offset] : first;
      last = into[offset + come - 1];
      count += come;
    }
    if (count > most) {
      String memory =
          most < 64 * MEGA
              ? " with " + MEMORY / MEGA + " MB of memory (FTCTL_JAVA_OPTS=-Xmx4g gives it more)"
              : "";
      throw new UnreadableAnswerException(
          "the answer is larger than " + most / MEGA + " MB, more than ftctl reads" + memory,
          false);
    }
    return come;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Bytes so far.
  long count() {
    return count;
  }

  /// Whether it ended by itself no more than the connection did.
  boolean isBroken() {
    return isBroken;
  }

  /// An object cut within a number, a word or a character, where the parser says ill-formed and not
  /// ended.
  boolean isCut() {
    return first == '{' && last != '}';
  }
}
