package dev.ftctl.fivetran.answer;

import dev.ftctl.model.file.SpooledFile;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads the body of an answer to its end, within a time and a size: the HTTP client's own time-out
/// ends with the headers, and a stalled body would hang for ever.
public final class BodyReader {

  /// What an error says fits in so many bytes.
  private static final int LONGEST_ERROR = 64 * 1024;

  /// Slower is no line that one works with.
  private static final long BYTES_A_SECOND = 128 * 1024;

  private final ExecutorService threads;

  public BodyReader(ExecutorService threads) {
    this.threads = threads;
  }

  /// What is done with a body while it comes.
  public interface Reading<T> {
    T of(BoundedStream body) throws IOException;
  }

  /// The whole body.
  ///
  /// @param left until the request's time is over
  /// @throws UnreadableAnswerException when it is too large
  /// @throws IOException when it broke off or took too long
  public byte[] whole(Response response, Duration left) throws IOException {
    return read(response, left, BoundedStream.WHOLE, InputStream::readAllBytes);
  }

  /// As much of it as an error may take, as far as it came: what it says besides its status is
  /// welcome, not needed.
  public byte[] ofError(Response response, Duration left) {
    try {
      return read(response, left, BoundedStream.WHOLE, body -> body.readNBytes(LONGEST_ERROR));
    } catch (IOException broken) {
      return new byte[0];
    }
  }

  /// Takes a body apart as it comes, such that it never stands in memory.
  public <T> T skimmed(Response response, Duration left, Reading<T> reading) throws IOException {
    return read(response, left, BoundedStream.SKIMMED, reading);
  }

  /// A file that is read to its end. A large one may take longer.
  public SpooledFile spooled(Response response, Duration left) throws IOException {
    long bytes =
        Headers.text(response, "Content-Length")
            .filter(text -> text.matches("[0-9]{1,9}"))
            .map(Long::valueOf)
            .orElse(BoundedStream.SPOOLED);
    return read(
        response, left.plusSeconds(bytes / BYTES_A_SECOND), BoundedStream.SPOOLED, SpooledFile::of);
  }

  private <T> T read(Response response, Duration left, long most, Reading<T> reading)
      throws IOException {
    checkPlain(response);
    Future<T> read = threads.submit(() -> reading.of(new BoundedStream(stream(response), most)));
    try {
      return read.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException broken
          ? broken
          : failed.getCause() instanceof OutOfMemoryError
              ? UnreadableAnswerException.full()
              : new IOException(failed.getCause());
    } catch (TimeoutException stalled) {
      read.cancel(true);
      throw new HttpTimeoutException("the answer's body stalled");
    } catch (InterruptedException stopped) {
      read.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /// A packed answer, which nobody asked for, could hold a thousand times what came.
  private static void checkPlain(Response response) throws UnreadableAnswerException {
    String packing = Headers.text(response, "Content-Encoding").orElse("");
    if (!packing.isEmpty() && !packing.equalsIgnoreCase("identity")) {
      throw new UnreadableAnswerException(
          "the answer is packed (" + packing + "), which nobody asked for", false);
    }
  }

  private static InputStream stream(Response response) throws IOException {
    return response.body() == null
        ? InputStream.nullInputStream()
        : response.body().asInputStream();
  }
}
