package dev.ftctl.fivetran.answer;

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

/// Reads the body of an answer to its end, within a time: the HTTP client's own time-out ends with
/// the headers, and a stalled body would hang for ever.
public final class BodyReader {

  private final ExecutorService threads;
  private final Duration timeout;

  public BodyReader(ExecutorService threads, Duration timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /// @throws IOException when the body broke off or took too long
  public byte[] read(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    Future<byte[]> reading = threads.submit(() -> readAll(response));
    try {
      return reading.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException broken
          ? broken
          : new IOException(failed.getCause());
    } catch (TimeoutException stalled) {
      reading.cancel(true);
      throw new HttpTimeoutException("the answer's body stalled");
    } catch (InterruptedException stopped) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static byte[] readAll(Response response) throws IOException {
    try (InputStream in = response.body().asInputStream()) {
      return in.readAllBytes();
    }
  }
}
