package dev.ftctl.fivetran.http;

import feign.Request;
import feign.Response;
import feign.http2client.Http2Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Feign's client over the JDK's, which gives answers as they were sent. Left to itself it begins
/// to unpack what says that it is packed, with no bound of size and outside of every time-out.
final class AsSent extends Http2Client {

  private final HttpClient client;

  AsSent(HttpClient client) {
    super(client);
    this.client = client;
  }

  /// The JDK's client takes a length that is none for a mistake of its caller's.
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      return FormUpload.isOne(request)
          ? toFeignResponse(request, uploaded(new FormUpload(request), options))
          : super.execute(request, options);
    } catch (IllegalArgumentException malformed) {
      throw new IOException("the answer's head can't be understood", malformed);
    }
  }

  private HttpResponse<InputStream> uploaded(FormUpload upload, Request.Options options)
      throws IOException {
    try {
      return client.send(
          upload.sent(Duration.ofMillis(options.readTimeoutMillis())),
          HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  @Override
  protected Response toFeignResponse(Request request, HttpResponse<InputStream> answer) {
    Map<String, Collection<String>> headers = new HashMap<>();
    answer.headers().map().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    return Response.builder()
        .request(request)
        .status(answer.statusCode())
        .headers(headers)
        .body(answer.body(), null)
        .build();
  }
}
