package dev.ftctl.fivetran.answer;

import dev.ftctl.model.file.SpooledFile;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Reads the body of an answer to its end, within a time and a size: the HTTP client's own time-out
/// ends with the headers, and a stalled body would hang for ever.
public final class BodyReader {

  /// What an error says fits in so many bytes.
  private static final int LONGEST_ERROR = 64 * 1024;

  /// Slower is no line that one works with.
  private static final long BYTES_A_SECOND = 128 * 1024;

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

  /// How a body begins, all of it where it has fewer bytes.
  ///
  /// @param most bytes to read
  public byte[] beginning(Response response, Duration left, int most) throws IOException {
    return read(response, left, BoundedStream.SKIMMED, body -> body.readNBytes(most));
  }

  /// Takes a body apart as it comes, such that it never stands in memory.
  ///
  /// @param beginning that was read of it before
  public <T> T skimmed(Response response, Duration left, byte[] beginning, Reading<T> reading)
      throws IOException {
    var begun = new ByteArrayInputStream(beginning);
    var whole = new SequenceInputStream(begun, stream(response));
    return read(response, whole, left, BoundedStream.SKIMMED, reading);
  }

  /// Takes a small body apart that was read before.
  public static <T> T skimmed(byte[] body, Reading<T> reading) throws IOException {
    return reading.of(new BoundedStream(new ByteArrayInputStream(body), BoundedStream.SKIMMED));
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
    return read(response, stream(response), left, most, reading);
  }

  private <T> T read(
      Response response, InputStream stream, Duration left, long most, Reading<T> reading)
      throws IOException {
    checkPlain(response);
    var time = new CompletableFuture<Void>();
    // Read by the thread that asked: to hand over and back takes as long as many a body.
    CompletableFuture<Void> unused =
        time.orTimeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS)
            .whenComplete((done, late) -> {
              if (late != null) {
                close(stream);
              }
            });
    try {
      T content = reading.of(new BoundedStream(stream, most));
      if (time.isCompletedExceptionally()) {
        throw new IOException("closed");
      }
      return content;
    } catch (IOException broken) {
      throw time.isCompletedExceptionally()
          ? new HttpTimeoutException("the answer's body stalled")
          : broken;
    } catch (OutOfMemoryError full) {
      throw UnreadableAnswerException.full();
    } catch (RuntimeException | StackOverflowError unexpected) {
      throw new IOException(unexpected);
    } finally {
      time.complete(null);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException broken) {
      // So it is closed.
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
